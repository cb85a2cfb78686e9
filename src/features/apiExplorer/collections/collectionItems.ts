import * as vscode from 'vscode';
import { timeOfDay } from '../../../ui/text/dates';
import { methodIcon } from '../tree/methodIcon';
import type { CollectionNode, RequestFileNode, RequestNode, ScratchNode } from './collectionNodes';

/** The row of a request file, a request or a scratch request, or of a group of them. `open`: its children show. */
export function collectionItem(node: CollectionNode, open: boolean): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const fold = open ? Expanded : Collapsed;
  switch (node.kind) {
    case 'collections':
      return groupItem(vscode.l10n.t('Collections'), 'library', fold);
    case 'scratches':
      return groupItem(vscode.l10n.t('Scratch Requests'), 'edit', fold);
    case 'requestFile':
      return fileItem(node, fold);
    case 'request':
      return requestItem(node);
    case 'scratch':
      return scratchItem(node);
  }
}

function groupItem(
  label: string,
  icon: string,
  collapsibleState: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, collapsibleState);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label };
  return item;
}

function fileItem({ name, folder }: RequestFileNode, fold: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const item = new vscode.TreeItem(name, fold);
  item.iconPath = new vscode.ThemeIcon('file');
  item.description = folder;
  item.accessibilityInformation = {
    label: folder === '' ? vscode.l10n.t('{0}, file', name) : vscode.l10n.t('{0}, file in {1}', name, folder),
  };
  return item;
}

function requestItem({ uri, method, title, target, line }: RequestNode): vscode.TreeItem {
  const call = `${method} ${target}`;
  const item = new vscode.TreeItem(title ?? call);
  item.iconPath = methodIcon(method);
  item.description = title === undefined ? '' : call;
  const start = new vscode.Position(line, 0);
  item.command = opening(uri, { selection: new vscode.Range(start, start) });
  item.accessibilityInformation = { label: title === undefined ? call : `${title}, ${call}` };
  return item;
}

function scratchItem({ uri, name, changedAt }: ScratchNode): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.iconPath = new vscode.ThemeIcon('note');
  item.description = timeOfDay(changedAt);
  item.contextValue = 'scratch';
  item.command = opening(uri, { preview: false });
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, scratch request, changed {1}', name, timeOfDay(changedAt)),
  };
  return item;
}

function opening(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): vscode.Command {
  return { command: 'vscode.open', title: vscode.l10n.t('Open Request'), arguments: [uri, options] };
}
