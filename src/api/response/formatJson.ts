import { JsonTokens } from './jsonTokens';

/**
 * Lays out valid JSON with two blanks a level, every token as it came. Undefined where the result would have more
 * than `most` characters: deep nesting makes megabytes of blanks out of a few kilobytes.
 */
export function formatJson(text: string, most: number): string | undefined {
  const tokens = new JsonTokens(text);
  const parts: string[] = [];
  let size = 0;
  let depth = 0;
  let before = '';
  for (let token = tokens.next(); token !== ''; token = tokens.next()) {
    depth -= token === '}' || token === ']' ? 1 : 0;
    const breaks = isBreak(before, token);
    size += tokens.end - tokens.start + (breaks ? 2 * depth : 0) + 1;
    if (size > most) {
      return undefined;
    }
    parts.push(breaks ? `\n${'  '.repeat(depth)}` : before === ':' ? ' ' : '', tokens.token);
    depth += token === '{' || token === '[' ? 1 : 0;
    before = token;
  }
  return parts.join('');
}

/** Members and what closes them begin a line; empty objects and lists stay in one piece. */
function isBreak(before: string, token: string): boolean {
  const opens = before === '{' || before === '[';
  const closes = token === '}' || token === ']';
  return (opens && !closes) || before === ',' || (closes && !opens);
}
