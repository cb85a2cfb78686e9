import type { OperationSummary } from '../../../api/openapi/model';
import type { RemedyRow } from '../../../ui/lists/remedyItem';
import type { CollectionNode } from '../collections/collectionNodes';
import type { ApiModule } from '../descriptions/apiModule';
import type { OperationGroup } from './operationGroups';

/** A row of the API Explorer. */
export type ApiNode =
  | { readonly kind: 'module'; readonly id: string; readonly module: ApiModule }
  | GroupNode
  | OperationNode
  | { readonly kind: 'notice'; readonly id: string; readonly text: string }
  | { readonly kind: 'remedy'; readonly id: string; readonly remedy: RemedyRow }
  | CollectionNode;

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly module: ApiModule;
  readonly group: OperationGroup;
}

export interface OperationNode {
  readonly kind: 'operation';
  readonly id: string;
  readonly module: ApiModule;
  readonly operation: OperationSummary;
}

/** The operation that a command was run on, if it was run on one. */
export function operationIn(argument: unknown): OperationNode | undefined {
  return kindOf(argument) === 'operation' ? (argument as OperationNode) : undefined;
}

/** The tag or the path that a command was run on, if it was run on one. */
export function groupIn(argument: unknown): GroupNode | undefined {
  return kindOf(argument) === 'group' ? (argument as GroupNode) : undefined;
}

/** The module that a command was run on, if it was run on one. */
export function moduleIn(argument: unknown): ApiModule | undefined {
  return kindOf(argument) === 'module' ? (argument as { module: ApiModule }).module : undefined;
}

function kindOf(argument: unknown): unknown {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && 'module' in argument
    ? argument.kind
    : undefined;
}
