import { createRequire } from 'node:module';

/** What of a token of markdown-it the tests look at. The package has no types of its own. */
export interface Token {
  type: string;
  content: string;
  info: string;
  children: Token[] | null;
  attrGet(name: string): string | null;
}

interface MarkdownIt {
  parse(markdown: string, env: object): Token[];
  render(markdown: string): string;
  linkify: { test(text: string): boolean };
}

const require = createRequire(__filename);
// It comes with vsce, which shows README files by it as the editor does.
const Parser = require('markdown-it') as new (options: object) => MarkdownIt;

/** As the editor's preview reads Markdown: HTML is allowed, addresses become links. */
export const preview = new Parser({ html: true, linkify: true });

/** Tokens of the document, those within a line after the line. */
export function tokensOf(markdown: string): Token[] {
  return preview.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** The shape of a document: what it is made of, without what it says. */
export function shapeOf(markdown: string): string[] {
  return preview.parse(markdown, {}).map(({ type }) => type);
}

/** Rows of all tables, each cell as its text. */
export function cellsOf(markdown: string): string[][] {
  const rows: string[][] = [];
  let within = false;
  for (const { type, children } of preview.parse(markdown, {})) {
    within = type === 'table_open' || (within && type !== 'table_close');
    if (type === 'tr_open') {
      rows.push([]);
    } else if (within && type === 'inline') {
      rows.at(-1)?.push((children ?? []).map(textOf).join(''));
    }
  }
  return rows;
}

function textOf({ type, content }: Token): string {
  return type === 'html_inline' ? content.replace('<!---->', '').replace('<br>', ' / ') : content;
}
