import type { Shape } from './schema';

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

const jsonTypes: ReadonlySet<string> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
] satisfies JsonType[]);

/** Formats whose check is cheap, and that nobody means otherwise. */
const formats = new Set(['date', 'date-time']);

const MAX_VALUES = 500;
const MAX_DESCRIPTION = 2000;
/** Of an example or default, in characters of its JSON. */
const MAX_VALUE_LENGTH = 2000;

/** What is said of a value itself, without what is inside of it. */
export interface PlainKeywords {
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  /** A flag in OpenAPI 3.0, which the library takes, too. */
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  format?: string;
}

/** The types of a value; none where one of them is not JSON's. */
export function typesFor(shape: Shape): { type?: JsonType | JsonType[] } {
  const types = shape.types();
  if (types.length === 0 || !types.every((type) => jsonTypes.has(type))) {
    return {};
  }
  const all = [...new Set([...types, ...(shape.nullable ? ['null'] : [])])] as JsonType[];
  const [first] = all;
  return all.length === 1 && first ? { type: first } : { type: all };
}

/**
 * Keywords of one value that can be checked at once, each only where it is what it should be. Never `pattern`: one of
 * a server can run for hours. Nor what the library would show as Markdown or insert as it stands.
 */
export function plainKeywords(shape: Shape): PlainKeywords {
  const exclusive = (keyword: string) => flagOrNumber(shape.get(keyword));
  const format = shape.text('format');
  return defined({
    description: shape.text('description')?.slice(0, MAX_DESCRIPTION),
    enum: valuesOf(shape),
    const: small(shape.get('const')),
    default: small(shape.get('default')),
    examples: examplesOf(shape),
    minimum: numberOf(shape.get('minimum')),
    maximum: numberOf(shape.get('maximum')),
    exclusiveMinimum: exclusive('exclusiveMinimum'),
    exclusiveMaximum: exclusive('exclusiveMaximum'),
    minLength: countOf(shape.get('minLength')),
    maxLength: countOf(shape.get('maxLength')),
    minItems: countOf(shape.get('minItems')),
    maxItems: countOf(shape.get('maxItems')),
    format: format !== undefined && formats.has(format) ? format : undefined,
  });
}

/** Undefined where there are too many to compare with. OpenAPI 3.0 leaves `null` out where it says `nullable`. */
function valuesOf(shape: Shape): unknown[] | undefined {
  const values = shape.get('enum');
  if (!Array.isArray(values) || values.length === 0 || values.length > MAX_VALUES) {
    return undefined;
  }
  const plain = (values as unknown[]).filter((value) => small(value) !== undefined);
  if (plain.length < values.length) {
    return undefined;
  }
  return shape.nullable && !plain.includes(null) ? [...plain, null] : plain;
}

function examplesOf(shape: Shape): unknown[] | undefined {
  const examples: unknown = shape.get('examples');
  const first = small(shape.get('example')) ?? (Array.isArray(examples) ? small(examples[0]) : undefined);
  return first === undefined || shape.get('enum') !== undefined ? undefined : [first];
}

/** A value whose JSON is short; undefined for others, and for what has none. */
function small(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && value.length > MAX_VALUE_LENGTH ? undefined : value;
  }
  return isSmall(value, { left: 200 }) ? value : undefined;
}

function isSmall(value: unknown, budget: { left: number }): boolean {
  budget.left -= typeof value === 'string' ? 1 + value.length / 50 : 1;
  if (budget.left < 0) {
    return false;
  }
  return typeof value !== 'object' || value === null
    ? true
    : Object.values(value).every((inner) => isSmall(inner, budget));
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function flagOrNumber(value: unknown): number | boolean | undefined {
  return typeof value === 'boolean' ? value : numberOf(value);
}

function defined(keywords: Readonly<Record<string, unknown>>): PlainKeywords {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}
