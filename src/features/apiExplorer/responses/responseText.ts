import { l10n } from 'vscode';
import { chosenHeaders } from '../../../api/response/responseHeaders';
import type { HttpResponse } from '../../../api/transport/transport';
import { visibleText, withoutIcons } from '../../../support/visibleText';
import { sizeText } from '../../../ui/text/sizeText';

/** "200 OK · 34 ms · 12.3 kB". The shape of the icon tells good from bad as well. */
export function statusText({ status, statusText: text, durationMs, size }: HttpResponse): string {
  const icon = status < 300 ? 'pass' : status < 400 ? 'arrow-right' : 'error';
  const said = withoutIcons(text.slice(0, 40));
  const facts = [`${status} ${said}`.trim(), l10n.t('{0} ms', Math.round(durationMs)), sizeText(size)];
  return withIcon(icon, facts.join(' · '));
}

/** An icon and a text; lenses swallow a plain blank between them. */
export function withIcon(icon: string, text: string): string {
  return `$(${icon})\u00a0${text}`;
}

/** The headers worth showing, in one line. */
export function headersText({ headers }: HttpResponse): string {
  return chosenHeaders(headers)
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${withoutIcons(visibleText(value))}`)
    .join(' · ');
}
