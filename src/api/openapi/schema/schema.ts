import { JsonObject } from '../../decode';
import {
  referenceIn,
  type ReferenceProblem,
  type ResolvedReference,
  type Resolver,
} from '../read/references';
import { MAX_FIELDS, MAX_PARTS, MAX_PROPERTIES, MAX_REQUIRED, MAX_WORK, MAX_WRAPPERS } from './schemaLimits';

const kinds = ['oneOf', 'anyOf'] as const;

/** Makes shapes of nodes, for one table or sample, and gives up when they are too many. */
export class Shapes {
  private work = 0;

  constructor(readonly resolver: Resolver) {}

  /** From then on, every schema says nothing. */
  get exhausted(): boolean {
    return this.work > MAX_WORK;
  }

  /** Of one node, or of several that all apply. Any value whatever will do: nonsense is a schema that says nothing. */
  of(...nodes: readonly unknown[]): Shape {
    const { value, name, problem } = unwrap(this.resolver, nodes[0]);
    const parts = this.exhausted ? [] : partsOf(this.resolver, nodes);
    this.work += 1 + parts.length;
    return new Shape(this, JsonObject.of(value)?.raw, name, problem, parts);
  }
}

/** A schema without references and `allOf`: one or more objects of keywords, the most specific first. */
export class Shape {
  constructor(
    private readonly shapes: Shapes,
    /** The node that stands for it where cycles are looked for: the same however it was reached. */
    readonly own: object | undefined,
    /** Name that it was referred to by. */
    readonly name: string | undefined,
    readonly problem: ReferenceProblem | undefined,
    private readonly parts: readonly Part[],
  ) {}

  /** The keyword where it is most specific. */
  get(keyword: string): unknown {
    return this.parts.find(({ keywords }) => keywords[keyword] !== undefined)?.keywords[keyword];
  }

  /** The same, but not where it speaks of one part alone: an example there is no example of the whole. */
  ofWhole(keyword: string): unknown {
    return this.parts.find(({ whole, keywords }) => whole && keywords[keyword] !== undefined)?.keywords[
      keyword
    ];
  }

