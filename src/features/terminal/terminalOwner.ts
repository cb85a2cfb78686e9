import type * as vscode from 'vscode';
import type { Account } from '../../account/account';
import { OWN_TERMINAL_VARIABLE } from '../../account/environmentToken';

/** Owner of a terminal whose token came from the environment, which signing out cannot take back. */
const ENVIRONMENT = 'environment';

/** What the marker in the environment of a terminal of ours names: the account whose token it holds. */
export function ownerMark(account: Account): string {
  return account.kind === 'environment' ? ENVIRONMENT : account.credentialId;
}

/** Id of the stored account whose token a terminal of ours holds; survives a restart of the extension host. */
export function ownerOf(terminal: vscode.Terminal): string | undefined {
  // A terminal that an extension draws by itself has no environment.
  const { env } = terminal.creationOptions as vscode.TerminalOptions;
  const owner = env?.[OWN_TERMINAL_VARIABLE] ?? undefined;
  return owner === ENVIRONMENT ? undefined : owner;
}
