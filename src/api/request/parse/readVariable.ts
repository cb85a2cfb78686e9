import type { Variable } from '../document';
import { wellFormed } from '../encoding';
import { part, trimmed, type Slice } from './lines';
import { isVariableName, piecesOf } from './pieces';
import type { Report } from './problem';
import { parseJsonString } from './quoting';

/** Reads `@name = value`, a line without blanks around it. Undefined where it is refused. */
export function readVariable(line: Slice, report: Report): Variable | undefined {
  const sign = line.text.indexOf('=');
  const name = trimmed(part(line, 1, sign < 0 ? undefined : sign));
  if (name.text.toLowerCase() === 'host') {
    report('hostVariable', name);
    return undefined;
  }
  if (sign < 0 || !isVariableName(name.text)) {
    report('badVariable', line);
    return undefined;
  }
  const { text, ...place } = trimmed(part(line, sign + 1));
  const meant = parseJsonString(text);
  const value =
    meant === undefined
      ? piecesOf({ text, ...place }, 'variable', report)
      : [{ text: wellFormed(meant), ...place }];
  return { name: name.text, value, start: line.start, end: line.end };
}
