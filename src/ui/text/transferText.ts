import * as vscode from 'vscode';
import { sizeText } from './sizeText';

/** How far a transfer is. Bytes, bytes in a second, milliseconds; undefined what is not known. */
export interface Transfer {
  done: number;
  total: number | undefined;
  rate: number | undefined;
  remainingMs: number | undefined;
}

/** `12.3 MB of 64 MB · 4.1 MB/s · 2 minutes left`, as far as it is known. */
export function transferText({ done, total, rate, remainingMs }: Transfer): string {
  return [
    total === undefined ? sizeText(done) : vscode.l10n.t('{0} of {1}', sizeText(done), sizeText(total)),
    ...(rate === undefined ? [] : [vscode.l10n.t('{0}/s', sizeText(rate))]),
    ...(remainingMs === undefined ? [] : [vscode.l10n.t('{0} left', durationText(remainingMs))]),
  ].join(' · ');
}

/** `45 seconds`, `2 minutes`, `1.5 hours`. */
export function durationText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [value, unit] =
    seconds < 60
      ? [seconds, 'second']
      : seconds < 90 * 60
        ? [Math.round(seconds / 60), 'minute']
        : [seconds / 3600, 'hour'];
  return new Intl.NumberFormat(vscode.env.language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(value);
}
