import type { UnderWayItem } from '../../../api/builds/model';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import type { BuildsNode } from '../buildNodes';
import type { LiveBuilds, LiveState } from '../rooms';
import type { BuildLists } from './buildLists';
import { profileId, type Nodes } from './nodes';
import type { VisibleRows } from './visibleRows';

/** What changes of what is under way are shown in. */
export interface LiveUpdatesOptions {
  readonly live: LiveBuilds;
  readonly lists: Pick<BuildLists, 'branches' | 'forgetBranch'>;
  readonly visible: VisibleRows;
  readonly nodes: Nodes;
  /** Draws a row anew with what is below it; without one, everything. */
  readonly renew: (node?: BuildsNode) => void;
}

/** Lets the rows follow what is under way, and draws what changed and no more (R24, R47). */
export class LiveUpdates implements Disposable {
  private last: readonly UnderWayItem[];
  private readonly disposables = new Disposables();

  constructor(private readonly options: LiveUpdatesOptions) {
    const { live, visible } = options;
    this.last = visible.underWay();
    this.disposables.add(
      live.onDidChange(() => {
        this.follow();
      }),
    );
    this.disposables.add(
      live.onDidEnd((end) => {
        this.finish(end);
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private follow(): void {
    const { visible, nodes, renew } = this.options;
    const before = this.last;
    const now = visible.underWay();
    this.last = now;
    const changed = now.filter((item) => !isSame(before, item));
    const gone = before.filter(({ id }) => now.every((item) => item.id !== id));
    if (before.length === 0 || now.length === 0) {
      renew();
      return;
    }
    if (gone.length > 0 || before.length !== now.length) {
      renew(nodes.section('underWay'));
    } else {
      for (const item of changed) {
        renew(nodes.underWay(item));
      }
    }
    // The row of a build does not say which step it is at.
    const others = [...now.filter((item) => !isSame(before, item, { stepName: undefined })), ...gone];
    for (const id of new Set(others.map((item) => item.profileId ?? ''))) {
      this.renewProfile(id);
    }
  }

  /** A list has to tell how long it took, and all else that is known only now. */
  private finish({ profile, branch }: LiveState): void {
    const { lists } = this.options;
    const known = lists.branches.lastRowsOf(profile.id)?.find(({ name }) => name === branch.name);
    if (known) {
      lists.forgetBranch({ profileId: profile.id, branchId: known.id });
    } else {
      lists.branches.forget(profile.id);
    }
    this.renewProfile(profile.id);
  }

  private renewProfile(id: string): void {
    const node = this.options.nodes.known(profileId({ id }));
    if (node) {
      this.options.renew(node);
    }
  }
}

/** Whether a row was there as it is now, but for these facts. */
function isSame(
  rows: readonly UnderWayItem[],
  item: UnderWayItem,
  aside: Partial<UnderWayItem> = {},
): boolean {
  const known = rows.find(({ id }) => id === item.id);
  return JSON.stringify({ ...known, ...aside }) === JSON.stringify({ ...item, ...aside });
}
