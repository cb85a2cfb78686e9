import * as vscode from 'vscode';
import type { AccessToken } from '../../account/accessToken';
import { accountName, type Account, type AccountNames } from '../../account/account';
import { OWN_TERMINAL_VARIABLE, TOKEN_VARIABLES } from '../../account/environmentToken';
import { textForLabel, textForStatusBar } from '../../support/shownText';
import { timeOfDay } from '../../ui/text/dates';
import { ownerMark } from './terminalOwner';

/**
 * A terminal whose environment holds an access token (R28). Transient: the editor does not restore it. The token is
 * nowhere but in the environment; the marker beside it names the account that it is of.
 */
export function tokenTerminal(
  account: Account,
  names: AccountNames,
  token: AccessToken,
): vscode.TerminalOptions {
  const name = accountName(account, names);
  return {
    name: textForStatusBar(vscode.l10n.t('Appcircle: {0}', name)),
    iconPath: new vscode.ThemeIcon('key'),
    isTransient: true,
    message: textForLabel(messageFor(name, token.expiresAt)),
    env: {
      ...Object.fromEntries(TOKEN_VARIABLES.map((variable) => [variable, token.value])),
      [OWN_TERMINAL_VARIABLE]: ownerMark(account),
    },
  };
}

/** A terminal like any other, which says why it has no token. */
export function plainTerminal(message: string): vscode.TerminalOptions {
  return { message };
}

function messageFor(name: string, expiresAt: number | undefined): string {
  const variables = TOKEN_VARIABLES.join(', ');
  return expiresAt === undefined
    ? vscode.l10n.t(
        'Access token for {0} in {1}. Its expiration is unknown. Open a new terminal to get a new token.',
        name,
        variables,
      )
    : vscode.l10n.t(
        'Access token for {0} in {1}, valid until {2}. Open a new terminal to get a new token.',
        name,
        variables,
        timeOfDay(expiresAt),
      );
}
