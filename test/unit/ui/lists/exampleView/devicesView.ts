import * as vscode from 'vscode';
import type { CommandId } from '../../../../../src/contributions';
import { Disposables } from '../../../../../src/support/disposables';
import { SafeMarkdown } from '../../../../../src/ui/documents/safeMarkdown';
import { AccountList } from '../../../../../src/ui/lists/accountList';
import type { LazyTree } from '../../../../../src/ui/lists/lazyTree';
import type { LoadedView, ViewCommands } from '../../../../../src/ui/lists/lazyView';
import type { ListNode } from '../../../../../src/ui/lists/listNodes';
import { ListView } from '../../../../../src/ui/lists/listView';
import { Command, listDevices, NameFilter, type Device, type DevicesDeps } from './device';

// The region stands in CONTRIBUTING.md as it is here.
// #region The commands of a view
/** What each command of the view does, on a row or on nothing. */
const deviceCommands: ViewCommands<DevicesView> = {
  [Command.copyDeviceId]: (view, argument) => view.copyId(argument),
  [Command.filterDevices]: (view, argument) => {
    view.filterBy(argument);
  },
  [Command.showMoreDevices]: ({ rows }) => {
    rows.showMore();
  },
};
// #endregion

/** What is behind the view. Loaded when it first shows or a command of it is run. */
export class DevicesView implements LoadedView<ListNode<Device>> {
  readonly rows: ListView<Device>;
  private readonly filter = new NameFilter();
  private readonly disposables = new Disposables();

  // The region stands in CONTRIBUTING.md as it is here.
  // #region The rows of a view
  constructor({ sessions, clientFor }: DevicesDeps, tree: LazyTree<ListNode<Device>>) {
    const list = this.disposables.add(
      new AccountList(sessions, (account, signal) => listDevices(clientFor(account), signal)),
    );
    this.rows = this.disposables.add(
      new ListView<Device>({
        tree,
        state: 'appcircle.testingGroups',
        list,
        sessions,
        item: ({ name }) => new vscode.TreeItem(name),
        tooltip: ({ name }) => Promise.resolve(new SafeMarkdown().heading(name).value),
        arrangement: this.filter,
        more: Command.showMoreDevices,
        staleMessage: (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      }),
    );
  }
  // #endregion

  /** Runs a command of the view on a row or on nothing. */
  run(id: CommandId, argument: unknown): unknown {
    return deviceCommands[id]?.(this, argument);
  }

  /** A keybinding may hand over anything (T13). */
  async copyId(argument: unknown): Promise<void> {
    const { row } = (argument ?? {}) as { row?: Partial<Device> | null };
    await (row?.id !== undefined && vscode.env.clipboard.writeText(row.id));
  }

  /** Shows all without a text. */
  filterBy(argument: unknown): void {
    this.filter.text = typeof argument === 'string' ? argument : undefined;
    this.rows.arrange();
  }

  refresh(): Promise<void> {
    return this.rows.refresh();
  }

  retryFailed(): Promise<void> {
    return this.rows.retryFailed();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
