import * as vscode from 'vscode';
import { AuthenticationProviderId, Command } from '../../contributions';
import type { Log } from '../../support/log';
import { FOR_COMMAND } from '../../ui/ensureSignedIn';
import { LazySessionProvider } from './lazySessionProvider';
import type { SessionProviderDeps } from './sessionProvider';

/** What the authentication provider needs of the rest. */
export type AuthenticationDeps = Omit<SessionProviderDeps, 'signIn' | 'replaceKey'> & { log: Log };

/**
 * The authentication provider `appcircle`: accounts in the editor's Accounts menu, and tokens for the extensions
 * that the user trusts. Another extension may hold the id; then this feature alone is lost.
 */
export function registerAuthentication(deps: AuthenticationDeps): vscode.Disposable {
  const provider = new LazySessionProvider({
    ...deps,
    signIn: () => vscode.commands.executeCommand(Command.signIn, FOR_COMMAND),
    replaceKey: () => vscode.commands.executeCommand(Command.replaceKey),
  });
  try {
    const registration = vscode.authentication.registerAuthenticationProvider(
      AuthenticationProviderId,
      vscode.l10n.t('Appcircle (full access to your account)'),
      provider,
      { supportsMultipleAccounts: true },
    );
    return vscode.Disposable.from(registration, provider);
  } catch (error) {
    provider.dispose();
    deps.log.warn(
      `No authentication provider ${AuthenticationProviderId}: ${error instanceof Error ? error.message : 'unknown error'}`,
    );
    return new vscode.Disposable(() => undefined);
  }
}
