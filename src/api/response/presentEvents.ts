import type { Redactor } from '../../support/redact';
import { presentJson } from './presentJson';
import { presentText } from './presentText';

/**
 * A stream of events (`text/event-stream`), fit for an editor. It stays as it came, line by line; the data of an
 * event, which are one text in several lines, are masked as that: as JSON where they begin so. Lines end with `\n`.
 */
export function presentEvents(text: string, redactor: Redactor): string {
  // Pieces, each of one line or more: as many lines as an event may have are too many for the arguments of a call.
  const shown: string[] = [];
  let data: string[] = [];
  const endData = () => {
    if (data.length > 0) {
      shown.push(presentData(data, redactor));
      data = [];
    }
  };
  for (const line of text.split('\n')) {
    if (/^data(:|$)/.test(line)) {
      data.push(line);
    } else {
      endData();
      shown.push(presentText(line, undefined, redactor));
    }
  }
  endData();
  return shown.join('\n');
}

function presentData(lines: string[], redactor: Redactor): string {
  const text = lines.map((line) => line.replace(/^data:? ?/, '')).join('\n');
  const shown = /^\s*[[{"]/.test(text)
    ? presentJson(text, { formatUpTo: 0, redactor }).text
    : presentText(text, undefined, redactor);
  return shown === text ? lines.join('\n') : `data: ${shown.replaceAll('\n', '\ndata: ')}`;
}
