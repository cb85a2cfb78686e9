import type * as vscode from 'vscode';
import type { BuildStatus } from '../../api/builds/buildStatus';
import type { Branch, BuildProfile, Commit, UnderWayItem } from '../../api/builds/model';
import type { Failure } from '../../api/failure';
import type { Disposable, Event } from '../../support/emitter';
import type { BuildsNode, OtherNode } from './buildNodes';

/** Rows that a room of the view gives and draws: steps and artifacts below a build, variable groups at the end. */
export interface RoomRows {
  /**
   * What is below a row: below a build or the section of the room, and below the room's own rows. Asked for when that is
   * opened. What fails is a row (`failureRows`), not thrown.
   */
  children(parent: BuildsNode): Promise<readonly BuildsNode[]>;
  item(node: OtherNode): vscode.TreeItem;
  /** Told a row that has changed, or whose rows have; undefined for all that the room gives. */
  readonly onDidChange: Event<BuildsNode | undefined>;
  /** A person wants everything asked for again. */
  forget?(): void;
  /** Asks again for what failed, where that may have passed. */
  retryFailed?(): void;
}

/** The rooms that give rows, by what they give. */
export interface Rooms {
  readonly steps?: RoomRows | undefined;
  readonly artifacts?: RoomRows | undefined;
  readonly variables?: RoomRows | undefined;
}

/** What is known of a build that this window saw under way. */
export interface LiveState {
  readonly profile: Pick<BuildProfile, 'id'>;
  readonly branch: Pick<Branch, 'name'>;
  readonly commit?: Partial<Commit>;
  readonly workflowName?: string;
  readonly queueItemId: string;
  readonly buildId?: string;
  readonly status: BuildStatus;
}

/** What waits and runs now, as the rows need it; `BuildWatch` is it. */
export interface LiveBuilds {
  readonly underWay: readonly UnderWayItem[];
  /** Why that cannot be told. */
  readonly failure: Failure | undefined;
  readonly onDidChange: Event<undefined>;
  readonly onDidEnd: Event<LiveState>;
  /** By the id of the queue or of the build. */
  stateOf(id: string): LiveState | undefined;
  /** Somebody shows it until the result is disposed. */
  want(): Disposable;
  /** Fails as a request does. */
  refresh(): Promise<void>;
}
