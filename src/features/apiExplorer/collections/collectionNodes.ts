import type * as vscode from 'vscode';
import type { Method } from '../../../api/openapi/model';

/** A row of what a person keeps: request files of the workspace, and scratch requests. */
export type CollectionNode =
  | { readonly kind: 'collections'; readonly id: string }
  | { readonly kind: 'scratches'; readonly id: string }
  | ScratchNode
  | RequestFileNode
  | RequestNode;

export interface ScratchNode {
  readonly kind: 'scratch';
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly changedAt: number;
}

export interface RequestFileNode {
  readonly kind: 'requestFile';
  readonly id: string;
  readonly uri: vscode.Uri;
  /** Without its ending. */
  readonly name: string;
  /** Below the workspace; empty for its own folder. */
  readonly folder: string;
}

export interface RequestNode {
  readonly kind: 'request';
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly method: Method;
  readonly title: string | undefined;
  /** Its address as it is written, without the host. */
  readonly target: string;
  /** Of its request line, from 0. */
  readonly line: number;
}
