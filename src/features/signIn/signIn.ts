import * as vscode from 'vscode';
import { Command } from '../../contributions';
import type { RegisterCommand } from '../../ui/commands';
import type { SignInDeps } from './dialog';

/** Sign In and Replace Key: the only two places that a key is typed into. Loaded when one of them is run. */
export function registerSignIn(command: RegisterCommand, deps: SignInDeps): vscode.Disposable {
  const { sessions } = deps;
  return vscode.Disposable.from(
    command(Command.signIn, async (purpose) => (await import('./dialog')).signIn(deps, purpose)),
    command(Command.replaceKey, async () => {
      const { signIn, replaceKey } = await import('./dialog');
      return sessions.account && sessions.account.kind !== 'environment'
        ? replaceKey(deps, sessions.account)
        : signIn(deps);
    }),
  );
}
