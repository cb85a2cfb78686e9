import type { OperationSummary } from '../openapi/model';
import type { ParsedRequest, Piece, Segment } from './document';
import { encodePathText } from './encoding';
import { isLiteral } from './parse/pieces';
import { templateSegments, type TemplatePart } from './template';

/**
 * The operation that a request is of: its method, and a path that fits the template. Literal segments have to be
 * equal and parameters match whatever is not empty; where several fit, the one wins that is literal first. Some
 * descriptions tell operations of one path apart by a query in the key: then the request has to have it, too.
 */
export function matchOperation<Summary extends OperationSummary>(
  {
    method,
    segments,
    query = [],
  }: Pick<ParsedRequest, 'method' | 'segments'> & Partial<Pick<ParsedRequest, 'query'>>,
  operations: Iterable<Summary>,
): Summary | undefined {
  let best: Summary | undefined;
  let bestFit = '';
  const written = segments.map(writtenText);
  const pairs = new Set(query.map(({ name, value }) => pairText(textOf(name), textOf(value))));
  for (const operation of operations) {
    if (operation.method !== method || slashesIn(operation.path) !== written.length) {
      continue;
    }
    const fit = fitOf(written, operation.path);
    const fixed = fixedQuery(operation.key);
    if (fit === undefined || !fixed.every((pair) => pairs.has(pair))) {
      continue;
    }
    const whole = fit + (fixed.length > 0 ? 'a' : 'b');
    if (!best || whole < bestFit) {
      best = operation;
      bestFit = whole;
    }
  }
  return best;
}

function slashesIn(path: string): number {
  return path.split('/').length - 1;
}

/** The query of a key `GET /x?action=stop`. */
function fixedQuery(key: string): string[] {
  const [, ...rest] = key.split('?');
  return [...new URLSearchParams(rest.join('?'))].map(([name, value]) => pairText(name, value));
}

function pairText(name: string, value: string): string {
  return JSON.stringify([name, value]);
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (isLiteral(piece) ? piece.text : VARIABLE)).join('');
}

/** Stands for a variable, of which nothing is known but that it is there. Encoded text holds none of it. */
const VARIABLE = '\u0000';

function writtenText({ pieces }: Segment): string {
  return pieces.map((piece) => (isLiteral(piece) ? normalizeEncoding(piece.text) : VARIABLE)).join('');
}

/** A letter a segment, of which the smaller fits better; undefined where it does not fit. */
function fitOf(written: readonly string[], path: string): string | undefined {
  const fits = templateSegments(path).map((parts, nth) => segmentFit(written[nth] ?? '', parts));
  return fits.every((fit) => fit !== undefined) ? fits.join('') : undefined;
}

function segmentFit(written: string, parts: readonly TemplatePart[]): 'a' | 'b' | 'c' | undefined {
  const texts = parts.map((part) => ('text' in part ? normalizeEncoding(part.text) : undefined));
  if (texts.every((text) => text !== undefined)) {
    return texts.join('') === written ? 'a' : undefined;
  }
  if (!hasInOrder(written, texts)) {
    return undefined;
  }
  return texts.length > 1 ? 'b' : 'c';
}

/** Whether a text is these parts, of which the undefined ones may be anything that is not empty. */
function hasInOrder(text: string, parts: readonly (string | undefined)[]): boolean {
  let at = 0;
  let least = 0;
  for (const part of parts.slice(0, -1)) {
    if (part === undefined) {
      least += 1;
      continue;
    }
    const found = least === 0 ? (text.startsWith(part, at) ? at : -1) : text.indexOf(part, at + least);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
    least = 0;
  }
  const last = parts.at(-1);
  return last === undefined
    ? text.length >= at + least + 1
    : text.endsWith(last) && text.length - last.length >= at + least;
}

/** One spelling for all that mean the same text. */
function normalizeEncoding(text: string): string {
  return encodePathText(text).replace(/%[\da-fA-F]{2}/g, (escape) => escape.toUpperCase());
}
