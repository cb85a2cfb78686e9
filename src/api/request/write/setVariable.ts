import { visibleText } from '../../../support/visibleText';
import { parseRequests } from '../parse/parse';
import { jsonString } from '../parse/quoting';

/** The replacement of a part of a text. */
export interface TextReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The line that sets a variable, in the plainest form that reads back as the same value; nothing leaves it blank. */
export function variableLine(name: string, value: string): string {
  const isPlain =
    value === value.trim() && visibleText(value) === value && !value.startsWith('"') && !value.includes('{{');
  return `@${name} = ${isPlain ? value : jsonString(value)}`.trimEnd();
}

/** Sets `@name = value`: in its line, or in a new one at the top. The name is one that `isVariableName` allows. */
export function setVariable(text: string, name: string, value: string): TextReplacement {
  const line = variableLine(name, value);
  const variable = parseRequests(text).variables.get(name);
  if (variable) {
    return { start: variable.start, end: variable.end, text: line };
  }
  const top = text.startsWith('\ufeff') ? 1 : 0;
  return { start: top, end: top, text: `${line}\n` };
}
