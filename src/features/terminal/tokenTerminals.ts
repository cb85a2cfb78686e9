import * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import { Failure } from '../../api/failure';
import { textForAnyPlace } from '../../support/shownText';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import { failureText } from '../../ui/failures/failureText';
import { createPersistenceCheck } from './createPersistenceCheck';
import { plainTerminal, tokenTerminal } from './tokenTerminal';
import { isDefaultOfWorkspace } from './workspaceDefault';

/** What a terminal with an access token needs of the rest. */
export interface TokenTerminalDeps {
  accounts: Accounts;
  sessions: SessionStore;
  tokens: AccessTokens;
  /** This extension, for the title that its manifest gives the profile. */
  extension: vscode.Extension<unknown>;
}

/** What terminals with an access token are opened with; loaded when the first one is. */
export class TokenTerminals {
  private readonly mayOpen = createPersistenceCheck();

  constructor(private readonly deps: TokenTerminalDeps) {}

  /** Signs in first where nobody is. Undefined when the person closed that, or the question after it. */
  async options(): Promise<vscode.TerminalOptions | undefined> {
    const { accounts, sessions, tokens } = this.deps;
    const account = await ensureSignedIn(sessions, accounts);
    if (!account || !(await this.mayOpen())) {
      return undefined;
    }
    const token = await tokens.mint(account);
    return tokenTerminal(account, accounts.organizations.namesOf(account), token);
  }

  /**
   * The same for the + menu. The editor shows what this fails with, and has no way to be told that a person has changed
   * their mind.
   */
  async profile(): Promise<vscode.TerminalOptions> {
    if (isDefaultOfWorkspace(this.deps.extension)) {
      return plainTerminal(
        vscode.l10n.t(
          'No access token. This workspace is set to use one in every terminal. Use "Open Terminal with Access Token", or make the profile the default in your user settings.',
        ),
      );
    }
    try {
      return (
        (await this.options()) ??
        plainTerminal(vscode.l10n.t('No access token because you closed the question.'))
      );
    } catch (error) {
      throw error instanceof Failure ? new Error(textForAnyPlace(failureText(error).sentence)) : error;
    }
  }
}
