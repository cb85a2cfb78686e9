import type { HeaderLine } from '../document';
import { isForbiddenHeader, isHeaderName } from '../headers';
import { part, trimmed, type Slice } from './lines';
import { piecesOf } from './pieces';
import type { Report } from './problem';
import { refusedSyntax } from './refusals';

/** Reads `Name: value`, a line without blanks around it. Undefined where it is no header that may be sent. */
export function readHeader(line: Slice, report: Report): HeaderLine | undefined {
  const refusal = misplacedCode(line.text) ?? refusedSyntax(line.text);
  const colon = line.text.indexOf(':');
  if (refusal || colon < 0) {
    report(refusal ?? 'badHeader', line);
    return undefined;
  }
  const name = trimmed(part(line, 0, colon));
  if (isForbiddenHeader(name.text)) {
    report('forbiddenHeader', name, name.text);
    return undefined;
  }
  if (!isHeaderName(name.text)) {
    report('badHeaderName', name);
    return undefined;
  }
  const value = piecesOf(trimmed(part(line, colon + 1)), 'header', report);
  return { name: name.text, value, start: line.start, end: line.end };
}

function misplacedCode(line: string) {
  if (/^\?\?\s/.test(line)) {
    return undefined;
  }
  return /^[?&]/.test(line) ? 'misplacedQuery' : line.startsWith('@') ? 'misplacedVariable' : undefined;
}
