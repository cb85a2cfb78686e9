import * as vscode from 'vscode';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import type { ScratchFiles } from '../scratch/scratchFiles';
import { scratchUri } from '../scratch/scratchAddress';
import type { ApiNode } from '../tree/apiNodes';
import type { CollectionNode } from './collectionNodes';
import { findRequestFiles, REQUEST_FILES, requestsIn } from './requestFiles';

/** Milliseconds in which changes of files become one. */
const PAUSE = 300;

/**
 * What a person keeps: the request files of the workspace with their requests, and scratch requests. Nothing is looked
 * for or watched before somebody unfolds it.
 */
export class RequestCollections implements Disposable {
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  readonly onDidChange = this.changes.event;
  private watching: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly scratches: () => Promise<ScratchFiles>) {}

  async children(parent: CollectionNode): Promise<ApiNode[]> {
    this.watching ??= this.watch();
    await this.watching;
    switch (parent.kind) {
      case 'collections':
        return this.all(parent.id);
      case 'scratches':
        return this.scratchNodes(parent.id);
      case 'requestFile': {
        const found = await requestsIn(parent).catch(() => undefined);
        return found === undefined
          ? [noticeBelow(parent.id, vscode.l10n.t('This file cannot be read.'))]
          : found.nodes.length === 0
            ? [noticeBelow(parent.id, vscode.l10n.t('No requests'))]
            : withRest(found, parent.id);
      }
      default:
        return [];
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private async all(id: string): Promise<ApiNode[]> {
    const files = await findRequestFiles(id);
    const scratches = await this.scratchNodes(id);
    const nodes: ApiNode[] = [
      ...withRest(files, id),
      ...(scratches.length > 0 ? [{ kind: 'scratches', id: `${id}/scratches` } as const] : []),
    ];
    return nodes.length > 0
      ? nodes
      : [noticeBelow(id, vscode.l10n.t('No requests yet. New requests and request files appear here.'))];
  }

  private async scratchNodes(id: string): Promise<ApiNode[]> {
    const scratches = await (await this.scratches()).list();
    return scratches.map(({ name, changedAt }) => ({
      kind: 'scratch',
      id: `${id}/${JSON.stringify(name)}`,
      uri: scratchUri(name),
      name,
      changedAt,
    }));
  }

  private async watch(): Promise<void> {
    const { disposables } = this;
    const handleChange = () => {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.changes.fire(undefined);
      }, PAUSE);
    };
    const watcher = disposables.add(vscode.workspace.createFileSystemWatcher(REQUEST_FILES));
    disposables.add(watcher.onDidCreate(handleChange));
    disposables.add(watcher.onDidChange(handleChange));
    disposables.add(watcher.onDidDelete(handleChange));
    disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(handleChange));
    disposables.add((await this.scratches()).onDidChangeList(handleChange));
  }
}

function withRest({ nodes, isCut }: { nodes: readonly ApiNode[]; isCut: boolean }, id: string): ApiNode[] {
  const rest = vscode.l10n.t('Only the first {0} are listed.', nodes.length);
  return isCut ? [...nodes, noticeBelow(id, rest)] : [...nodes];
}

function noticeBelow(id: string, text: string): ApiNode {
  return { kind: 'notice', id: `${id}/notice`, text };
}
