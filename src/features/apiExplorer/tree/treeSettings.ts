import { Emitter, type Disposable } from '../../../support/emitter';
import { recordState, type Memento } from '../../../support/memento';
import { contextKey } from '../../../ui/contextKeys';

/** Key of the workspace's memento; no secrets. */
export const API_GROUPING = 'appcircle.apiGrouping';

/** How the rows are shown: put together by tag or by path, and filtered where there is a text. */
export interface TreeArrangement {
  readonly grouping: 'tag' | 'path';
  readonly filter: string;
}

/** How a person wants the tree: the workspace remembers the grouping. Nothing else sets its context keys (R9). */
export class TreeSettings implements Disposable {
  private value: TreeArrangement;
  private readonly setFilterKey = contextKey('appcircle.apiFilter');
  private readonly setGroupingKey = contextKey('appcircle.apiGrouping');
  private readonly changes = new Emitter<TreeArrangement>();
  readonly onDidChange = this.changes.event;

  constructor(private readonly memento: Memento) {
    this.value = { filter: '', grouping: memento.get(API_GROUPING) === 'path' ? 'path' : 'tag' };
    this.setKeys();
  }

  get current(): TreeArrangement {
    return this.value;
  }

  async setGrouping(grouping: TreeArrangement['grouping']): Promise<void> {
    this.change({ ...this.value, grouping });
    await recordState(this.memento, API_GROUPING, grouping === 'tag' ? undefined : grouping);
  }

  setFilter(filter: string): void {
    this.change({ ...this.value, filter: filter.trim() });
  }

  dispose(): void {
    this.changes.dispose();
  }

  private change(value: TreeArrangement): void {
    this.value = value;
    this.setKeys();
    this.changes.fire(value);
  }

  private setKeys(): void {
    this.setFilterKey(this.value.filter === '' ? 'off' : 'on');
    this.setGroupingKey(this.value.grouping);
  }
}
