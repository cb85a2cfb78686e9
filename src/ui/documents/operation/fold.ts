import { asText } from '../safeMarkdown';
import { blocks } from '../markdownSource';

/** A part of a page that is opened when it is wanted; `summary` is a text. */
export function folded(summary: string, inside: string): string {
  return blocks(`<details><summary>${asText(summary)}</summary>`, inside, '</details>');
}
