import type { BodySchema } from './bodySchema';

/** Where a value is not what its schema says. Names are untrusted. */
export interface SchemaDifference {
  /** `data[0].name`. */
  readonly path: string;
  readonly kind: 'missing' | 'unknown' | 'type' | 'value' | 'limit';
  /** Types or values that would be right. */
  readonly expected: readonly string[];
}

/** How many there are, and the first; `more` where there may be others. */
export interface SchemaDifferences {
  readonly count: number;
  readonly first: SchemaDifference | undefined;
  readonly more: boolean;
}

/** Values that are compared with a schema, each once for each schema of it: some tens of milliseconds. */
const MAX_STEPS = 100_000;
const MAX_DIFFERENCES = 100;
const MAX_EXPECTED = 8;

/**
 * What of a value is not as a bounded tree of schemas says (`bodySchema`): types, values, required fields, and limits. A
 * field that may be left out may be null, which servers write for it. Work and result are bounded.
 */
export function schemaDifferences(schema: BodySchema, value: unknown): SchemaDifferences {
  const comparison = new Comparison({ left: MAX_STEPS });
  comparison.compare(schema, value, '');
  const { found, budget } = comparison;
  return {
    count: found.length,
    first: found[0],
    more: found.length >= MAX_DIFFERENCES || budget.left <= 0,
  };
}

class Comparison {
  readonly found: SchemaDifference[] = [];

  constructor(readonly budget: { left: number }) {}

  compare(schema: BodySchema, value: unknown, path: string): void {
    this.budget.left--;
    if (this.budget.left <= 0 || this.found.length >= MAX_DIFFERENCES) {
      return;
    }
    const types = [schema.type ?? []].flat();
    if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
      this.add(path, 'type', types);
      return;
    }
    const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
    if (values && !values.some((one) => isSame(one, value))) {
      this.add(path, 'value', values.map(shortJson));
    } else if (isBeyondLimit(schema, value)) {
      this.add(path, 'limit', []);
    }
    this.compareAlternatives(schema, value, path);
    if (Array.isArray(value)) {
      this.compareItems(schema, value as unknown[], path);
    } else if (typeof value === 'object' && value !== null) {
      this.compareFields(schema, value as Record<string, unknown>, path);
    }
  }

  private compareFields(schema: BodySchema, value: Record<string, unknown>, path: string): void {
    const { properties = {}, required = [], additionalProperties } = schema;
    for (const name of required) {
      if (!Object.hasOwn(value, name)) {
        this.add(fieldPath(path, name), 'missing', []);
      }
    }
    for (const [name, inner] of Object.entries(value)) {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known) {
        if (inner !== null || required.includes(name)) {
          this.compare(known, inner, fieldPath(path, name));
        }
      } else if (additionalProperties === false) {
        this.add(fieldPath(path, name), 'unknown', []);
      } else if (additionalProperties) {
        this.compare(additionalProperties, inner, fieldPath(path, name));
      }
    }
  }

  private compareItems({ items }: BodySchema, value: readonly unknown[], path: string): void {
    for (const [nth, item] of value.entries()) {
      const schema = Array.isArray(items) ? items[nth] : items;
      if (!schema || this.budget.left <= 0) {
        return;
      }
      this.compare(schema, item, `${path}[${nth}]`);
    }
  }

  /** Any of them will do. Where none does, what the nearest of them says is told. */
  private compareAlternatives({ anyOf = [] }: BodySchema, value: unknown, path: string): void {
    let nearest: readonly SchemaDifference[] | undefined;
    for (const schema of anyOf) {
      const attempt = new Comparison(this.budget);
      attempt.compare(schema, value, path);
      if (attempt.found.length === 0) {
        return;
      }
      nearest = nearest && nearest.length <= attempt.found.length ? nearest : attempt.found;
    }
    this.found.push(...(nearest ?? []));
  }

  private add(path: string, kind: SchemaDifference['kind'], expected: readonly string[]): void {
    this.found.push({ path, kind, expected: expected.slice(0, MAX_EXPECTED) });
  }
}

function fieldPath(path: string, name: string): string {
  const plain = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name);
  return plain ? (path === '' ? name : `${path}.${name}`) : `${path}[${JSON.stringify(name)}]`;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && one !== null && shortJson(one) === shortJson(other));
}

function isBeyondLimit(schema: BodySchema, value: unknown): boolean {
  const outside = (size: number, least?: number, most?: number) =>
    (least !== undefined && size < least) || (most !== undefined && size > most);
  switch (typeof value) {
    case 'number':
      return outside(value, schema.minimum, schema.maximum);
    case 'string':
      return outside(Array.from(value).length, schema.minLength, schema.maxLength);
    default:
      return Array.isArray(value) && outside(value.length, schema.minItems, schema.maxItems);
  }
}

/** A value of a schema is small (`plainKeywords`); one of a body need not be, and is no part of what is shown. */
function shortJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
