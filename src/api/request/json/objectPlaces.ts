import type { Span } from '../parse/problem';
import { jsonTokens, type JsonToken } from './tokens';

/** A step to a value: the name of a field, or nothing for an item of a list. */
export type JsonStep = string | undefined;

/** What a text of JSON has at a place, for those who change it. */
export class JsonPlaces {
  private readonly tokens: readonly JsonToken[];

  constructor(
    private readonly text: string,
    span: Span,
  ) {
    this.tokens = jsonTokens(text, span);
  }

  /** The steps to the object that begins at an offset; undefined where none does. */
  pathOf(object: number): readonly JsonStep[] | undefined {
    const path: { list: boolean; name: JsonStep }[] = [];
    for (const [nth, { kind, start }] of this.tokens.entries()) {
      if (start === object) {
        return path.map(({ name }) => name);
      }
      if (kind === '{' || kind === '[') {
        path.push({ list: kind === '[', name: undefined });
      } else if (kind === '}' || kind === ']') {
        path.pop();
      } else if (kind === ':') {
        const last = path.at(-1);
        if (last && !last.list) {
          last.name = this.stringAt(nth - 1);
        }
      }
    }
    return undefined;
  }

  /** The field whose name begins at an offset, with what parts it from the next one, or from the one before. */
  fieldAt(name: number): Span | undefined {
    const first = this.tokens.findIndex(({ start }) => start === name);
    if (first < 0) {
      return undefined;
    }
    const after = this.endOfValue(first + 1);
    const last = this.tokens[after - 1];
    const next = this.tokens[after];
    const before = this.tokens[first - 1];
    if (!last || !next) {
      return undefined;
    }
    if (next.kind === ',') {
      return { start: name, end: this.tokens[after + 1]?.start ?? next.end };
    }
    return before?.kind === ',' ? { start: before.start, end: last.end } : { start: name, end: last.end };
  }

  /** What is written between the brace of an object and what is in it, and whether anything is. */
  insideOf(object: number): { readonly blanks: string; readonly isEmpty: boolean } | undefined {
    const nth = this.tokens.findIndex(({ start }) => start === object);
    const next = this.tokens[nth + 1];
    return nth < 0 || !next
      ? undefined
      : { blanks: this.text.slice(object + 1, next.start), isEmpty: next.kind === '}' };
  }

  /** The names of the fields of an object, where they stand. */
  namesIn(object: number): (Span & { readonly name: string })[] {
    const names: (Span & { readonly name: string })[] = [];
    let depth = 0;
    const first = this.tokens.findIndex(({ start }) => start === object);
    for (let nth = first; nth >= 0 && nth < this.tokens.length; nth++) {
      const { kind, start = 0, end = 0 } = this.tokens[nth] ?? {};
      depth += kind === '{' || kind === '[' ? 1 : kind === '}' || kind === ']' ? -1 : 0;
      if (depth === 0) {
        break;
      }
      const name = depth === 1 && this.tokens[nth + 1]?.kind === ':' ? this.stringAt(nth) : undefined;
      if (name !== undefined) {
        names.push({ name, start, end });
      }
    }
    return names;
  }

  /** The index of the token behind a value, from the colon before it on. */
  private endOfValue(from: number): number {
    let depth = 0;
    let at = from;
    for (; at < this.tokens.length; at++) {
      const kind = this.tokens[at]?.kind;
      if (kind === '{' || kind === '[') {
        depth++;
      } else if (kind === '}' || kind === ']') {
        if (depth === 0) {
          return at;
        }
        depth--;
      } else if (kind === ',' && depth === 0) {
        return at;
      }
    }
    return at;
  }

  private stringAt(nth: number): string | undefined {
    const token = this.tokens[nth];
    try {
      const value: unknown = token && JSON.parse(this.text.slice(token.start, token.end));
      return typeof value === 'string' ? value : undefined;
    } catch {
      return undefined;
    }
  }
}

/** What a sample has at the end of these steps; of a list its first item. */
export function valueAt(sample: unknown, path: readonly JsonStep[]): unknown {
  let value = sample;
  for (const step of path) {
    if (Array.isArray(value)) {
      value = value[0];
    } else if (
      step !== undefined &&
      typeof value === 'object' &&
      value !== null &&
      Object.hasOwn(value, step)
    ) {
      value = (value as Record<string, unknown>)[step];
    } else {
      return undefined;
    }
  }
  return value;
}
