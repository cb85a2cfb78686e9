import { env } from 'vscode';
import { memoize } from '../../support/memoize';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Long lists have a size in each row. */
const formats = units.map((unit) =>
  memoize(
    (language) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: unit === 'byte' ? 0 : 1,
      }),
  ),
);

/** Bytes in the largest unit that fits: "12.3 kB". */
export function sizeText(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return formats[step]?.(env.language).format(bytes / 1000 ** step) ?? String(bytes);
}
