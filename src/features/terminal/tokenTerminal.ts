import * as vscode from 'vscode';
import type { AccessToken } from '../../account/accessToken';
import { accountName, type Account, type AccountNames } from '../../account/account';
import { OWN_TERMINAL_VARIABLE, TOKEN_VARIABLES } from '../../account/environmentToken';
import { visibleText, withoutIcons } from '../../support/visibleText';
import { timeOfDay } from '../../ui/text/dates';

/** Owner of a terminal whose token came from the environment, which signing out cannot take back. */
const ENVIRONMENT = 'environment';

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
  const owner = account.kind === 'environment' ? ENVIRONMENT : account.credentialId;
  return {
    name: vscode.l10n.t('Appcircle: {0}', withoutIcons(name)),
    iconPath: new vscode.ThemeIcon('key'),
    isTransient: true,
    message: messageFor(visibleText(name), token.expiresAt),
    env: {
      ...Object.fromEntries(TOKEN_VARIABLES.map((variable) => [variable, token.value])),
      [OWN_TERMINAL_VARIABLE]: owner,
    },
  };
}

/** A terminal like any other, which says why it has no token. */
export function plainTerminal(message: string): vscode.TerminalOptions {
  return { message };
}

/** Id of the stored account whose token a terminal of ours holds; survives a restart of the extension host. */
export function ownerOf(terminal: vscode.Terminal): string | undefined {
  // A terminal that an extension draws by itself has no environment.
  const { env } = terminal.creationOptions as vscode.TerminalOptions;
  const owner = env?.[OWN_TERMINAL_VARIABLE] ?? undefined;
  return owner === ENVIRONMENT ? undefined : owner;
}

function messageFor(name: string, expiresAt: number | undefined): string {
  const variables = TOKEN_VARIABLES.join(', ');
  return expiresAt === undefined
    ? vscode.l10n.t(
        'Access token of {0} in {1}. How long it lives is not known. This terminal keeps it: open another one for a newer token.',
        name,
        variables,
      )
    : vscode.l10n.t(
        'Access token of {0} in {1}, good until {2}. This terminal keeps it: open another one for a newer token.',
        name,
        variables,
        timeOfDay(expiresAt),
      );
}
