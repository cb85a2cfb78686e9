import * as vscode from 'vscode';
import { Command, TerminalProfileId } from '../../contributions';
import { lazy } from '../../support/lazy';
import type { RegisterCommand } from '../../ui/commands';
import { registerSignedOutTerminals } from './signedOutTerminals';
import type { TokenTerminalDeps } from './tokenTerminals';

/** What the terminals need of the rest. */
export interface TerminalDeps extends TokenTerminalDeps {
  command: RegisterCommand;
}

/**
 * Open Terminal with Access Token, by the command or from the + menu. A token reaches this one terminal and no other:
 * there is no variable for all of them, which tasks and install scripts would get too (R28).
 */
export function registerTerminal(deps: TerminalDeps): vscode.Disposable {
  // Once: it keeps what the person said of their editor's storage.
  const load = lazy(async () => new (await import('./tokenTerminals')).TokenTerminals(deps));
  return vscode.Disposable.from(
    deps.command(Command.openTerminal, async () => {
      const options = await (await load()).options();
      if (options) {
        vscode.window.createTerminal(options).show();
      }
    }),
    vscode.window.registerTerminalProfileProvider(TerminalProfileId, {
      provideTerminalProfile: async () => new vscode.TerminalProfile(await (await load()).profile()),
    }),
    registerSignedOutTerminals(deps.accounts, deps.sessions),
  );
}
