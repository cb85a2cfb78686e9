import { beginningOf } from '../../support/trim';
import type { Redactor } from '../../support/redact';
import { answerTree, type AnswerTree, type ListPart, type TextPart } from './answerTree';
import type { ToolAnswer } from './tool';

/** No answer of a tool is longer, in bytes of UTF-8. */
export const MAX_ANSWER_BYTES = 20_000;

/** Texts that are as short as this stay. */
const SHORTEST_TEXT = 40;

/**
 * An answer as compact JSON, of at most `MAX_ANSWER_BYTES`. What is too much is left out at the ends of the longest
 * lists, then of the longest texts; each says by `leftOut` how much is not there. It is JSON whatever is in it.
 */
export function answerText(answer: ToolAnswer, redactor: Redactor): string {
  const tree = answerTree(answer, redactor);
  let text = JSON.stringify(tree.root);
  for (let excess = bytesOf(text) - MAX_ANSWER_BYTES; excess > 0; excess = bytesOf(text) - MAX_ANSWER_BYTES) {
    if (!shorten(tree, excess)) {
      return JSON.stringify({ leftOut: 'everything', reason: 'The answer was too long. Ask for less.' });
    }
    text = JSON.stringify(tree.root);
  }
  return text;
}

/** Leaves out at least something; false where nothing can be. */
function shorten(tree: AnswerTree, excess: number): boolean {
  return (
    shortenList(
      longest(tree.lists, ({ items }) => items.length > 1),
      excess,
    ) ||
    shortenText(longest(tree.texts, ({ text }) => text.length > SHORTEST_TEXT)) ||
    shortenList(
      longest(tree.lists, ({ items }) => items.length > 0),
      excess,
    )
  );
}

function shortenList(list: ListPart | undefined, excess: number): boolean {
  if (!list) {
    return false;
  }
  const least = list.items.length > 1 ? 1 : 0;
  for (let left = excess; left > 0 && list.items.length > least;) {
    left -= bytesOf(JSON.stringify(list.items.pop())) + 1;
    list.leftOut = (list.leftOut ?? 0) + 1;
  }
  return true;
}

function shortenText(part: TextPart | undefined): boolean {
  if (!part) {
    return false;
  }
  const shown = beginningOf(part.text, Math.max(SHORTEST_TEXT, part.text.length >> 1));
  part.leftOut = (part.leftOut ?? 0) + part.text.length - shown.length;
  part.text = shown;
  return true;
}

function longest<Part>(parts: readonly Part[], may: (part: Part) => boolean): Part | undefined {
  let found: { part: Part; bytes: number } | undefined;
  for (const part of parts.filter(may)) {
    const bytes = bytesOf(JSON.stringify(part));
    if (!found || bytes > found.bytes) {
      found = { part, bytes };
    }
  }
  return found?.part;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
