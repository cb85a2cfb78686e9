import * as vscode from 'vscode';
import { textForLabel, textForRow } from '../../support/shownText';

/** How a list is asked for. */
export interface PickOptions extends vscode.QuickPickOptions {
  title: string;
  placeHolder: string;
}

/**
 * Lets a person choose a row. Texts of rows are shown as text: icons of our own are their `iconPath`. Undefined for
 * Esc, and when `token` is cancelled, which closes it.
 */
export function showPick<T extends vscode.QuickPickItem>(
  rows: readonly T[] | Promise<readonly T[]>,
  options: PickOptions & { canPickMany: true },
  token?: vscode.CancellationToken,
): Promise<T[] | undefined>;
export function showPick<T extends vscode.QuickPickItem>(
  rows: readonly T[] | Promise<readonly T[]>,
  options: PickOptions,
  token?: vscode.CancellationToken,
): Promise<T | undefined>;
export async function showPick<T extends vscode.QuickPickItem>(
  rows: readonly T[] | Promise<readonly T[]>,
  { title, placeHolder, ...options }: PickOptions,
  token?: vscode.CancellationToken,
): Promise<T | T[] | undefined> {
  const originals = new Map<T, T>();
  const show = (row: T): T => {
    const shown = shownRow(row);
    originals.set(shown, row);
    return shown;
  };
  const chosen: T | T[] | undefined = await vscode.window.showQuickPick<T>(
    rows instanceof Promise ? rows.then((known) => known.map(show)) : rows.map(show),
    { ...options, title: textForLabel(title), placeHolder: textForLabel(placeHolder) },
    token,
  );
  const original = (row: T) => originals.get(row) ?? row;
  return Array.isArray(chosen) ? chosen.map(original) : chosen && original(chosen);
}

/**
 * A pick that its owner fills and closes. Its texts are shown as text, whenever they are set; its rows come back with
 * the texts that were shown and everything else that they had.
 */
export function createPick<T extends vscode.QuickPickItem>(): vscode.QuickPick<T> {
  const shownRows = new WeakMap<T, T>();
  const show = (row: T): T => {
    const shown = shownRows.get(row) ?? shownRow(row);
    shownRows.set(row, shown).set(shown, shown);
    return shown;
  };
  const showAll = (rows: readonly T[]) => rows.map(show);
  const gates = new Map<PropertyKey, (value: never) => unknown>([
    ['title', textForLabel],
    ['placeholder', textForLabel],
    ['items', showAll],
    ['activeItems', showAll],
    ['selectedItems', showAll],
  ]);
  // The editor's own object, so that nothing of it is missing; only what is set goes through the gates.
  return new Proxy(vscode.window.createQuickPick<T>(), {
    get: (pick, name) => {
      const value: unknown = Reflect.get(pick, name);
      return typeof value === 'function' ? (value.bind(pick) as unknown) : value;
    },
    set: (pick, name, value: unknown) => {
      const gate = gates.get(name);
      return Reflect.set(pick, name, gate && value !== undefined ? gate(value as never) : value);
    },
  });
}

function shownRow<T extends vscode.QuickPickItem>(row: T): T {
  const { label, description, detail } = row;
  return {
    ...row,
    label: textForRow(label),
    ...(description !== undefined && { description: textForRow(description) }),
    ...(detail !== undefined && { detail: textForRow(detail) }),
  };
}
