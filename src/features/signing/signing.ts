import type * as vscode from 'vscode';
import { AccountMemento } from '../../account/accountMemento';
import { View, ViewCommandIds } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { registerLazyView } from '../../ui/lists/lazyView';
import type { SigningDeps } from './deps';
import type { SigningNode } from './signingNodes';
import type { SigningView } from './signingView';

/** The Signing Identities view. Who never looked at it, and wants no reminders, is not asked for anything (R52). */
export function registerSigning(deps: SigningDeps): vscode.Disposable {
  const disposables = new Disposables();
  const reminders = new AccountMemento(deps.globalMemento, 'appcircle.signingReminders');
  disposables.add(deps.accountData.add((retained) => reminders.retainAccounts(retained)));
  const lazyView = disposables.add(
    registerLazyView<SigningNode, SigningView>(deps, {
      id: View.signing,
      load: async (tree: LazyTree<SigningNode>) =>
        new (await import('./signingView')).SigningView({ ...deps, reminders }, tree),
      commands: ViewCommandIds.signing,
    }),
  );
  disposables.add(
    deps.sessions.onDidChange((session) => {
      if (session.kind === 'signedIn' && session.health.kind === 'good' && reminders.of(session.account.id)) {
        void lazyView.load().then((view) => view.reminders.check());
      }
    }),
  );
  return disposables;
}
