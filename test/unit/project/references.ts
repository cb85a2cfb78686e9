import ts from 'typescript';

/** A place that refers to a line of the repository, or to something outside of it. */
export interface Reference {
  /** `R14`, `T5`, `rule 8`, `api/README 1.6`. What can be looked up nowhere stands as it was written. */
  id: string;
  line: number;
}

interface Found {
  id: string;
  at: number;
}

// A reference may go over the end of a line.
const list = (number: string): string => String.raw`${number}(?:(?:,\s+|\s+and\s+)${number})*`;
const api = new RegExp(String.raw`\bapi/README\b(?!\.md)(?:\s+(${list(String.raw`\d+(?:\.\d+)*`)}))?`, 'g');
const rule = new RegExp(String.raw`\brules?\s+(${list(String.raw`\d+`)})(?![\d.]*\.\d)`, 'g');
const requirement = /(?<![\w.#/'"$\\-])[RT]\d{1,3}(?![\w'"\\-]|\.\d)/g;
/** What lies outside of the repository: nobody who has only that can look it up. */
const outside = /\bAPI\s+sheet\b|\bthe\s+sheet\b|\bdesign\s+\d+(?:\.\d+)*\b|\bfact\s+\d+\b/gi;

/** What a text refers to, and where. A list of numbers is one reference each. */
function foundIn(text: string): Found[] {
  const each = (prefix: string, pattern: RegExp): Found[] =>
    [...text.matchAll(pattern)].flatMap(({ 1: numbers, index }) =>
      numbers === undefined
        ? [{ id: prefix, at: index }]
        : numbers.split(/,\s+|\s+and\s+/).map((number) => ({ id: `${prefix} ${number}`, at: index })),
    );
  const asWritten = (pattern: RegExp): Found[] =>
    [...text.matchAll(pattern)].map(({ 0: id, index }) => ({ id: id.replace(/\s+/g, ' '), at: index }));
  return [
    ...each('api/README', api),
    ...each('rule', rule),
    ...asWritten(requirement),
    ...asWritten(outside),
  ].sort((a, b) => a.at - b.at);
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** What a document refers to, anywhere in it. */
export const referencesOfDocument = (text: string): Reference[] =>
  foundIn(text).map(({ id, at }) => ({ id, line: lineAt(text, at) }));

interface Pieces {
  /** The words of comments where they stand, everything else blanked out. */
  comments: string;
  /** Templates in their parts. */
  strings: { text: string; line: number }[];
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function piecesOf(code: string): Pieces {
  const source = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest, false);
  const strings: Pieces['strings'] = [];
  let bare = '';
  const visit = (node: ts.Node): void => {
    const isString =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isString) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      strings.push({ text: node.text, line: line + 1 });
    }
    if (isString || ts.isRegularExpressionLiteral(node)) {
      const start = node.getStart(source);
      bare += code.slice(bare.length, start) + blank(code.slice(start, node.end));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  bare += code.slice(bare.length);
  let comments = '';
  // Without strings and patterns, nothing else looks like a comment.
  for (const { 0: comment, index } of bare.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)) {
    const texts = comment.replace(/^\s*(?:\/\*+|\/\/+|\*(?!\/))|\*+\/$/gm, blank);
    comments += blank(bare.slice(comments.length, index)) + texts;
  }
  return { comments, strings };
}

/**
 * What a file of code refers to: in its comments, and in strings that begin with a reference, as titles of tests do. In
 * any other string `T1` may be anything, so only what cannot be chance counts there.
 */
export function referencesOfCode(code: string): Reference[] {
  // Parsing takes a while, and most files refer to nothing.
  if (!/\b[RT]\d|\brules?\s+\d|api\/README|\bsheet\b|\b(?:design|fact)\s+\d/i.test(code)) {
    return [];
  }
  const { comments, strings } = piecesOf(code);
  const inStrings = strings.flatMap(({ text, line }) => {
    const isTitle = /^(?:[RT]\d{1,3}|rules? \d+)(?:,|:| and )/.test(text);
    return foundIn(text)
      .filter(({ id }) => isTitle || !/^(?:[RT]\d|rule |api\/README$)/.test(id))
      .map(({ id }) => ({ id, line }));
  });
  return [...referencesOfDocument(comments), ...inStrings].sort((a, b) => a.line - b.line);
}

/** Every id that a reference can lead to. */
export function definitionsIn(documents: {
  requirements: string;
  api: string;
  contributing: string;
}): Set<string> {
  const ids = (text: string, pattern: RegExp, prefix = ''): string[] =>
    [...text.matchAll(pattern)].map(([, id = '']) => `${prefix}${id}`);
  const rules = /^## Rules$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(documents.contributing)?.[1] ?? '';
  return new Set([
    ...ids(documents.requirements, /^- \*\*([RT]\d+)\*\* /gm),
    ...ids(documents.api, /^##+ (\d+(?:\.\d+)*)\.? /gm, 'api/README '),
    ...ids(documents.api, /^- \*\*(\d+\.\d+)\*\* /gm, 'api/README '),
    ...ids(rules, /^(\d+)\. /gm, 'rule '),
  ]);
}
