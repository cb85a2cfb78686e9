import * as vscode from 'vscode';
import { compareRanks, isCredentialExchange, rankOf, searchQuery } from '../../../api/openapi/rank';
import { createPick } from '../../../ui/dialogs/picks';
import { operationName } from '../tree/apiItems';
import { methodIcon } from '../tree/methodIcon';
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
  const pick = createPick<OperationItem>();
  const documentation: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('book'),
    tooltip: vscode.l10n.t('Show Documentation'),
  };
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Loading the API description…');
  pick.matchOnDescription = true;
  pick.busy = true;
  pick.show();
  try {
    const all = await Promise.race([operations.loadAll(), awaitHide(pick)]);
    if (!all) {
      return undefined;
    }
    const items = itemsOf(all, recent, documentation);
    // The editor filters once more, and would put those first whose label has the letters.
    Object.assign(pick, { sortByLabel: false });
    const sort = (text: string) => {
      pick.items = text.trim() === '' ? items : ranked(items, text, recent);
    };
    // Some of it may have been typed before there was anything to find.
    sort(pick.value);
    pick.onDidChangeValue(sort);
    pick.placeholder = searchText(all.length);
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
      label: operationName(operation),
      description: [
        `${method} ${path}`,
        id,
        severalModules ? module.name : undefined,
        deprecated ? vscode.l10n.t('deprecated') : undefined,
      ]
        .filter(Boolean)
        .join(' · '),
      iconPath: methodIcon(method),
      buttons: [documentation],
    };
  };
  const keys = new Map(all.map((listed) => [recentKey(listed), listed]));
  const last = recent.flatMap((key) => keys.get(key) ?? []);
  const others = all
    .filter((listed) => !last.includes(listed))
    .sort((a, b) => Number(isCredentialExchange(a.operation)) - Number(isCredentialExchange(b.operation)));
  const separator = (label: string): OperationItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...(last.length > 0 ? [separator(vscode.l10n.t('recently used')), ...last.map(itemOf)] : []),
    ...(last.length > 0 ? [separator(vscode.l10n.t('all operations'))] : []),
    ...others.map(itemOf),
  ];
}

function searchText(operations: number): string {
  switch (operations) {
    case 0:
      return vscode.l10n.t('No API description could be read');
    case 1:
      return vscode.l10n.t('Search 1 operation by name, path, or ID');
    default:
      return vscode.l10n.t('Search {0} operations by name, path, or ID', operations);
  }
}

/**
 * Rows in the order in which what was typed fits them, each in sight that it fits: the editor does not know synonyms.
 * What was used lately comes before what fits alike. The rest is left to the editor, which finds it by initials.
 */
function ranked(items: readonly OperationItem[], text: string, recent: readonly string[]): OperationItem[] {
  const query = searchQuery(text);
  const rows = items.flatMap((item) => {
    const { listed } = item;
    if (!listed) {
      return [];
    }
    const rank = rankOf(listed.operation, query);
    const used = recent.indexOf(recentKey(listed));
    return [
      { item, rank, used: used < 0 ? recent.length : used, last: isCredentialExchange(listed.operation) },
    ];
  });
  return rows
    .sort((a, b) => {
      if (a.rank === undefined || b.rank === undefined) {
        return Number(a.rank === undefined) - Number(b.rank === undefined);
      }
      return (
        Number(a.last) - Number(b.last) ||
        a.rank.kind - b.rank.kind ||
        a.used - b.used ||
        compareRanks(a.rank, b.rank)
      );
    })
    .map(({ item, rank }) => ({ ...item, alwaysShow: rank !== undefined }));
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
