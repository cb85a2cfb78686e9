import type { Method, OperationSummary } from '../../openapi/model';
import type { Segment } from '../document';
import { isLiteral } from '../parse/pieces';
import { templateSegments, type TemplatePart } from '../template';

/** A segment of paths, with what comes below it. */
export interface PathNode {
  /** As the template has it, `profiles` or `{profileId}`; empty for the root. */
  readonly segment: string;
  readonly parts: readonly TemplatePart[];
  readonly below: Map<string, PathNode>;
  /** Operations whose path ends here. */
  readonly operations: OperationSummary[];
  /** Methods of all operations here and below. */
  readonly methods: Set<Method>;
}

/** Paths that begin alike have their beginnings in common. */
export function pathTreeOf(operations: readonly OperationSummary[]): PathNode {
  const root = nodeOf([]);
  for (const operation of operations) {
    let node = root;
    node.methods.add(operation.method);
    for (const parts of templateSegments(operation.path)) {
      const segment = segmentText(parts);
      const next = node.below.get(segment) ?? nodeOf(parts);
      node.below.set(segment, next);
      next.methods.add(operation.method);
      node = next;
    }
    node.operations.push(operation);
  }
  return root;
}

/** Places of the tree that one written path may be at: with ids, several are possible. */
const MAX_PLACES = 50;

/** Where a path that is written so far may be in the tree. Ids fit wherever no segment is written like them. */
export function nodesAt(root: PathNode, written: readonly Segment[]): readonly PathNode[] {
  let nodes: readonly PathNode[] = [root];
  for (const segment of written) {
    const text = segment.pieces.every(isLiteral)
      ? segment.pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')
      : undefined;
    nodes = nodes.flatMap((node) => step(node, text)).slice(0, MAX_PLACES);
  }
  return nodes;
}

/** All operations at a node and below. */
export function operationsBelow(node: PathNode): OperationSummary[] {
  return [...node.operations, ...[...node.below.values()].flatMap(operationsBelow)];
}

function step(node: PathNode, text: string | undefined): PathNode[] {
  const same = text === undefined ? undefined : node.below.get(text);
  if (same && !isId(same)) {
    return [same];
  }
  return text === '' ? [] : [...node.below.values()].filter(isId);
}

/** Whether anything of it is a parameter. */
export function isId({ parts }: PathNode): boolean {
  return parts.some((part) => 'parameter' in part);
}

export function segmentText(parts: readonly TemplatePart[]): string {
  return parts.map((part) => ('text' in part ? part.text : `{${part.parameter}}`)).join('');
}

function nodeOf(parts: readonly TemplatePart[]): PathNode {
  return { segment: segmentText(parts), parts, below: new Map(), operations: [], methods: new Set() };
}
