import * as vscode from 'vscode';
import { memoize } from '../../support/memoize';
import { isDate } from '../../support/moment';
import { noDateText } from './dates';

/** Long lists have a time in each row. */
const relative = memoize((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

/** Largest first, with how many milliseconds each has, and from how many on it is told. */
const units: readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number, least: number][] = [
  ['year', 365.25 * 86_400_000, 2],
  ['month', 30.4375 * 86_400_000, 2],
  ['day', 86_400_000, 2],
  ['hour', 3_600_000, 1],
  ['minute', 60_000, 1],
];

/** How long from now, in the largest unit that fits: "in 3 hours", "10 months ago", "just now". */
export function fromNow(milliseconds: number, now = Date.now()): string {
  if (!isDate(milliseconds)) {
    return noDateText();
  }
  const distance = milliseconds - now;
  for (const [unit, length, least] of units) {
    if (Math.abs(distance) >= least * length) {
      return relative(vscode.env.language).format(Math.round(distance / length), unit);
    }
  }
  return distance > 0 ? vscode.l10n.t('in less than a minute') : vscode.l10n.t('just now');
}
