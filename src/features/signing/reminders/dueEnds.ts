import { JsonObject } from '../../../api/decode';
import type { SigningIdentity } from '../../../api/signing/identities';
import { isDate } from '../../../support/moment';
import { compareEnds, daysUntil, thresholdOf } from '../ends';

/** What is remembered of an account that wants to be reminded. No secrets. */
export interface ReminderState {
  /** By kind and id: the smallest threshold that was told. */
  readonly told: Readonly<Record<string, number>>;
  /** No reminder before this, in milliseconds since 1970. */
  readonly snoozedUntil?: number;
}

/** What ended longer ago than this, in days, was known before anybody wanted reminders. */
const MAX_DAYS_AGO = 7;

/** Those that crossed a threshold since they were last told of, what ends first, first. None while it is put off. */
export function dueEnds(
  identities: readonly SigningIdentity[],
  { told, snoozedUntil = 0 }: ReminderState,
  now = Date.now(),
): SigningIdentity[] {
  return now < snoozedUntil
    ? []
    : [...identities]
        .sort((a, b) => compareEnds(a.endsAt, b.endsAt))
        .filter((identity) => {
          const { endsAt } = identity;
          const threshold = endsAt === undefined ? undefined : thresholdOf(endsAt, now);
          const last = told[keyOf(identity)] ?? Infinity;
          return (
            endsAt !== undefined &&
            threshold !== undefined &&
            threshold < last &&
            daysUntil(endsAt, now) >= -MAX_DAYS_AGO
          );
        });
}

/** What is remembered once these were told. What is no longer there is forgotten. */
export function toldState(identities: readonly SigningIdentity[], now = Date.now()): ReminderState {
  const told = identities.flatMap((identity): [string, number][] => {
    const threshold = identity.endsAt === undefined ? undefined : thresholdOf(identity.endsAt, now);
    return threshold === undefined ? [] : [[keyOf(identity), threshold]];
  });
  return { told: Object.fromEntries(told) };
}

/** Whatever another version of the extension stored here; undefined where nobody wants reminders. */
export function parseReminders(stored: unknown): ReminderState | undefined {
  const row = JsonObject.of<'told' | 'snoozedUntil'>(stored);
  const snoozedUntil = row?.raw['snoozedUntil'];
  const told = Object.entries(row?.object('told')?.raw ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return row && { told: Object.fromEntries(told), ...(isDate(snoozedUntil) && { snoozedUntil }) };
}

function keyOf({ kind, id }: SigningIdentity): string {
  return `${kind}/${id}`;
}
