import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type CST,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { Limits } from './limits';
import { UnusableDescription } from './unusableDescription';

/**
 * The value of the first document in a YAML text. This module and its library are loaded by `readText`, late.
 *
 * OpenAPI asks for YAML 1.2 with the tags of JSON, so dates and sets are none here, whatever a `%YAML` directive says.
 * Merge keys (`<<`) are read all the same: descriptions are written with them.
 */
export function readYaml(text: string, limits: Limits): unknown {
  try {
    const { contents, errors } = parseDocument(text, limits);
    const [mistake] = errors;
    if (mistake) {
      throw new UnusableDescription('unreadable', { line: lineAt(text, mistake.pos[0]) });
    }
    return new Reader(limits).read(contents, 0).value;
  } catch (error) {
    throw error instanceof UnusableDescription ? error : new UnusableDescription('unreadable');
  }
}

function parseDocument(text: string, limits: Limits): Document.Parsed {
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    // Compares each key with all before it.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  for (const document of composer.compose(tokensOf(text, limits), true, text.length)) {
    return document;
  }
  throw new UnusableDescription('unreadable');
}

/** Watches the parser while it works: the composer after it calls itself, so depth has to be refused before. */
function* tokensOf(text: string, limits: Limits): Generator<CST.Token> {
  const parser = new Parser();
  let lexemes = 0;
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > limits.yamlTokens) {
      throw new UnusableDescription('tooLarge', { limit: limits.yamlTokens });
    }
    if (/^[&*]/.test(lexeme) && ++aliases > limits.aliases) {
      throw new UnusableDescription('tooManyAliases', { limit: limits.aliases });
    }
    yield* parser.next(lexeme);
    // The lowest in the stack is the document itself.
    if (parser.stack.length - 1 > limits.depth) {
      throw new UnusableDescription('tooDeep', { limit: limits.depth });
    }
  }
  yield* parser.end();
}

/** A value, with what it would be if every alias were written out. */
interface Read {
  readonly value: unknown;
  readonly values: number;
  /** Levels below it. */
  readonly height: number;
}

/**
 * Makes values of nodes. What an alias stands for is shared, not copied; but it counts as if it were, since whoever
 * walks or prints the document meets it each time ("billion laughs").
 */
class Reader {
  private readonly anchors = new Map<string, Read | 'open'>();
  /** Values that merge keys copied, in the whole document. */
  private copied = 0;

  constructor(private readonly limits: Limits) {}

  read(node: unknown, depth: number): Read {
    if (isAlias(node)) {
      return this.checkLimits(this.resolveAlias(node.source), depth);
    }
    const anchor = (node as (Node & { anchor?: string }) | null)?.anchor;
    if (anchor === undefined) {
      return this.checkLimits(this.convert(node, depth), depth);
    }
    this.anchors.set(anchor, 'open');
    const read = this.checkLimits(this.convert(node, depth), depth);
    this.anchors.set(anchor, read);
    return read;
  }

  private convert(node: unknown, depth: number): Read {
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item, depth + 1));
      return around(
        items.map(({ value }) => value),
        items,
      );
    }
    return isMap(node)
      ? this.convertMap(node, depth)
      : { value: isScalar(node) ? node.value : null, values: 1, height: 0 };
  }

  private convertMap(node: YAMLMap, depth: number): Read {
    const own: (readonly [key: string, read: Read])[] = [];
    const merged: Read[] = [];
    for (const { key, value } of node.items) {
      const read = this.read(value, depth + 1);
      if (isMergeKey(key)) {
        // Unlike what an alias stands for it is copied: a few lines could ask for more than there is time.
        this.copied += read.values;
        this.checkCount(this.copied, this.limits.merged);
        merged.push(read);
      } else {
        own.push([keyOf(key), read]);
      }
    }
    // Of several that are merged the first counts, and what stands here more than any.
    const pairs = [
      ...merged.flatMap(({ value }) => mergedObjects(value)).toReversed(),
      Object.fromEntries(own.map(([key, { value }]) => [key, value])),
    ].flatMap((object) => Object.entries(object));
    return around(Object.fromEntries(pairs), [...merged, ...own.map(([, read]) => read)]);
  }

  private resolveAlias(name: string): Read {
    const read = this.anchors.get(name);
    if (read === undefined) {
      throw new UnusableDescription('unreadable');
    }
    if (read === 'open') {
      throw new UnusableDescription('tooDeep', { limit: this.limits.depth });
    }
    return read;
  }

  private checkLimits(read: Read, depth: number): Read {
    if (depth + read.height > this.limits.depth) {
      throw new UnusableDescription('tooDeep', { limit: this.limits.depth });
    }
    this.checkCount(read.values, this.limits.values);
    return read;
  }

  private checkCount(values: number, limit: number): void {
    if (values > limit) {
      const reason = this.anchors.size > 0 ? 'tooManyAliases' : 'tooLarge';
      throw new UnusableDescription(reason, { limit });
    }
  }
}

function around(value: unknown, inner: readonly Read[]): Read {
  return {
    value,
    values: inner.reduce((sum, { values }) => sum + values, 1),
    height: 1 + inner.reduce((highest, { height }) => Math.max(highest, height), 0),
  };
}

/** `<<` as YAML 1.1 has it: not in quotes, which make it a key like any other. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}

/** What a merge key names: an object, or several. All else merges nothing. */
function mergedObjects(value: unknown): readonly object[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is object => typeof one === 'object' && one !== null && !Array.isArray(one));
}

/** A status such as `200:` is a number here and text in JSON. A list or an object is no key in JSON. */
function keyOf(key: unknown): string {
  if (!isScalar(key)) {
    throw new UnusableDescription('unreadable');
  }
  const { value, source } = key;
  return source ?? String(value);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
