import { escapedLines, visibleText } from '../../../support/visibleText';
import { wellFormed } from '../encoding';

/** A JSON string on one line, in which every character can be seen. */
export function jsonString(text: string): string {
  return escapedLines(JSON.stringify(text));
}

/** The text that a JSON string means; undefined for everything else. */
export function parseJsonString(json: string): string | undefined {
  if (!json.startsWith('"') || !json.endsWith('"')) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Text from a server for one line of a comment: nothing in it can begin a line, and nothing is hidden. */
export function oneLine(text: string, longest = 100): string {
  const line = visibleText(
    text
      .slice(0, longest * 2)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return wellFormed(line.length > longest ? `${line.slice(0, longest - 1)}…` : line);
}
