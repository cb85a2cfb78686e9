import type { Branch, Build, BuildProfile, UnderWayItem } from '../../api/builds/model';
import type { RemedyRow } from '../../ui/lists/remedyItem';
import type { Notice } from '../../ui/lists/failureNotice';

/**
 * A row of the Builds view. `id` tells it apart in the tree. A row of a build knows its branch and profile, so that a
 * command asks for nothing that the row tells.
 */
export type BuildsNode =
  | SectionNode
  | BuildProfileNode
  | BranchNode
  | BuildNode
  | UnderWayNode
  | NoticeNode
  | RemedyNode
  | MoreNode
  | OtherNode;

export interface SectionNode {
  readonly kind: 'section';
  readonly id: 'underWay' | 'workspace' | 'profiles' | 'variables';
}

export interface BuildProfileNode {
  readonly kind: 'buildProfile';
  readonly id: string;
  readonly profile: BuildProfile;
}

export interface BranchNode {
  readonly kind: 'branch';
  readonly id: string;
  readonly profile: BuildProfile;
  readonly branch: Branch;
}

/** `queueItemId` is known of what was started here, or is under way. */
export interface BuildNode {
  readonly kind: 'build';
  readonly id: string;
  readonly profile: BuildProfile;
  readonly branch: Branch;
  readonly build: Build;
  readonly queueItemId?: string | undefined;
}

export interface UnderWayNode {
  readonly kind: 'underWay';
  readonly id: string;
  readonly item: UnderWayItem;
}

/** Tells something about the rows beside it. */
export interface NoticeNode extends Notice {
  readonly kind: 'notice';
  readonly id: string;
}

/** Something that helps. */
export interface RemedyNode {
  readonly kind: 'remedy';
  readonly id: string;
  readonly remedy: RemedyRow;
}

/** Shows more of what is below `parent`. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: BuildsNode;
  readonly shown: number;
  readonly total: number;
}

/** A row that a room of the view gives and draws (`RoomRows`). */
export interface OtherNode {
  readonly kind: 'step' | 'artifact' | 'artifacts' | 'variableGroup' | 'variable';
  readonly id: string;
}
