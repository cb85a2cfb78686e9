import * as vscode from 'vscode';
import { Disposables } from '../../support/disposables';
import { Emitter, type Disposable } from '../../support/emitter';
import { lazy } from '../../support/lazy';
import type { BuildsNode, OtherNode } from './buildNodes';
import type { RoomRows } from './rooms';

/** A room that is loaded when somebody opens a row that has rows of it. */
export class LazyRoom implements RoomRows, Disposable {
  private room: RoomRows | undefined;
  private readonly changes = new Emitter<BuildsNode | undefined>();
  readonly onDidChange = this.changes.event;
  private readonly disposables = new Disposables();
  private readonly load;

  constructor(load: () => Promise<RoomRows>) {
    this.load = lazy(async () => {
      const room = await load();
      this.room = room;
      this.disposables.add(
        room.onDidChange((node) => {
          this.changes.fire(node);
        }),
      );
      return room;
    });
  }

  async children(parent: BuildsNode): Promise<readonly BuildsNode[]> {
    return (await this.load()).children(parent);
  }

  /** Only a room that was loaded has rows. */
  item(node: OtherNode): vscode.TreeItem {
    return this.room?.item(node) ?? new vscode.TreeItem('');
  }

  forget(): void {
    this.room?.forget?.();
  }

  retryFailed(): void {
    this.room?.retryFailed?.();
  }

  dispose(): void {
    this.disposables.dispose();
    this.changes.dispose();
  }
}
