import type { Measured } from './measured';

/** Median, least and most of a value, and of how many runs: cells of a table. */
export function times(name: string, measured: readonly Measured[], value: string): string[] {
  const all = valuesOf(measured, value);
  return [
    name,
    milliseconds(middle(all)),
    milliseconds(Math.min(...all)),
    milliseconds(Math.max(...all)),
    String(all.length),
  ];
}

/** The median of a value of milliseconds; a dash where it was not measured. */
export function time(measured: readonly Measured[], value: string): string {
  const all = valuesOf(measured, value);
  return all.length === 0 ? '–' : milliseconds(middle(all));
}

/** The least of a value of milliseconds: what is left of it on a machine that does nothing else. */
export function least(measured: readonly Measured[], value: string): string {
  const all = valuesOf(measured, value);
  return all.length === 0 ? '–' : milliseconds(Math.min(...all));
}

/** The median of a value of bytes. */
export function memory(measured: readonly Measured[], value: string): string {
  return megabytes(middle(valuesOf(measured, value)));
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function valuesOf(measured: readonly Measured[], value: string): number[] {
  return measured.flatMap((one) => one[value] ?? []);
}

/** The median of an odd number of values. */
function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function milliseconds(value: number): string {
  return `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
