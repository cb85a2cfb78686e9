/** The largest distance from 1970 that a `Date` can hold, in milliseconds; beyond it `Date` and `Intl` throw. */
const MAX_DATE = 8.64e15;

/** Before this no server was there. Year 1 and 1970 are what "no date" becomes where nobody looked. */
const EARLIEST = Date.UTC(1971, 0, 1);

/** Neither from this on: the last day that some systems know stands for "no date" as well. */
const LATEST = Date.UTC(9999, 0, 1);

/** Whether `Date` and `Intl` can show it: milliseconds since 1970. */
export function isDate(milliseconds: unknown): milliseconds is number {
  return typeof milliseconds === 'number' && Math.abs(milliseconds) <= MAX_DATE;
}

/**
 * What somebody says is a moment, as milliseconds since 1970; undefined for what cannot be one: no number, not finite,
 * out of the range of dates, or a date that stands for none.
 */
export function toMoment(milliseconds: unknown): number | undefined {
  return isDate(milliseconds) && milliseconds >= EARLIEST && milliseconds < LATEST ? milliseconds : undefined;
}

/**
 * The same for seconds since 1970, as a JWT counts: milliseconds or nanoseconds in their place are no moment. One that
 * is long past is one.
 */
export function momentOfSeconds(seconds: unknown): number | undefined {
  const milliseconds = typeof seconds === 'number' ? seconds * 1000 : NaN;
  return milliseconds > 0 && milliseconds < LATEST ? milliseconds : undefined;
}

/** The moment that a text names, as an ISO or an HTTP date; undefined where it names none. */
export function momentIn(text: string | undefined): number | undefined {
  return toMoment(Date.parse(text ?? ''));
}

/** A moment for logs and reports, `2027-03-31T12:00:00.000Z`; `unknown` for what is no date. */
export function isoText(milliseconds: number | undefined): string {
  return isDate(milliseconds) ? new Date(milliseconds).toISOString() : 'unknown';
}
