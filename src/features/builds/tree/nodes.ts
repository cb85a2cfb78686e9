import type { Branch, BuildProfile, UnderWayItem } from '../../../api/builds/model';
import { idPart } from '../../../support/idPart';
import type {
  BranchNode,
  BuildNode,
  BuildProfileNode,
  BuildsNode,
  MoreNode,
  SectionNode,
  UnderWayNode,
} from '../buildNodes';
import type { BuildRow } from './liveRows';

/** More rows at once make the tree slow to build and nobody scrolls through them: there is Show More, and a pick. */
const PAGE_SIZE = 500;

export function profileId({ id }: Pick<BuildProfile, 'id'>): string {
  return `profile/${idPart(id)}`;
}

export function branchId(profile: Pick<BuildProfile, 'id'>, { id }: Pick<Branch, 'id'>): string {
  return `${profileId(profile)}/branch/${idPart(id)}`;
}

/** The rows of the tree as the editor knows them: the same object for the same row, so that it is found again (R24). */
export class Nodes {
  private byId = new Map<string, BuildsNode>();
  private parents = new WeakMap<BuildsNode, BuildsNode>();
  private readonly shown = new Map<string, number>();

  section(id: SectionNode['id']): SectionNode {
    return this.keep({ kind: 'section', id });
  }

  underWay(item: UnderWayItem): UnderWayNode {
    return this.keep({ kind: 'underWay', id: `underWay/${idPart(item.id)}`, item });
  }

  profile(profile: BuildProfile): BuildProfileNode {
    return this.keep({ kind: 'buildProfile', id: profileId(profile), profile });
  }

  branch(profile: BuildProfile, branch: Branch): BranchNode {
    return this.keep({ kind: 'branch', id: branchId(profile, branch), profile, branch });
  }

  /** A build that waits has the id of its place in the queue, and keeps its row when it has another one later. */
  build(profile: BuildProfile, branch: Branch, { build, queueItemId }: BuildRow): BuildNode {
    const id = `${branchId(profile, branch)}/build/${idPart(queueItemId ?? build.id)}`;
    return this.keep({ kind: 'build', id, profile, branch, build, queueItemId });
  }

  /** The rows below another one, as many as are shown, and one that leads to the rest. */
  below(parent: BuildsNode, nodes: readonly BuildsNode[]): BuildsNode[] {
    const shown = this.shown.get(parent.id) ?? PAGE_SIZE;
    const page: BuildsNode[] = nodes.slice(0, shown);
    for (const node of page) {
      this.parents.set(node, parent);
    }
    const total = nodes.length;
    const more: MoreNode = { kind: 'more', id: `${parent.id}/more`, parent, shown, total };
    return total > shown ? [...page, this.keep(more)] : page;
  }

  showMore({ parent, shown }: MoreNode): void {
    this.shown.set(parent.id, shown + PAGE_SIZE);
  }

  /** Makes the row at this place one of those that are shown. True where it was not. */
  showUpTo(parent: BuildsNode, index: number): boolean {
    const isHidden = index >= (this.shown.get(parent.id) ?? PAGE_SIZE);
    if (isHidden) {
      this.shown.set(parent.id, Math.ceil((index + 1) / PAGE_SIZE) * PAGE_SIZE);
    }
    return isHidden;
  }

  /** A row that was made before. */
  known(id: string): BuildsNode | undefined {
    return this.byId.get(id);
  }

  parentOf(node: BuildsNode): BuildsNode | undefined {
    return this.parents.get(node);
  }

  setParent(node: BuildsNode, parent: BuildsNode): void {
    this.parents.set(node, parent);
  }

  /** Nothing of one account is a row of another. */
  forget(): void {
    this.byId = new Map();
    this.parents = new WeakMap();
    this.shown.clear();
  }

  private keep<N extends BuildsNode>(node: N): N {
    const known = this.byId.get(node.id);
    if (known) {
      return Object.assign<BuildsNode, N>(known, node);
    }
    this.byId.set(node.id, node);
    return node;
  }
}
