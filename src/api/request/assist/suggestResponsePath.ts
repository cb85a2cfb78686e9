import { snippetText } from '../json/snippetStops';
import type { RequestSuggestion } from './suggestion';

/** A place in the path behind `{{name.response.body.`. */
export interface ResponsePathPlace {
  /** From the `$` up to the cursor. */
  readonly typed: string;
  /** Offset of the cursor. */
  readonly offset: number;
  /** What is written from the cursor on, up to the end of the braces. */
  readonly after: string;
  /** What closes the braces, where they are open. */
  readonly close: string;
}

type Step = string | number;

const MAX_FIELDS = 500;
const MAX_ITEMS = 10;
/** A field that needs no brackets. */
const plainName = /^[A-Za-z_]\w*$/;
const step = /\.?\[(?:(\d+)|'([^'\\]*)'|"([^"\\]*)")\]|\.([A-Za-z_]\w*)/y;

/** The fields and items of a response that a path may go on with. Of any other path than one of plain steps none. */
export function suggestResponsePath(value: unknown, place: ResponsePathPlace): readonly RequestSuggestion[] {
  const { typed, offset } = place;
  if (!typed.startsWith('$')) {
    return typed === ''
      ? [
          {
            kind: 'keyword',
            label: '$',
            snippet: '\\$',
            rank: 0,
            continues: true,
            start: offset,
            end: offset,
          },
        ]
      : [];
  }
  const { steps, rest } = stepsOf(typed);
  if (!/^(?:\.[A-Za-z_]?\w*|\.?\[\d*|)$/.test(rest)) {
    return [];
  }
  const holder = valueAt(value, steps);
  const [tail = ''] = /^(?:\w*|\d*\])/.exec(place.after) ?? [];
  const span = { start: offset - rest.length, end: offset + (rest === '' ? 0 : tail.length) };
  const isLast = place.after.slice(span.end - offset) === '';
  const suggest = (at: Step, inner: unknown, rank: number): RequestSuggestion => {
    const written = writtenStep(at);
    const goesOn = typeof inner === 'object' && inner !== null;
    return {
      kind: 'field',
      label: typeof at === 'number' ? `[${at}]` : at,
      detail: typeName(inner),
      snippet: snippetText(written) + (goesOn || !isLast ? '' : place.close),
      filter: rest.startsWith('.') && !written.startsWith('.') ? `.${written}` : written,
      rank,
      continues: goesOn && isLast,
      ...span,
    };
  };
  if (Array.isArray(holder)) {
    return holder.slice(0, MAX_ITEMS).map((inner: unknown, nth) => suggest(nth, inner, nth));
  }
  if (typeof holder !== 'object' || holder === null || rest.includes('[')) {
    return [];
  }
  return Object.entries(holder)
    .filter(([name]) => !/[{}\r\n'\\]/.test(name) && name.length <= 100)
    .slice(0, MAX_FIELDS)
    .map(([name, inner], nth) => suggest(name, inner, nth));
}

/** The complete steps of a path, and what is left behind them: the step that is being written. */
function stepsOf(path: string): { steps: readonly Step[]; rest: string } {
  const steps: Step[] = [];
  let at = 1;
  for (;;) {
    step.lastIndex = at;
    const found = step.exec(path);
    // A name at the end may still be growing.
    if (!found || (found[4] !== undefined && step.lastIndex === path.length)) {
      return { steps, rest: path.slice(at) };
    }
    const [, index, single, double, name = ''] = found;
    steps.push(index === undefined ? (single ?? double ?? name) : Number(index));
    at = step.lastIndex;
  }
}

function valueAt(value: unknown, steps: readonly Step[]): unknown {
  let at = value;
  for (const one of steps) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) !== (typeof one === 'number')) {
      return undefined;
    }
    at = Object.getOwnPropertyDescriptor(at, one)?.value;
  }
  return at;
}

function writtenStep(at: Step): string {
  return typeof at === 'number' ? `[${at}]` : plainName.test(at) ? `.${at}` : `['${at}']`;
}

/** No value: it may be a secret. */
function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? `array (${value.length})` : typeof value;
}
