import * as vscode from 'vscode';
import type { PublishRun } from '../../../api/publish/model';
import type { PublishVersionRef } from '../../../api/publish/paths';
import { isRunUnderWay, type PublishStatus } from '../../../api/publish/publishStatus';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import type { AccountLoads } from '../../../ui/lists/accountLoads';
import { AutoRefresh } from '../../../ui/lists/autoRefresh';
import type { ListNode } from '../../../ui/lists/listNodes';
import type { LazyTree } from '../../../ui/lists/lazyTree';
import { publishNodeOf, versionRefOf, type PlatformRow } from '../rows/publishNodes';

/** The first pause between two looks, in milliseconds. */
const FIRST_PAUSE = 4_000;
/** The longest while a step runs. */
const MAX_BUSY_PAUSE = 30_000;
/** The longest while all that goes on waits for people: an approval may take ten days (api/README 12.3). */
const MAX_APPROVAL_PAUSE = 300_000;
/** Runs that are asked for at a look. */
const MAX_ASKED = 5;

/** What a watch takes. */
export interface RunWatchDeps {
  readonly tree: LazyTree<ListNode<PlatformRow>>;
  readonly runs: AccountLoads<PublishRun, PublishVersionRef>;
  /** A run is another one than it was. `isOver`: it has ended, so that what is told of its version changes, too. */
  readonly onChange: (of: PublishVersionRef, isOver: boolean) => void;
}

/**
 * Looks again, in growing pauses, at the runs that are under way and open, while somebody can see them. Nothing ends it
 * but the end of the run: an approval is waited for as long as it takes.
 */
export class RunWatch implements Disposable {
  private readonly disposables = new Disposables();
  private readonly shown = new Map<string, PublishVersionRef>();
  /** Rows that a person folded, by `keysOf`: what is below them is not seen. */
  private readonly folded = new Set<string>();
  private readonly activity = this.disposables.add(new Emitter<boolean>());

  constructor(private readonly deps: RunWatchDeps) {
    const { tree } = deps;
    const of = () => this.statuses();
    this.disposables.add(
      new AutoRefresh(
        tree.view,
        {
          get isActive() {
            return of().some(isRunUnderWay);
          },
          onDidChange: this.activity.event,
        },
        () => this.look(),
        {
          first: FIRST_PAUSE,
          get max() {
            return of().some((status) => status === 'running') ? MAX_BUSY_PAUSE : MAX_APPROVAL_PAUSE;
          },
        },
      ),
    );
    this.disposables.add(
      vscode.Disposable.from(
        tree.view.onDidCollapseElement(({ element }) => {
          this.folded.add(keyOf(element));
        }),
        tree.view.onDidExpandElement(({ element }) => {
          this.folded.delete(keyOf(element));
          this.startOver();
        }),
      ),
    );
  }

  /** The run of this version is shown from now on. */
  show(of: PublishVersionRef): void {
    const [key] = keysOf(of);
    const isNew = !this.shown.has(key);
    this.shown.set(key, of);
    this.folded.delete(key);
    if (isNew) {
      this.startOver();
    }
  }

  /** Something was done with a run: looks follow soon again. */
  startOver(): void {
    this.activity.fire(true);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private get seen(): PublishVersionRef[] {
    return [...this.shown.values()].filter((of) => !keysOf(of).some((key) => this.folded.has(key)));
  }

  private statuses(): PublishStatus[] {
    return this.seen.flatMap((of) => (this.deps.runs.lastRowsOf(of) ?? []).map(({ status }) => status));
  }

  /** Fails as a request does, where no run could be had. */
  private async look(): Promise<void> {
    const { runs, onChange } = this.deps;
    const asked = this.seen.filter((of) => runs.lastRowsOf(of)?.some(({ status }) => isRunUnderWay(status)));
    await Promise.all(
      asked.slice(0, MAX_ASKED).map(async (of) => {
        const [before] = runs.lastRowsOf(of) ?? [];
        runs.forget(of);
        const [now] = await runs.rowsOf(of);
        if (JSON.stringify(now) !== JSON.stringify(before)) {
          onChange(of, now === undefined || !isRunUnderWay(now.status));
          this.activity.fire(true);
        }
      }),
    );
  }
}

/** What tells a version, its profile and its platform apart. */
function keysOf({ platform, profileId, versionId }: PublishVersionRef): [string, string, string] {
  return [`${platform}/${profileId}/${versionId}`, `${platform}/${profileId}`, platform];
}

/** The one of these that a row is of; that of a run is not its version's. */
function keyOf(element: ListNode<PlatformRow>): string {
  const node = publishNodeOf(element);
  const profile = node?.kind === 'profile' ? node.profile : undefined;
  if (node?.kind === 'version') {
    return keysOf(versionRefOf(node))[0];
  }
  return profile ? `${profile.platform}/${profile.id}` : element.kind === 'row' ? element.row.id : '';
}
