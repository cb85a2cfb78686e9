import type { ParsedDocument } from '../document';
import { isVariableName } from '../parse/pieces';
import type { Span } from '../parse/problem';
import { parseJsonString } from '../parse/quoting';
import { isComment } from '../parse/refusals';
import { headLines } from './headLines';

/** What a name in a document stands for. `host` is the server of the account, which nothing in a document sets. */
export type NamedKind = 'variable' | 'request' | 'host';

/** A name where it stands in a document, braces and signs around it left out. */
export interface Occurrence extends Span {
  readonly kind: NamedKind;
  readonly name: string;
  /** Whether it is given there: by `@x = …`, or by `# @name x`. */
  readonly declares: boolean;
  /** Whether it stands in a body, where an unknown name is text. */
  readonly inBody: boolean;
}

/** Every name in a document, by place. Never throws, and takes time in proportion to the length of the text. */
export function occurrencesIn(text: string, parsed: ParsedDocument): Occurrence[] {
  const finder = new OccurrenceFinder(text, parsed);
  return finder.find().sort((a, b) => a.start - b.start);
}

/** The one that a cursor stands in or at. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return occurrences.find(({ start, end }) => start <= offset && offset <= end);
}

/** All that stand for the same. */
export function occurrencesOf(
  { kind, name }: Pick<Occurrence, 'kind' | 'name'>,
  all: readonly Occurrence[],
): Occurrence[] {
  return all.filter((other) => other.kind === kind && other.name === name);
}

/** Why something cannot be called so: that is no name, or it would mean something else of the document. */
export function renameFault(
  { kind, name }: Occurrence,
  newName: string,
  all: readonly Occurrence[],
): 'badName' | 'taken' | undefined {
  if (kind === 'request' ? !isRequestName(newName) : !isVariableName(newName)) {
    return 'badName';
  }
  return newName !== name && all.some((other) => other.name === newName) ? 'taken' : undefined;
}

/** What a request may be called to be referred to. */
function isRequestName(name: string): boolean {
  return /^[A-Za-z_][\w-]{0,63}$/.test(name);
}

class OccurrenceFinder {
  private readonly found: Occurrence[] = [];

  constructor(
    private readonly text: string,
    private readonly parsed: ParsedDocument,
  ) {}

  find(): Occurrence[] {
    for (const { text, start } of headLines(this.text, this.parsed).flat()) {
      if (isComment(text)) {
        this.takeDirective(text, start);
      } else {
        this.takeLine(text, start);
      }
    }
    for (const { body } of this.parsed.requests) {
      if (body?.quoted === false) {
        this.takeUses(this.text.slice(body.start, body.end), body.start, true);
      }
    }
    return this.found;
  }

  private takeDirective(text: string, start: number): void {
    const found = /^(\s*(?:#|\/\/)\s*@name\s+)(\S+)\s*$/.exec(text);
    const [, before, name] = found ?? [];
    if (before !== undefined && name !== undefined && isRequestName(name)) {
      this.add({ kind: 'request', name, start: start + before.length, declares: true, inBody: false });
    }
  }

  private takeLine(text: string, start: number): void {
    const [sign, before, name] = /^(\s*@\s*)([A-Za-z_][\w.-]*)\s*=/.exec(text) ?? [];
    if (sign === undefined || before === undefined || name === undefined) {
      this.takeUses(text, start, false);
      return;
    }
    if (isVariableName(name)) {
      this.add({ kind: 'variable', name, start: start + before.length, declares: true, inBody: false });
    }
    if (parseJsonString(text.slice(sign.length).trim()) === undefined) {
      this.takeUses(text.slice(sign.length), start + sign.length, false);
    }
  }

  private takeUses(text: string, start: number, inBody: boolean): void {
    for (const { index, 1: inner = '' } of text.matchAll(/\{\{([^{}\r\n]*)\}\}/g)) {
      const [blanks = ''] = /^\s*/.exec(inner) ?? [];
      const place = { start: start + index + 2 + blanks.length, declares: false, inBody };
      const name = inner.trim();
      const [request] = /^[A-Za-z_][\w-]*(?=\.response(?:\.|$))/.exec(name) ?? [];
      if (request !== undefined) {
        this.add({ kind: 'request', name: request, ...place });
      } else if (name === 'host') {
        this.add({ kind: 'host', name, ...place });
      } else if (isVariableName(name)) {
        this.add({ kind: 'variable', name, ...place });
      }
    }
  }

  private add(occurrence: Omit<Occurrence, 'end'>): void {
    this.found.push({ ...occurrence, end: occurrence.start + occurrence.name.length });
  }
}
