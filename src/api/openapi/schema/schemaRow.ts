import type { ReferenceProblem } from '../read/references';
import type { Shape } from './schema';
import { typeOf } from './schemaType';

/** Keywords that say more of a value than its type. As they stand: untrusted, and a pattern is never run. */
const factKeywords = [
  'const',
  'enum',
  'default',
  'example',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'pattern',
] as const;

type FactKeyword = (typeof factKeywords)[number];

/** What a schema says of a value besides its type, by keyword. */
export type SchemaFacts = Readonly<
  Partial<
    Record<Exclude<FactKeyword, 'enum' | 'pattern'>, unknown> & { enum: readonly unknown[]; pattern: string }
  >
>;

/** What a schema says of a value. */
export interface SchemaRow {
  /** `integer (int32)`, `array of TestingGroup`, `string or null`. */
  readonly type: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly description: string | undefined;
  readonly facts: SchemaFacts;
  /** Name of the schema around it that it is again. */
  readonly cycle?: string;
  /** Why its reference says nothing. */
  readonly problem?: ReferenceProblem;
  /** There is more in it, or after it where the last row says so. */
  readonly truncated?: true;
}

/** The row of a value, without what is inside of it. */
export function schemaRowOf(shape: Shape, required: boolean): SchemaRow {
  return {
    type: typeOf(shape),
    required,
    deprecated: shape.get('deprecated') === true,
    readOnly: shape.get('readOnly') === true,
    writeOnly: shape.get('writeOnly') === true,
    description: shape.text('description'),
    facts: schemaFactsOf(shape),
    ...(shape.problem && { problem: shape.problem }),
  };
}

/** What the schema says of the value besides its type. */
export function schemaFactsOf(shape: Shape): SchemaFacts {
  const facts = factKeywords
    .map((keyword) => [keyword, keyword === 'example' ? exampleOf(shape) : shape.get(keyword)] as const)
    .filter(([, value]) => value !== undefined)
    .filter(([keyword, value]) => keyword !== 'enum' || Array.isArray(value))
    .filter(([keyword, value]) => keyword !== 'pattern' || typeof value === 'string');
  return Object.fromEntries(facts);
}

/** `example`, or in the words of 3.1 the first of `examples`. */
function exampleOf(shape: Shape): unknown {
  const examples = shape.get('examples');
  return shape.get('example') ?? (Array.isArray(examples) ? (examples[0] as unknown) : undefined);
}
