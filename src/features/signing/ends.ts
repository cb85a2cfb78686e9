import * as vscode from 'vscode';
import { dateOnly } from '../../ui/text/dates';
import { fromNow } from '../../ui/text/fromNow';

/** Days before an end at which Appcircle itself warns, and on the day (api/README 14). */
export const END_THRESHOLDS = [0, 1, 3, 7, 15, 30] as const;

/** What ends within so many days is counted beside the view. */
const URGENT_DAYS = 7;
const SOON_DAYS = 30;

const DAY = 24 * 3600 * 1000;

/** How near an end is. */
export type EndState = 'ended' | 'urgent' | 'soon' | 'later' | 'never';

/** Days of the calendar from today to the day of the end; negative after it. In the time zone of this machine. */
export function daysUntil(endsAt: number, now = Date.now()): number {
  return Math.round((startOfDay(endsAt) - startOfDay(now)) / DAY);
}

/** Where no end is told there is none that anybody could wait for. */
export function endStateOf(endsAt: number | undefined, now = Date.now()): EndState {
  if (endsAt === undefined) {
    return 'never';
  }
  if (endsAt <= now) {
    return 'ended';
  }
  const days = daysUntil(endsAt, now);
  return days <= URGENT_DAYS ? 'urgent' : days <= SOON_DAYS ? 'soon' : 'later';
}

/** The smallest threshold that an end is within; undefined for one that is further away. */
export function thresholdOf(endsAt: number, now = Date.now()): number | undefined {
  const days = daysUntil(endsAt, now);
  return END_THRESHOLDS.find((limit) => days <= limit);
}

/** "Expired 3 days ago", "Ends in 5 days", "Ends Mar 3, 2027". */
export function signingEndText(endsAt: number, now = Date.now()): string {
  const days = daysUntil(endsAt, now);
  if (endsAt <= now) {
    return days === 0 ? vscode.l10n.t('Expired today') : vscode.l10n.t('Expired {0}', fromNow(endsAt, now));
  }
  if (days > SOON_DAYS) {
    return vscode.l10n.t('Ends {0}', dateOnly(endsAt));
  }
  switch (days) {
    case 0:
      return vscode.l10n.t('Ends today');
    case 1:
      return vscode.l10n.t('Ends tomorrow');
    default:
      return vscode.l10n.t('Ends in {0} days', days);
  }
}

/** The same where a narrow side bar cuts off its end: "Expired", "5 days left", "Ends Mar 3, 2027". */
export function shortEndText(endsAt: number, now = Date.now()): string {
  const days = daysUntil(endsAt, now);
  if (endsAt <= now) {
    return vscode.l10n.t('Expired');
  }
  return days > 1 && days <= SOON_DAYS ? vscode.l10n.t('{0} days left', days) : signingEndText(endsAt, now);
}

/** What ends first stands first, what has no end last. */
export function compareEnds(a: number | undefined, b: number | undefined): number {
  return a === b ? 0 : (a ?? Infinity) - (b ?? Infinity);
}

function startOfDay(milliseconds: number): number {
  return new Date(milliseconds).setHours(0, 0, 0, 0);
}
