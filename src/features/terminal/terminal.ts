import * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { Failure } from '../../api/failure';
import { Command, TerminalProfileId } from '../../contributions';
import type { RegisterCommand } from '../../ui/commands';
import { failureText } from '../../ui/failures/failureText';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import { createPersistenceCheck } from './createPersistenceCheck';
import { registerSignedOutTerminals } from './signedOutTerminals';
import { plainTerminal, tokenTerminal } from './tokenTerminal';
import { isDefaultOfWorkspace } from './workspaceDefault';

/** What the terminals need of the rest. */
export interface TerminalDeps {
  command: RegisterCommand;
  accounts: Accounts;
  sessions: SessionStore;
  tokens: AccessTokens;
  /** This extension, for the title that its manifest gives the profile. */
  extension: vscode.Extension<unknown>;
}

/**
 * Open Terminal with Access Token, by the command or from the + menu. A token reaches this one terminal and no other:
 * there is no variable for all of them, which tasks and install scripts would get too (R28).
 */
export function registerTerminal(deps: TerminalDeps): vscode.Disposable {
  const mayOpen = createPersistenceCheck();
  return vscode.Disposable.from(
    deps.command(Command.openTerminal, async () => {
      const options = await optionsFor(deps, mayOpen);
      if (options) {
        vscode.window.createTerminal(options).show();
      }
    }),
    vscode.window.registerTerminalProfileProvider(TerminalProfileId, {
      provideTerminalProfile: async () => new vscode.TerminalProfile(await profileFor(deps, mayOpen)),
    }),
    registerSignedOutTerminals(deps.accounts, deps.sessions),
  );
}

/** Signs in first where nobody is. Undefined when the person closed that, or the question after it. */
async function optionsFor(
  { accounts, sessions, tokens }: TerminalDeps,
  mayOpen: () => Promise<boolean>,
): Promise<vscode.TerminalOptions | undefined> {
  const account = await ensureSignedIn(sessions, accounts);
  if (!account || !(await mayOpen())) {
    return undefined;
  }
  const token = await tokens.mint(account);
  return tokenTerminal(account, accounts.organizations.namesOf(account), token);
}

/** The editor shows what this fails with, and has no way to be told that a person has changed their mind. */
async function profileFor(
  deps: TerminalDeps,
  mayOpen: () => Promise<boolean>,
): Promise<vscode.TerminalOptions> {
  if (isDefaultOfWorkspace(deps.extension)) {
    return plainTerminal(
      vscode.l10n.t(
        'No access token: the settings of this workspace ask for one in every terminal. Use the command "Open Terminal with Access Token", or make the profile the default in your user settings.',
      ),
    );
  }
  try {
    return (
      (await optionsFor(deps, mayOpen)) ??
      plainTerminal(vscode.l10n.t('No access token: you closed the question before it.'))
    );
  } catch (error) {
    throw error instanceof Failure ? new Error(failureText(error).sentence) : error;
  }
}
