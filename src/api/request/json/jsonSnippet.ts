import { escapedLines } from '../../../support/visibleText';

/**
 * A snippet of JSON in which nothing of others becomes more than it is: `{{` would be taken for a variable of the
 * document, and what cannot be seen would lie. Both may only stand in strings, where an escape means the same.
 */
export function safeJsonSnippet(snippet: string): string {
  // A backslash before a letter stands for itself in a snippet.
  return escapedLines(snippet).replaceAll('{{', '{\\u007b');
}
