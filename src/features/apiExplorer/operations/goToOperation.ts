import * as vscode from 'vscode';
import { rankOf } from '../../../api/openapi/rank';
import { withoutIcons } from '../../../support/visibleText';
import { methodIcon, operationName } from '../tree/apiItems';
import type { ListedOperation, Operations } from './operations';

interface OperationItem extends vscode.QuickPickItem {
  listed?: ListedOperation;
}

/** What a person wants of the operation that was chosen. */
export interface ChosenOperation extends ListedOperation {
  readonly wanted: 'request' | 'documentation';
}

/**
 * One pick over every operation of every module, found by summary, path and id; those that were used last come first.
 * Undefined when the person closed it.
 */
export async function pickOperation(
  title: string,
  operations: Operations,
  recent: readonly string[],
): Promise<ChosenOperation | undefined> {
  const pick = vscode.window.createQuickPick<OperationItem>();
  const documentation: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('book'),
    tooltip: vscode.l10n.t('Show Documentation'),
  };
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Loading the description of the API…');
  pick.matchOnDescription = true;
  pick.busy = true;
  pick.show();
  try {
    const all = await Promise.race([operations.loadAll(), awaitHide(pick)]);
    if (!all) {
      return undefined;
    }
    const items = itemsOf(all, recent, documentation);
    // The editor filters, but keeps the order: what was typed as it stands comes before what merely has its letters.
    const sort = (text: string) => {
      pick.items = text.trim() === '' ? items : ranked(items, text);
    };
    // Some of it may have been typed before there was anything to find.
    sort(pick.value);
    pick.onDidChangeValue(sort);
    pick.placeholder =
      all.length === 0
        ? vscode.l10n.t('No description of the API could be read')
        : vscode.l10n.t('Type to search {0} operations by name, path or id', all.length);
    pick.busy = false;
    return await awaitChoice(pick);
  } finally {
    pick.dispose();
  }
}

/** What an operation is remembered by. */
export function recentKey({ module, operation }: ListedOperation): string {
  return JSON.stringify([module.id, operation.key]);
}

function itemsOf(
  all: readonly ListedOperation[],
  recent: readonly string[],
  documentation: vscode.QuickInputButton,
): OperationItem[] {
  const severalModules = new Set(all.map(({ module }) => module)).size > 1;
  const itemOf = (listed: ListedOperation): OperationItem => {
    const { module, operation } = listed;
    const { method, path, id, deprecated } = operation;
    return {
      listed,
      label: withoutIcons(operationName(operation)),
      description: withoutIcons(
        [
          `${method} ${path}`,
          id,
          severalModules ? module.name : undefined,
          deprecated ? vscode.l10n.t('deprecated') : undefined,
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      iconPath: methodIcon(method),
      buttons: [documentation],
    };
  };
  const keys = new Map(all.map((listed) => [recentKey(listed), listed]));
  const last = recent.flatMap((key) => keys.get(key) ?? []);
  const others = all.filter((listed) => !last.includes(listed));
  const separator = (label: string): OperationItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...(last.length > 0 ? [separator(vscode.l10n.t('recently used')), ...last.map(itemOf)] : []),
    ...(last.length > 0 ? [separator(vscode.l10n.t('all operations'))] : []),
    ...others.map(itemOf),
  ];
}

function ranked(items: readonly OperationItem[], text: string): OperationItem[] {
  const rank = ({ listed }: OperationItem) => (listed ? rankOf(listed.operation, text) : 0);
  return items
    .filter(({ listed }) => listed)
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function awaitHide(pick: vscode.QuickPick<OperationItem>): Promise<undefined> {
  return new Promise((resolve) => {
    pick.onDidHide(() => {
      resolve(undefined);
    });
  });
}

function awaitChoice(pick: vscode.QuickPick<OperationItem>): Promise<ChosenOperation | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      // Not what the editor calls selected: it tells a place in the list, which may just have been sorted anew.
      const listed = (pick.activeItems[0] ?? pick.selectedItems[0])?.listed;
      resolve(listed && { ...listed, wanted: 'request' });
    });
    pick.onDidTriggerItemButton(({ item: { listed } }) => {
      resolve(listed && { ...listed, wanted: 'documentation' });
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
  });
}
