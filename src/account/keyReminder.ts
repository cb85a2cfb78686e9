import type { AccountMetadata } from './accountMetadata';

const DAY = 24 * 3600 * 1000;

/** Days before the end of a key at which its owner is reminded (R17). */
const THRESHOLDS = [1, 3, 14];

/** What is to be said of a key's end. */
export interface Reminder {
  /** Whole days until the key ends; 0 on its last day, negative afterwards. */
  days: number;
  /** The threshold that was crossed, to be noted as `remindedAt` once it was said. */
  threshold: number;
}

/**
 * The reminder that is due by what is noted of a key; undefined when none is. Each threshold is said once, the
 * nearest alone; `remindedAt` 0 means never again.
 */
export function dueReminder(metadata: AccountMetadata, now: number): Reminder | undefined {
  const { keyExpiresAt, remindedAt, snoozedUntil = 0 } = metadata;
  if (keyExpiresAt === undefined || now < snoozedUntil) {
    return undefined;
  }
  const days = Math.floor((keyExpiresAt - now) / DAY);
  const threshold = THRESHOLDS.find((limit) => days <= limit);
  return threshold === undefined || (remindedAt !== undefined && remindedAt <= threshold)
    ? undefined
    : { days, threshold };
}
