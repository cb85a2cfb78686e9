import { env, l10n } from 'vscode';
import { chosenHeaders } from '../../api/response/answerHeaders';
import type { RawAnswer } from '../../api/transport';
import { visibleText, withoutIcons } from '../../support/visibleText';

/** Bytes in the largest unit that fits: "12.3 kB". */
export function sizeText(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(env.language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

/** "200 OK · 34 ms · 12.3 kB". The shape of the icon tells good from bad as well. */
export function statusText({ status, statusText: words, durationMs, size }: RawAnswer): string {
  const icon = status < 300 ? 'pass' : status < 400 ? 'arrow-right' : 'error';
  const said = withoutIcons(words.slice(0, 40));
  const facts = [`${status} ${said}`.trim(), l10n.t('{0} ms', Math.round(durationMs)), sizeText(size)];
  return withIcon(icon, facts.join(' · '));
}

/** An icon and a text; lenses swallow a plain blank between them. */
export function withIcon(icon: string, text: string): string {
  return `$(${icon})\u00a0${text}`;
}

/** The headers worth showing, in one line. */
export function headersText({ headers }: RawAnswer): string {
  return chosenHeaders(headers)
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${withoutIcons(visibleText(value))}`)
    .join(' · ');
}
