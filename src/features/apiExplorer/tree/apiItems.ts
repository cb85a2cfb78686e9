import * as vscode from 'vscode';
import type { OperationSummary } from '../../../api/openapi/model';
import { Command } from '../../../contributions';
import { remedyItem } from '../../../ui/lists/remedyItem';
import { collectionItem } from '../collections/collectionItems';
import { changesDetail, changesText } from '../descriptions/moduleText';
import type { ApiNode, OperationNode } from './apiNodes';
import { methodIcon } from './methodIcon';

/** What an operation is called: its summary, else its id, else its path. Untrusted text. */
export function operationName({ summary, id, path }: OperationSummary): string {
  return [summary?.trim(), id].find((name) => name) ?? path;
}

/** The row of a node. `open` tells whether its children show; nothing else depends on what a person did. */
export function apiItem(node: ApiNode, open: boolean): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'module': {
      const item = new vscode.TreeItem(node.module.name, open ? Expanded : Collapsed);
      item.iconPath = new vscode.ThemeIcon(node.module.origin === 'file' ? 'file-code' : 'package');
      item.contextValue = node.module.origin === 'file' ? 'module file' : 'module';
      const { changes, id, name } = node.module;
      const about = id === 'own' ? name : id;
      item.tooltip = changes ? [about, changesDetail(changes)].join('\n') : about;
      // Else the tooltip, an address, would be read aloud.
      item.accessibilityInformation = {
        label: changes ? [name, changesText(changes)].join(', ') : name,
      };
      if (changes) {
        item.description = changesText(changes);
      }
      return item;
    }
    case 'group': {
      const { name, title = name, operations } = node.group;
      const label = title || vscode.l10n.t('Other');
      const item = new vscode.TreeItem(label, open ? Expanded : Collapsed);
      item.description = String(operations.length);
      item.contextValue = 'group';
      item.accessibilityInformation = {
        label:
          operations.length === 1
            ? vscode.l10n.t('{0}, 1 operation', label)
            : vscode.l10n.t('{0}, {1} operations', label, operations.length),
      };
      return item;
    }
    case 'operation':
      return operationItem(node);
    case 'notice':
      return new vscode.TreeItem(node.text);
    case 'remedy':
      return remedyItem(node.remedy);
    default:
      return collectionItem(node, open);
  }
}

function operationItem(node: OperationNode): vscode.TreeItem {
  const { operation } = node;
  const { method, path, deprecated } = operation;
  const name = operationName(operation);
  const item = new vscode.TreeItem(name);
  const call = `${method} ${path}`;
  item.description = deprecated ? vscode.l10n.t('deprecated · {0}', call) : call;
  item.iconPath = methodIcon(method);
  item.contextValue = 'operation';
  item.command = {
    command: Command.showOperation,
    title: vscode.l10n.t('Show API Documentation'),
    arguments: [node],
  };
  item.accessibilityInformation = {
    label: [name, call, ...(deprecated ? [vscode.l10n.t('deprecated')] : [])].join(', '),
  };
  return item;
}
