import { beginningOf } from '../../support/trim';
import { MASK, type Redactor } from '../../support/redact';
import { isLabeledName, isLabelName, isSecretName } from '../../support/redaction/secretNames';
import { visibleLines, visibleText } from '../../support/visibleText';
import { BoundedList } from './boundedList';
import { QuotedText } from './quoted';
import type { ToolAnswer, ToolFact } from './tool';

/** A text of others as it stands in the answer. */
export interface TextPart {
  text: string;
  leftOut?: number;
}

/** A list as it stands in the answer. */
export interface ListPart {
  items: unknown[];
  leftOut?: number;
}

/** An answer as plain JSON, and what in it can be made shorter. */
export interface AnswerTree {
  root: Record<string, unknown>;
  readonly texts: TextPart[];
  readonly lists: ListPart[];
}

/** Our own texts are short; this holds where one is not ours after all. */
const MAX_PLAIN_TEXT = 1000;

/** An answer as plain JSON: secrets masked by value, shape and name, what is not seen made visible, texts cut. */
export function answerTree(answer: ToolAnswer, redactor: Redactor): AnswerTree {
  const tree: AnswerTree = { root: {}, texts: [], lists: [] };
  tree.root = objectOf(answer, new Resolution(redactor, tree));
  return tree;
}

class Resolution {
  constructor(
    private readonly redactor: Redactor,
    private readonly tree: AnswerTree,
  ) {}

  plainText(text: string): string {
    return beginningOf(visibleText(this.redactor.redact(text)), MAX_PLAIN_TEXT);
  }

  quoted({ text, limit, keepsLines }: QuotedText): TextPart {
    const masked = this.redactor.redact(text);
    const whole = keepsLines ? visibleLines(masked) : visibleText(masked);
    const shown = beginningOf(whole, limit);
    const leftOut = whole.length - shown.length;
    const part = { text: shown, ...(leftOut > 0 && { leftOut }) };
    this.tree.texts.push(part);
    return part;
  }

  list({ items, leftOut }: BoundedList<ToolFact>): ListPart {
    const part = { items: items.map((item) => valueOf(item, this)), ...(leftOut > 0 && { leftOut }) };
    this.tree.lists.push(part);
    return part;
  }
}

function valueOf(fact: ToolFact, into: Resolution): unknown {
  if (typeof fact === 'string') {
    return into.plainText(fact);
  }
  if (fact instanceof QuotedText) {
    return into.quoted(fact);
  }
  if (fact instanceof BoundedList) {
    return into.list(fact);
  }
  if (Array.isArray(fact)) {
    return fact.map((item: ToolFact) => valueOf(item, into));
  }
  return typeof fact === 'object' && fact !== null ? objectOf(fact as ToolAnswer, into) : fact;
}

function objectOf(facts: ToolAnswer, into: Resolution): Record<string, unknown> {
  const isLabeled = Object.entries(facts).some(
    ([name, fact]) => isLabelName(name) && isSecretName(textOf(fact)),
  );
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, fact]) => fact !== undefined)
      .map(([name, fact]) => {
        const isSecret = isSecretName(name) || (isLabeled && isLabeledName(name));
        return [into.plainText(name), isSecret && isSet(fact) ? MASK : valueOf(fact, into)];
      }),
  );
}

/** That nothing is set is no secret, and worth seeing; so are flags. */
function isSet(fact: ToolFact): boolean {
  return fact !== null && typeof fact !== 'boolean' && textOf(fact) !== '';
}

/** The text of a fact that is one; of any other a text that is nothing's name. */
function textOf(fact: ToolFact): string {
  if (fact instanceof QuotedText) {
    return fact.text;
  }
  return typeof fact === 'string' ? fact : ' ';
}
