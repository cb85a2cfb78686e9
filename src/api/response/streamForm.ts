import type { Redactor } from '../../support/redact';
import { mediaTypeOf, type BodyKind } from './body';
import { presentEvents } from './presentEvents';
import { presentJson } from './presentJson';
import { presentText } from './presentText';

/** What a text is made of that can be shown before its end: events, lines of JSON, or lines of anything; or nothing. */
export type StreamForm = 'events' | 'jsonLines' | 'lines' | 'whole';

const jsonLines = /^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq|json-stream|stream\+json)$/;

/** Whether a response of this type has no end that anybody waits for. */
export function isStream(contentType: string | undefined): boolean {
  const type = mediaTypeOf(contentType);
  return type === 'text/event-stream' || jsonLines.test(type);
}

/** The form of a body, by what it is shown as and by its type. */
export function streamFormOf(kind: BodyKind, contentType: string | undefined): StreamForm {
  const type = mediaTypeOf(contentType);
  if (kind === 'json') {
    return jsonLines.test(type) ? 'jsonLines' : 'whole';
  }
  return type === 'text/event-stream' ? 'events' : 'lines';
}

/** What a piece is of, and what masks it. */
export interface PieceContext {
  contentType: string | undefined;
  redactor: Redactor;
}

/** A piece of such a text, fit for an editor: secrets masked, what is invisible visible, nothing laid out anew. */
export function presentPiece(
  text: string,
  form: StreamForm,
  { contentType, redactor }: PieceContext,
): string {
  switch (form) {
    case 'events':
      return presentEvents(text, redactor);
    case 'jsonLines':
      return text
        .split('\n')
        .map((line) => presentAsReceived(line, redactor))
        .join('\n');
    case 'whole':
      return presentAsReceived(text, redactor);
    case 'lines':
      return presentText(text, contentType, redactor);
  }
}

/** How many events or lines of JSON are complete in a text; undefined for other forms. */
export function countEvents(text: string, form: StreamForm): number | undefined {
  switch (form) {
    case 'events':
      return text
        .split(/\n\n+/)
        .slice(0, -1)
        .filter((event) => /^data\b/m.test(event)).length;
    case 'jsonLines':
      return text
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.trim() !== '').length;
    case 'lines':
    case 'whole':
      return undefined;
  }
}

function presentAsReceived(text: string, redactor: Redactor): string {
  return text.trim() === '' ? text : presentJson(text, { formatUpTo: 0, redactor }).text;
}
