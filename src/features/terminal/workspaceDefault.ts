import * as vscode from 'vscode';
import { TerminalProfileId } from '../../contributions';

/**
 * Whether the settings of the workspace make our profile the default one. Then the editor asks it for every terminal
 * that is opened, and a cloned repository would decide that tokens are handed out (R28). In the user's own settings
 * it is the user's choice.
 */
export function isDefaultOfWorkspace(extension: vscode.Extension<unknown>): boolean {
  const defaults = vscode.workspace.getConfiguration('terminal.integrated.defaultProfile');
  const title = titleIn(extension.packageJSON);
  return ['linux', 'osx', 'windows'].some((system) => {
    const found = defaults.inspect<string>(system);
    return [found?.workspaceValue, found?.workspaceFolderValue].includes(title);
  });
}

/** The editor knows the default profile by its title, which may be translated. */
function titleIn(manifest: unknown): string | undefined {
  const { contributes } = manifest as {
    contributes: { terminal: { profiles: { id: string; title: string }[] } };
  };
  return contributes.terminal.profiles.find(({ id }) => id === TerminalProfileId)?.title;
}
