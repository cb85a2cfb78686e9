import MarkdownIt, { type Token } from 'markdown-it';

/** A piece of a parsed text with what is inside of it: a paragraph has `inline`, that has texts, code and the like. */
export interface MarkdownNode {
  /** As markdown-it names it, without `_open`: `paragraph`, `bullet_list`, `text`. */
  readonly type: string;
  readonly content: string;
  readonly tag: string;
  /** Of a paragraph in a list that is written without blank lines. */
  readonly tight: boolean;
  readonly attribute: (name: string) => string | undefined;
  readonly children: readonly MarkdownNode[];
}

/** Whoever writes more does not write to be read; and what is parsed has an end. */
const MAX_LENGTH = 100_000;

/**
 * CommonMark with tables, without HTML, which stays text, and without addresses turned into links. Levels within levels
 * are bounded by the preset, to 20.
 */
const parser = new MarkdownIt('commonmark', { html: false }).enable('table');
parser.validateLink = mayBeTarget;

/** The pieces of a text of others (rule 18). Takes any text and throws for none. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  return nodesOf(parser.parse(text.slice(0, MAX_LENGTH), {}));
}

/** What has another scheme stays as it was written. What is no address of the web is still not made a link. */
function mayBeTarget(address: string): boolean {
  return !/^[^/?#]*:/.test(address) || /^https?:/i.test(address);
}

interface OpenNode extends MarkdownNode {
  readonly children: MarkdownNode[];
}

function nodesOf(tokens: readonly Token[]): MarkdownNode[] {
  const root = nodeOf('root');
  const open = [root];
  for (const token of tokens) {
    const node = nodeOf(token.type.replace(/_open$/, ''), token);
    if (token.nesting >= 0) {
      open.at(-1)?.children.push(node);
    }
    if (token.nesting > 0) {
      open.push(node);
    } else if (token.nesting < 0) {
      open.pop();
    }
  }
  return root.children;
}

function nodeOf(type: string, token?: Token): OpenNode {
  return {
    type,
    content: token?.content ?? '',
    tag: token?.tag ?? '',
    tight: token?.hidden ?? false,
    attribute: (name) => {
      const value = token?.attrGet(name) ?? undefined;
      return value === undefined ? undefined : String(value);
    },
    children: nodesOfChildren(token?.children ?? []),
  };
}

function nodesOfChildren(children: readonly Token[]): MarkdownNode[] {
  return children.length === 0 ? [] : nodesOf(children);
}
