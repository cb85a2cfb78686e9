import { env } from 'vscode';
import { memoize } from '../../support/memoize';

const units = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Long lists have a duration in each row. */
const formats = units.map(([unit]) =>
  memoize((key: string) => {
    const [unitDisplay, language] = key.split(' ') as ['narrow' | 'long', string];
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
  }),
);

/** How long something took, for a row: `3m 12s`, `1h 4m`. Milliseconds. */
export function shortDuration(milliseconds: number): string {
  return durationIn(milliseconds, 'narrow');
}

/** The same to be read aloud: `3 minutes 12 seconds`. */
export function spokenDuration(milliseconds: number): string {
  return durationIn(milliseconds, 'long');
}

/** In the two largest units that there is something of. Less than a second is none. */
function durationIn(milliseconds: number, display: 'narrow' | 'long'): string {
  const key = `${display} ${env.language}`;
  const parts: string[] = [];
  let rest = Math.max(0, Math.floor(milliseconds / 1000) * 1000);
  const largest = units.findIndex(([, length]) => rest >= length);
  const first = largest === -1 ? units.length - 1 : largest;
  for (const [at, [, length]] of units.entries()) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if ((at === first || at === first + 1) && (count > 0 || at === first)) {
      parts.push(formats[at]?.(key).format(count) ?? '');
    }
  }
  return parts.join(' ');
}
