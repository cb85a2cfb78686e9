import type { Parameter } from '../model';
import type { Resolver } from '../read/references';
import { Shapes, type Shape } from './schema';

export interface SampleOptions {
  /** Levels of objects and lists; what is deeper is left out. */
  readonly maxDepth?: number;
  /** True for an answer: then what a server alone sends is in, and what only a client sends is not. */
  readonly includeReadOnly?: boolean;
}

/** Values in a sample, those of given examples included. */
const MAX_SAMPLE_VALUES = 2000;

/**
 * A value by the schema, to begin a body with: what the schema gives as an example, default or only choice, else
 * a plain placeholder for each property, the optional ones too. The same each time. What would go round in circles
 * is left out. Takes any value for a schema and throws for none; undefined where there is none.
 */
export function sampleOf(
  resolver: Resolver,
  schema: unknown,
  { maxDepth = 8, includeReadOnly = false }: SampleOptions = {},
): unknown {
  return schema === undefined
    ? undefined
    : new Sampler(maxDepth, includeReadOnly ? 'writeOnly' : 'readOnly').of(
        new Shapes(resolver).of(schema),
        [],
      );
}

/** The same for a parameter, whose own example goes before that of its schema. */
export function sampleOfParameter(resolver: Resolver, { example, schema }: Parameter): unknown {
  return example ?? sampleOf(resolver, schema);
}

class Sampler {
  private left = MAX_SAMPLE_VALUES;
  private readonly sizes = new Map<unknown, number>();

  constructor(
    private readonly maxDepth: number,
    private readonly leftOut: 'readOnly' | 'writeOnly',
  ) {}

  /** Undefined for what has to be left out. */
  of(shape: Shape, around: readonly object[]): unknown {
    const { own } = shape;
    if (--this.left < 0 || around.length > this.maxDepth || (own && around.includes(own))) {
      return undefined;
    }
    const given = this.declaredExample(shape);
    if (given) {
      this.left -= given.size;
      return given.value;
    }
    return this.makeValue(shape, [...around, own ?? {}]);
  }

  /** What the schema itself gives for a value, unless there is no room for it. */
  private declaredExample(shape: Shape): { value: unknown; size: number } | undefined {
    // An example of one of its parts is none of the whole object.
    const whole = (keyword: string) =>
      shape.types().includes('object') ? shape.ofWhole(keyword) : shape.get(keyword);
    const candidates = [
      whole('example'),
      firstOf(whole('examples')),
      whole('default'),
      shape.get('const'),
      firstOf(shape.get('enum')),
    ];
    return candidates
      .filter((value) => value !== undefined)
      .map((value) => ({ value, size: this.sizeOf(value) }))
      .find(({ size }) => size <= this.left);
  }

  /** Remembered, since many schemas may refer to one that is large. */
  private sizeOf(value: unknown): number {
    const size = this.sizes.get(value) ?? sizeUpTo(value, MAX_SAMPLE_VALUES);
    this.sizes.set(value, size);
    return size;
  }

  private makeValue(shape: Shape, around: readonly object[]): unknown {
    const [alternative] = shape.alternatives();
    const [type] = shape.types();
    const chosen = alternative && this.of(shape.shape(alternative.node), around);
    if (type === 'object' || isObject(chosen)) {
      return { ...this.properties(shape, around), ...(isObject(chosen) && chosen) };
    }
    return chosen ?? (type === 'array' ? this.items(shape, around) : placeholder(shape, type));
  }

  private properties(shape: Shape, around: readonly object[]): Record<string, unknown> {
    const properties: (readonly [name: string, value: unknown])[] = [];
    for (const [name, nodes] of shape.properties()) {
      if (this.left <= 0) {
        break;
      }
      const property = shape.shape(...nodes);
      if (property.get(this.leftOut) === true) {
        this.left--;
      } else {
        properties.push([name, this.of(property, around)]);
      }
    }
    const additional = shape.additional();
    if (properties.length === 0 && additional !== undefined) {
      properties.push(['name', this.of(shape.shape(additional), around)]);
    }
    return Object.fromEntries(properties.filter(([, value]) => value !== undefined));
  }

  private items(shape: Shape, around: readonly object[]): unknown[] {
    const tuple = shape.tuple().map((node) => [node]);
    const items = tuple.length > 0 ? tuple : [shape.items()].filter(({ length }) => length > 0);
    return items
      .map((nodes) => this.of(shape.shape(...nodes), around))
      .filter((value) => value !== undefined);
  }
}

function firstOf(values: unknown): unknown {
  return Array.isArray(values) ? values[0] : undefined;
}

/** Values within a value; more than `most` where there are too many to count. */
function sizeUpTo(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) {
    return 1;
  }
  let size = 1;
  for (const item of Object.values(value)) {
    if (size > most) {
      break;
    }
    size += sizeUpTo(item, most - size);
  }
  return size;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textByFormat = new Map([
  ['date', '2026-01-01'],
  ['date-time', '2026-01-01T00:00:00Z'],
  ['time', '00:00:00Z'],
  ['uuid', '00000000-0000-0000-0000-000000000000'],
  ['email', 'name@example.com'],
  ['uri', 'https://example.com'],
  ['url', 'https://example.com'],
  ['hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
]);

function placeholder(shape: Shape, type: string | undefined): unknown {
  switch (type) {
    case 'string':
      return textByFormat.get(shape.text('format') ?? '') ?? '';
    case 'integer':
    case 'number': {
      const minimum = shape.get('minimum');
      return typeof minimum === 'number' && minimum > 0 ? minimum : 0;
    }
    case 'boolean':
      return false;
    default:
      return null;
  }
}
