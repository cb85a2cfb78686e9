import { foldOnce, foldText } from '../../support/foldText';
import type { OperationSummary } from './model';
import { searchTerms, type SearchTerm } from './synonyms';

/** More typed text than this tells nothing more. */
const MAX_TYPED_LENGTH = 200;

const whole = [
  foldOnce(({ id = '' }: OperationSummary) => id),
  foldOnce(({ path }: OperationSummary) => path),
  foldOnce(({ summary = '' }: OperationSummary) => summary),
  foldOnce(({ method, path }: OperationSummary) => `${method} ${path}`),
];

/** Where a word is looked for, the more telling first: as it stands, and taken apart into words. */
const places = [
  ({ summary = '' }: OperationSummary) => summary,
  ({ id = '' }: OperationSummary) => id,
  ({ path }: OperationSummary) => path,
  ({ method }: OperationSummary) => method,
  ({ tags }: OperationSummary) => tags.join(' '),
].map((textOf) =>
  foldOnce((operation: OperationSummary) => ` ${textOf(operation)}  ${split(textOf(operation))} `),
);

/** `getBuildLog` and `/build-logs` as words. */
function split(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-/{}_.]+/g, ' ')
    .concat(' ');
}

/** How an operation was found, the better the smaller: compared from the first to the last. */
export interface SearchRank {
  /** 0: it is the text; 1: it begins with it; 2: it holds it; 3: it holds each of its words; 4: or a synonym of one. */
  readonly kind: 0 | 1 | 2 | 3 | 4;
  /** How far from whole words of the summary the words stand. */
  readonly distance: number;
  /** Length of what it is called: what is shorter is more likely meant. */
  readonly length: number;
}

/** Whatever is typed: the same for each operation that it is compared with. */
export interface SearchQuery {
  readonly text: string;
  readonly terms: readonly SearchTerm[];
}

export function searchQuery(typed: string): SearchQuery {
  const text = foldText(typed.slice(0, MAX_TYPED_LENGTH));
  return { text, terms: searchTerms(text) };
}

/**
 * How well an operation fits what somebody types to find it: any words in any order, in its summary, path, id, method or
 * a tag, or what else these are called (R25). All of it is folded. Undefined where it does not fit.
 */
export function rankOf(operation: OperationSummary, { text, terms }: SearchQuery): SearchRank | undefined {
  const length = (operation.summary ?? operation.id ?? operation.path).length;
  const texts = whole.map((part) => part(operation));
  const distances = terms.map((term) => distanceOf(operation, term));
  const distance = distances.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (texts.includes(text)) {
    return { kind: 0, distance, length };
  }
  if (texts.some((part) => part.startsWith(text))) {
    return { kind: 1, distance, length };
  }
  if (texts.some((part) => part.includes(text))) {
    return { kind: 2, distance, length };
  }
  if (distances.includes(undefined)) {
    return undefined;
  }
  return { kind: distances.some((one) => one !== undefined && one >= SYNONYM) ? 4 : 3, distance, length };
}

export function compareRanks(a: SearchRank, b: SearchRank): number {
  return a.kind - b.kind || a.distance - b.distance || a.length - b.length;
}

/** A synonym is farther than the farthest place of the word itself. */
const SYNONYM = 20;

/** Undefined where the operation has neither the word nor another word for it. */
function distanceOf(operation: OperationSummary, { typed, others }: SearchTerm): number | undefined {
  const near = placeOf(operation, typed);
  if (near !== undefined) {
    return near;
  }
  const found = others.flatMap((other, nth) => {
    const place = placeOf(operation, other);
    return place === undefined ? [] : [SYNONYM + nth + place];
  });
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** 0 for a whole word of the summary, more for a part of one, and for other places. */
function placeOf(operation: OperationSummary, word: string): number | undefined {
  for (const [nth, textIn] of places.entries()) {
    const text = ` ${textIn(operation)} `;
    if (text.includes(word)) {
      return nth * 3 + (text.includes(` ${word} `) ? 0 : text.includes(` ${word}`) ? 1 : 2);
    }
  }
  return undefined;
}

/** Whether an operation exchanges a credential for a token: what nobody looks for here, since signing in does it. */
export function isCredentialExchange({ method, path }: OperationSummary): boolean {
  return method === 'POST' && /\/(?:token|login|signin|sign-in|authenticate)\/?$/i.test(path);
}
