import * as vscode from 'vscode';
import { Command } from '../../contributions';
import type { RegisterCommand } from '../../ui/commands';
import type { SignInNeeds } from './dialog';

/** Sign In and Replace Key: the only two places that a key is typed into. Loaded when one of them is run. */
export function registerSignIn(command: RegisterCommand, needs: SignInNeeds): vscode.Disposable {
  const { sessions } = needs;
  return vscode.Disposable.from(
    command(Command.signIn, async () => (await import('./dialog')).signIn(needs)),
    command(Command.replaceKey, async () => {
      const { signIn, replaceKey } = await import('./dialog');
      return sessions.account && sessions.account.kind !== 'environment'
        ? replaceKey(needs, sessions.account)
        : signIn(needs);
    }),
  );
}
