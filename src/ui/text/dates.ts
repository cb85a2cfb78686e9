import * as vscode from 'vscode';
import { memoize } from '../../support/memoize';

/** Long lists have a time in each row. */
const relative = memoize((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

/** Date and time as the editor's language writes them. */
export function dateTime(milliseconds: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    milliseconds,
  );
}

/** The day alone. */
export function dateOnly(milliseconds: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(milliseconds);
}

/** The time of day, for what happened or ends today; date and time for the rest. */
export function timeOfDay(milliseconds: number, now = Date.now()): string {
  const sameDay = new Date(milliseconds).toDateString() === new Date(now).toDateString();
  return sameDay
    ? new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'short' }).format(milliseconds)
    : dateTime(milliseconds);
}

/** How long from now, in the largest unit that fits: "in 3 hours". */
export function fromNow(milliseconds: number, now = Date.now()): string {
  const format = relative(vscode.env.language);
  const minutes = Math.round((milliseconds - now) / 60_000);
  if (Math.abs(minutes) < 60) {
    return format.format(minutes, 'minute');
  }
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}
