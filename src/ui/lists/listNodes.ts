import type * as vscode from 'vscode';
import type { Remedy } from '../failures/failureText';

/** A row of the list; what it shows may change. */
export interface RowNode<T> {
  readonly kind: 'row';
  row: T;
}

/** A node of the tree: a row of the list, or one that leads on. */
export type ListNode<T> =
  | Readonly<RowNode<T>>
  | { readonly kind: 'below'; readonly row: T; readonly node: BelowNode }
  | { readonly kind: 'more' }
  | { readonly kind: 'remedy'; readonly remedy: Remedy };

/** A row below a row of the list, at any depth. Ids are told apart below one row. */
export interface BelowNode {
  readonly id: string;
}

/** What is below the rows of a list, of which the view knows nothing else. */
export interface RowsBelow<T> {
  children(row: T, parent?: BelowNode): Promise<readonly BelowNode[]>;
  /** Asked for what `children` gave alone. A command without arguments is run on the node. */
  item(node: BelowNode): vscode.TreeItem;
}
