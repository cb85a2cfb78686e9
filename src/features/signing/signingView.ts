import * as vscode from 'vscode';
import type { Touched } from '../../api/request/touched';
import type { SigningIdentity } from '../../api/signing/identities';
import { View, type CommandId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/lazy';
import type { LazyTree } from '../../ui/lists/lazyTree';
import type { LoadedView } from '../../ui/lists/lazyView';
import type { SigningViewDeps } from './deps';
import { SigningArrangement } from './find/signingArrangement';
import { SigningFindCommands } from './find/signingFindCommands';
import { SigningReminders } from './reminders/signingReminders';
import { signingCommands, signingRows, signingSelection } from './signingCommands';
import { SigningLists } from './signingLists';
import type { SigningNode } from './signingNodes';
import { SigningRowCommands } from './signingRowCommands';
import { SigningTree } from './tree/signingTree';
import type { IdentityUploads } from './upload/identityUploads';

/** Builds what the Signing Identities view is made of. Loaded when the view first shows or a command of it is run. */
export class SigningView implements LoadedView<SigningNode> {
  readonly rowMeanings = signingRows;
  readonly onSelection = signingSelection;
  readonly rows: SigningTree;
  readonly find: SigningFindCommands;
  readonly rowCommands: SigningRowCommands;
  /** Loaded with the first upload. */
  readonly uploads: () => Promise<IdentityUploads>;
  readonly reminders: SigningReminders;
  private readonly lists: SigningLists;
  private readonly disposables = new Disposables();

  constructor(deps: SigningViewDeps, tree: LazyTree<SigningNode>) {
    const { sessions, clientFor, documents, memento, log } = deps;
    const { disposables } = this;
    const source = { sessions, clientFor };
    const lists = disposables.add(new SigningLists(source));
    const arrangement = new SigningArrangement(memento);
    const rows = disposables.add(new SigningTree({ tree, sessions, lists, arrangement }));
    const reveal = async (identity: SigningIdentity) => {
      await vscode.commands.executeCommand(`${View.signing}.focus`);
      return rows.reveal(identity);
    };
    const shared = { ...source, lists, tree: rows, reveal };
    this.lists = lists;
    this.rows = rows;
    this.find = new SigningFindCommands({ ...shared, arrangement });
    this.rowCommands = new SigningRowCommands({ ...shared, documents });
    this.uploads = lazy(async () => new (await import('./upload/identityUploads')).IdentityUploads(shared));
    this.reminders = disposables.add(new SigningReminders({ ...shared, log, stored: deps.reminders }));
  }

  /** Runs one of the commands of the view. */
  run(id: CommandId, argument: unknown): unknown {
    return signingCommands[id]?.(this, argument);
  }

  /** Asks for everything again that is shown. */
  refresh(): Promise<void> {
    return this.rows.refresh();
  }

  retryFailed(): Promise<void> {
    return this.rows.retryFailed();
  }

  /** A write of somebody else may have changed any of the lists. */
  handleWrite({ kind }: Touched): Promise<void> {
    if (kind === 'signing' && this.lists.known.length > 0) {
      this.lists.forget();
      this.rows.draw();
    }
    return Promise.resolve();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
