import * as vscode from 'vscode';
import { isDate } from '../../support/moment';

/** Date and time as the editor's language writes them. Like all of these it says so of what is no date. */
export function dateTime(milliseconds: number): string {
  if (!isDate(milliseconds)) {
    return noDateText();
  }
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    milliseconds,
  );
}

/** The day alone. */
export function dateOnly(milliseconds: number): string {
  if (!isDate(milliseconds)) {
    return noDateText();
  }
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(milliseconds);
}

/** The time of day, for what happened or ends today; date and time for the rest. */
export function timeOfDay(milliseconds: number, now = Date.now()): string {
  const sameDay = new Date(milliseconds).toDateString() === new Date(now).toDateString();
  return sameDay
    ? new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'short' }).format(milliseconds)
    : dateTime(milliseconds);
}

/** What is said of what is no date: `Intl` throws for it, and no row or message is worth that. */
export function noDateText(): string {
  return vscode.l10n.t('unknown date');
}
