import { l10n } from 'vscode';
import { Failure, type FailureFacts } from '../../../api/failure';
import type { CharsetDoubt } from '../../../api/response/charset';
import { notableHeaders } from '../../../api/response/responseHeaders';
import type { HttpResponse } from '../../../api/transport/transport';
import type { Redactor } from '../../../support/redact';
import { failureText } from '../../../ui/failures/failureText';
import { isDate } from '../../../support/moment';
import { dateOnly, timeOfDay } from '../../../ui/text/dates';
import { sizeText } from '../../../ui/text/sizeText';
import type { Receiving, ShownResponse } from './responseDocuments';
import type { ResponseFilter } from './responseNotes';

/** Its shape tells good from bad as well as the words do. */
export function statusIcon({ status }: HttpResponse): string {
  return status < 300 ? 'pass' : status < 400 ? 'arrow-right' : 'error';
}

/** What was sent and when its response came: "GET /distribution/v2/profiles · Today, 10:31". */
export function momentText({ request, at }: ShownResponse): string {
  return `${request.method} ${request.path.slice(0, 100)} · ${timeOfDay(at)}`;
}

/** That a response is not of the request that was sent last (R38). */
export function oldText(): string {
  return l10n.t('Old. The last request got no response.');
}

/** "200 OK · 34 ms · 12.3 kB". */
export function statusText(response: HttpResponse): string {
  return factsOf(response).join(' · ');
}

function factsOf(response: HttpResponse): string[] {
  return [codeText(response), ...extentOf(response)];
}

/** "200 OK": all that a narrow editor has room for before what can be done. */
export function codeText({ status, statusText: text }: HttpResponse): string {
  return `${status} ${text.slice(0, 40)}`.trim();
}

/** "34 ms · 12.3 kB". */
export function extentText(response: HttpResponse): string {
  return extentOf(response).join(' · ');
}

function extentOf({ durationMs, size }: HttpResponse): string[] {
  return [l10n.t('{0} ms', Math.round(durationMs)), sizeText(size)];
}

/** The same, said aloud: "200 OK, 34 ms, 12.3 kB", and where it is not all of the response, that. */
export function arrivalText(response: HttpResponse): string {
  return [...factsOf(response), ...(response.earlyEnd ? [l10n.t('Incomplete')] : [])].join(', ');
}

/** "200 OK · 3 events · 12.3 kB · receiving": of a response whose body still comes. */
export function receivingText(response: HttpResponse, { events }: Receiving): string {
  const { size } = response;
  const facts = [
    codeText(response),
    ...(events === undefined ? [] : [eventsText(events)]),
    sizeText(size),
    l10n.t('receiving…'),
  ];
  return facts.join(' · ');
}

/** What is not as a response says of itself: its end, how it is packed, its charset. Empty where all is well. */
export function remarksOn({ response, kind, charset }: ShownResponse): { icon?: string; title: string }[] {
  const { earlyEnd, packed } = response;
  const isText = kind === 'json' || kind === 'text';
  return [
    ...(earlyEnd ? [{ icon: 'warning', title: l10n.t('Incomplete') }] : []),
    ...(packed && isText
      ? [{ title: l10n.t('Shown as received, although it is declared as {0}', packed.coding) }]
      : []),
    ...(charset?.doubt && !packed ? [{ title: charsetText(charset.name, charset.doubt) }] : []),
  ];
}

function eventsText(events: number): string {
  return events === 1 ? l10n.t('1 event') : l10n.t('{0} events', events);
}

function charsetText(name: string, doubt: CharsetDoubt): string {
  switch (doubt.kind) {
    case 'undeclared':
      return l10n.t('Read as {0} because no charset is declared and the text is not UTF-8', name);
    case 'partly':
      return l10n.t('Read as {0}, although some bytes are invalid', name);
    case 'unknown':
      return l10n.t('Read as {0} because the charset {1} is unknown', name, doubt.declared);
    case 'wrong':
      return l10n.t('Read as {0} because the text does not match its charset {1}', name, doubt.declared);
  }
}

/** The headers that ask for something, in one line; empty without any. */
export function headersText({ headers }: HttpResponse, redactor: Redactor): string {
  return notableHeaders(headers, redactor)
    .map(([name, value]) => endDayText(name, value) ?? `${name}: ${value}`)
    .join(' · ');
}

/** What a header says of the end of an operation, with its day (RFC 9745 `@1688169599`, RFC 8594 a date). */
function endDayText(name: string, value: string): string | undefined {
  if (name !== 'deprecation' && name !== 'sunset') {
    return undefined;
  }
  const seconds = /^@(\d{1,12})$/.exec(value)?.[1];
  const moment = seconds === undefined ? Date.parse(value) : Number(seconds) * 1000;
  if (!isDate(moment)) {
    return name === 'deprecation' ? l10n.t('Deprecated') : undefined;
  }
  return name === 'deprecation'
    ? l10n.t('Deprecated since {0}', dateOnly(moment))
    : l10n.t('Unavailable after {0}', dateOnly(moment));
}

/** What is shown of a response in the place of all of it. */
export function filterText({ path, count, more }: ResponseFilter): string {
  return more
    ? l10n.t('Filtered by {0}: first {1} values', path, count)
    : count === 1
      ? l10n.t('Filtered by {0}: 1 value', path)
      : l10n.t('Filtered by {0}: {1} values', path, count);
}

/** What a response means and what helps, in the words of every other place. */
export function helpText(failure: Failure): string {
  const { kind, facts } = failure;
  // What the server says is in the document itself.
  const rest: FailureFacts = { ...facts };
  delete rest.serverMessage;
  return failureText(new Failure(kind, rest)).sentence;
}

/** What shows the masked values of a response, by how many there are. */
export function revealText(masked: number): string {
  return masked === 1 ? l10n.t('Show 1 Secret') : l10n.t('Show {0} Secrets', masked);
}

/** That a redirect was not followed, and where it leads. */
export function redirectText({ facts: { redirectedTo = '' } }: Failure): string {
  return redirectedTo === ''
    ? l10n.t('The redirect was not followed. The token is only sent to its own server.')
    : l10n.t(
        'The redirect to {0} was not followed. The token is only sent to its own server.',
        redirectedTo.slice(0, 80),
      );
}
