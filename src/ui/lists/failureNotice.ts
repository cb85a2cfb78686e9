import * as vscode from 'vscode';
import { meetsAll } from '../../api/failure';
import { failureText, type Remedy } from '../failures/failureText';
import { timeOfDay } from '../text/dates';
import type { KnownRows } from './accountLoads';

/** A row that tells something about the rows beside it. */
export interface Notice {
  readonly text: string;
  /** Whether it tells what went wrong. */
  readonly failed: boolean;
}

/** What went wrong below a row, and what helps. */
export interface FailureNotice {
  readonly notice: Notice;
  readonly remedies: readonly Remedy[];
}

/** What is told above rows that could not be had. What meets all lists alike stands above them, once. */
export function failureNotice({ failure, loadedAt }: KnownRows<unknown>): FailureNotice | undefined {
  if (!failure) {
    return undefined;
  }
  const since = loadedAt === undefined ? undefined : vscode.l10n.t('Last updated {0}.', timeOfDay(loadedAt));
  if (meetsAll(failure)) {
    return { notice: { text: since ?? vscode.l10n.t('Not loaded'), failed: false }, remedies: [] };
  }
  const { sentence, remedies } = failureText(failure);
  const text =
    loadedAt === undefined ? sentence : vscode.l10n.t('Last updated {0}. {1}', timeOfDay(loadedAt), sentence);
  return { notice: { text, failed: true }, remedies };
}

/** The row of a notice. */
export function noticeItem({ text, failed }: Notice): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.iconPath = new vscode.ThemeIcon(failed ? 'warning' : 'info');
  // It is longer than a row.
  item.tooltip = text;
  return item;
}
