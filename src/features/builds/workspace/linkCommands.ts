import * as vscode from 'vscode';
import type { BuildProfile } from '../../../api/builds/model';
import { showPick } from '../../../ui/dialogs/picks';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showStatus } from '../../../ui/statusBar';
import type { BuildPicks } from '../find/buildPicks';
import { buildProfileOf } from '../rowArguments';
import type { WorkspaceProfiles } from './workspaceProfiles';

/** Sets by hand which profiles belong to the workspace (R49). Run without a row, each asks for the profile (T13). */
export class LinkCommands {
  constructor(
    private readonly workspace: WorkspaceProfiles,
    private readonly picks: Pick<BuildPicks, 'pickBuildProfile'>,
  ) {}

  async link(argument: unknown): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 0) {
      void showInformation(vscode.l10n.t('Open a folder first, then link a build profile to it.'));
      return;
    }
    const title = vscode.l10n.t('Appcircle: Link Build Profile to Folder');
    const profile = await this.choose(argument, title, (one) => this.workspace.linkOf(one) === undefined);
    const folder = profile && (await chooseFolder(folders, title, profile));
    if (folder) {
      await this.workspace.link(profile, folder.uri);
      showStatus(vscode.l10n.t('{0} is linked to {1}.', profile.name, folder.name));
    }
  }

  async unlink(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Unlink Build Profile from Folder');
    const profile = await this.choose(argument, title, (one) => this.workspace.linkOf(one) !== undefined);
    if (profile) {
      await this.workspace.unlink(profile);
      showStatus(vscode.l10n.t('{0} is no longer linked to this workspace.', profile.name));
    }
  }

  private choose(
    argument: unknown,
    title: string,
    among: (profile: BuildProfile) => boolean,
  ): Promise<BuildProfile | undefined> {
    const given = buildProfileOf(argument);
    return given ? Promise.resolve(given) : this.picks.pickBuildProfile({ title, among });
  }
}

async function chooseFolder(
  folders: readonly vscode.WorkspaceFolder[],
  title: string,
  { name }: BuildProfile,
): Promise<vscode.WorkspaceFolder | undefined> {
  if (folders.length === 1) {
    return folders[0];
  }
  const rows = folders.map((folder) => ({
    label: folder.name,
    description: folder.uri.path,
    iconPath: new vscode.ThemeIcon('folder'),
    folder,
  }));
  const placeHolder = vscode.l10n.t('Select the folder for {0}', name);
  return (await showPick(rows, { title, placeHolder }))?.folder;
}
