import { JsonTokens, stringIn } from '../jsonTokens';

/** A part of a text: the first place of it, and the first behind it. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Names and places that lead to a value. */
type Location = readonly (string | number)[];

/** A step on the way to values: those that end here, by their number, and the steps from here. */
interface Step {
  readonly ends: number[];
  readonly inner: Map<string | number, Step>;
}

/**
 * Where the values at these locations stand in a valid JSON text, in one walk over it: what is cut out so keeps its digits
 * and escapes. Of a name that an object has twice it is the last, as `JSON.parse` reads it.
 */
export function spansAt(text: string, locations: readonly Location[]): (TextSpan | undefined)[] {
  const finder = new SpanFinder(text, locations.length);
  finder.visit(stepsTo(locations), finder.tokens.next());
  return finder.spans;
}

function stepsTo(locations: readonly Location[]): Step {
  const first: Step = { ends: [], inner: new Map() };
  for (const [nth, location] of locations.entries()) {
    let at = first;
    for (const name of location) {
      const next = at.inner.get(name) ?? { ends: [], inner: new Map<string | number, Step>() };
      at.inner.set(name, next);
      at = next;
    }
    at.ends.push(nth);
  }
  return first;
}

class SpanFinder {
  readonly tokens: JsonTokens;
  readonly spans: (TextSpan | undefined)[];

  constructor(text: string, count: number) {
    this.tokens = new JsonTokens(text);
    this.spans = Array.from({ length: count }, () => undefined);
  }

  /** Goes over the value that begins with the current token, and to its end. */
  visit(step: Step | undefined, token: string): void {
    const { tokens } = this;
    const { start } = tokens;
    if (token === '{' || token === '[') {
      if (!step || step.inner.size === 0) {
        tokens.skipToClosing();
      } else if (token === '{') {
        this.visitMembers(step);
      } else {
        this.visitItems(step);
      }
    }
    for (const nth of step?.ends ?? []) {
      this.spans[nth] = { start, end: tokens.end };
    }
  }

  private visitMembers({ inner }: Step): void {
    const { tokens } = this;
    for (let token = tokens.next(); token !== '}' && token !== ''; token = tokens.next()) {
      if (token === '"') {
        const name = stringIn(tokens.token);
        tokens.next();
        this.visit(inner.get(name), tokens.next());
      }
    }
  }

  private visitItems({ inner }: Step): void {
    const { tokens } = this;
    let nth = 0;
    for (let token = tokens.next(); token !== ']' && token !== ''; token = tokens.next()) {
      if (token !== ',') {
        this.visit(inner.get(nth), token);
        nth++;
      }
    }
  }
}