  text(keyword: string): string | undefined {
    const value = this.get(keyword);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** Types that are named or follow from other keywords, without `null`; none where anything goes. */
  types(): readonly string[] {
    const named = this.namedTypes();
    const types = named.filter((type): type is string => typeof type === 'string' && type !== 'null');
    return types.length > 0 || named.includes('null') ? types : this.impliedTypes();
  }

  /** In the words of OpenAPI 3.0, of tools for Swagger 2.0, and of 3.1. */
  get nullable(): boolean {
    return (
      this.get('nullable') === true ||
      this.get('x-nullable') === true ||
      this.namedTypes().includes('null') ||
      this.parts.some(({ keywords }) =>
        kinds.some((kind) => listOf(keywords[kind]).length > choices(keywords[kind]).length),
      )
    );
  }

  /** Each with the nodes that say something of it. What a schema builds upon comes before what it adds. */
  properties(): ReadonlyMap<string, readonly unknown[]> {
    const properties = new Map<string, unknown[]>();
    for (const { keywords } of this.parts.toReversed()) {
      const fields = Object.entries(JsonObject.of(keywords['properties'])?.raw ?? {});
      for (const [name, node] of fields.slice(0, MAX_FIELDS)) {
        properties.set(name, [node, ...(properties.get(name) ?? [])]);
      }
    }
    return properties;
  }

  hasProperties(): boolean {
    return this.parts.some(({ keywords }) => JsonObject.of(keywords['properties']));
  }

  required(): ReadonlySet<unknown> {
    return new Set(this.parts.flatMap(({ keywords }) => listOf(keywords['required'], MAX_REQUIRED)));
  }

  /** The nodes that say something of every item of a list; none where nothing is said. */
  items(): readonly unknown[] {
    return this.parts
      .map(({ keywords }) => keywords['items'])
      .filter((items) => items !== undefined && !Array.isArray(items));
  }

  /** Schemas of the items by their place: `prefixItems`, or a list in `items`. */
  tuple(): readonly unknown[] {
    const items = this.get('items');
    return listOf(Array.isArray(items) ? items : this.get('prefixItems'));
  }

  /** Schema of what further properties hold; undefined where nothing is said of them. */
  additional(): unknown {
    return JsonObject.of(this.get('additionalProperties'))?.raw;
  }

  /** Schemas of which one, or any, has to apply; `null` and a single one are no alternatives. */
  alternatives(): readonly Alternative[] {
    return kinds.flatMap((kind) => {
      const part = this.parts.find(({ keywords }) => keywords[kind] !== undefined);
      const nodes = choices(part?.keywords[kind]);
      // A kind of pet is made of Pet, and Pet lists its kinds: to the kind itself these are no alternatives.
      return nodes.length === 1 || (!part?.whole && nodes.some((node) => this.isSelf(node)))
        ? []
        : nodes.map((node, index) => ({ kind, number: index + 1, node }));
    });
  }

  /** The shape of something inside. */
  shape(...nodes: readonly unknown[]): Shape {
    return this.shapes.of(...nodes);
  }

  private isSelf(node: unknown): boolean {
    return this.own !== undefined && this.shapes.resolver.resolve(node).value === this.own;
  }

  private namedTypes(): readonly unknown[] {
    const type = this.get('type');
    return Array.isArray(type) ? listOf(type) : [type];
  }

  private impliedTypes(): readonly string[] {
    const says = (...keywords: string[]) => keywords.some((keyword) => this.get(keyword) !== undefined);
    if (says('properties', 'additionalProperties')) {
      return ['object'];
    }
    if (says('items', 'prefixItems')) {
      return ['array'];
    }
    const values = [this.get('const'), ...listOf(this.get('enum')).slice(0, 1)];
    return values
      .map((value) => typeof value)
      .filter((type) => type === 'string' || type === 'number' || type === 'boolean')
      .slice(0, 1);
  }
}

export interface Alternative {
  readonly kind: (typeof kinds)[number];
  readonly number: number;
  readonly node: unknown;
}

type Keywords = Readonly<Record<string, unknown>>;

interface Part {
  readonly keywords: Keywords;
  /** Whether it is the schema itself, not one of several in an `allOf`. */
  readonly whole: boolean;
}

/**
 * Breadth first, so that what stands nearer comes first, and the last of an `allOf` before what it builds upon. Each
 * schema once, so that none goes round for ever.
 */
function partsOf(resolver: Resolver, nodes: readonly unknown[]): readonly Part[] {
  const parts = new Map<object, Part>();
  const queue = nodes.map((node) => ({ node, whole: true }));
  // More are added while it is walked.
  for (const { node, whole } of queue) {
    if (parts.size >= MAX_PARTS) {
      break;
    }
    // What stands beside a `$ref` goes before what it refers to: 3.1 says so, and tools for 3.0 write it.
    const beside = referenceIn(node) === undefined ? [] : [node];
    for (const value of [...beside, resolver.resolve(node).value]) {
      const keywords = JsonObject.of(value)?.raw;
      if (keywords && !parts.has(keywords)) {
        parts.set(keywords, { keywords, whole });
        queue.push(...innerOf(keywords).map((inner) => ({ ...inner, whole: whole && inner.whole })));
      }
    }
  }
  return [...parts.values()];
}

/** Schemas that apply together with this one. */
function innerOf(keywords: Keywords): readonly { node: unknown; whole: boolean }[] {
  const wrapped = wrappedIn(keywords);
  if (wrapped.length > 0) {
    return [{ node: wrapped[0], whole: true }];
  }
  const single = kinds.map((kind) => choices(keywords[kind])).filter(({ length }) => length === 1);
  const all = listOf(keywords['allOf'], MAX_PARTS).toReversed();
  return [...single.flat(), ...all].map((node) => ({ node, whole: false }));
}

/** A schema around one other only describes it, or makes it nullable: name and identity are those of the other. */
function wrappedIn(keywords: Keywords): readonly unknown[] {
  const [used, ...others] = ['allOf', ...kinds].filter((keyword) => keywords[keyword] !== undefined);
  if (used === undefined || others.length > 0 || keywords['properties'] !== undefined) {
    return [];
  }
  const inner = choices(keywords[used]);
  return inner.length === 1 ? inner : [];
}

function unwrap(resolver: Resolver, node: unknown): ResolvedReference {
  let resolved = resolver.resolve(node);
  let { name } = resolved;
  for (let level = 0; level < MAX_WRAPPERS; level++) {
    const inner = wrappedIn(JsonObject.of(resolved.value)?.raw ?? {});
    if (inner.length === 0) {
      break;
    }
    resolved = resolver.resolve(inner[0]);
    name ??= resolved.name;
  }
  return { ...resolved, ...(name !== undefined && { name }) };
}

/** The members of a `oneOf` or `anyOf` but `null`. */
function choices(value: unknown): readonly unknown[] {
  return listOf(value).filter((node) => JsonObject.of(node)?.raw['type'] !== 'null');
}

function listOf(value: unknown, most = MAX_PROPERTIES): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}
