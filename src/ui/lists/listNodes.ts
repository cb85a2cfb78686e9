import type * as vscode from 'vscode';
import type { Failure } from '../../api/failure';
import type { Event } from '../../support/emitter';
import type { RemedyRow } from './remedyItem';

/** A row of the list; what it shows may change. */
export interface RowNode<T> {
  readonly kind: 'row';
  row: T;
}

/** A node of the tree: a row of the list, or one that leads on. */
export type ListNode<T> =
  | Readonly<RowNode<T>>
  | {
      readonly kind: 'below';
      readonly row: T;
      readonly node: BelowNode;
      /** What it is below. */
      readonly parent: ListNode<T>;
    }
  | { readonly kind: 'more' }
  | { readonly kind: 'remedy'; readonly remedy: RemedyRow };

/** A row below a row of the list, at any depth. Ids are told apart below one row. */
export interface BelowNode {
  readonly id: string;
}

/** What is below the rows of a list, of which the view knows nothing else. */
export interface RowsBelow<T> {
  children(row: T, parent?: BelowNode): Promise<readonly BelowNode[]>;
  /** Asked for what `children` gave alone. A command without arguments is run on the node. */
  item(node: BelowNode): vscode.TreeItem;
  /** Why what is below cannot be had, for no row more than for others: it is told once, above the rows. */
  readonly failure?: Failure | undefined;
  /** Told when there is such a failure, or none any more. */
  readonly onDidChangeFailure?: Event<undefined>;
  /** Has what failed in a way that may have passed asked for again when it is next drawn. Whether there was any. */
  forgetFailed?(): boolean;
}
