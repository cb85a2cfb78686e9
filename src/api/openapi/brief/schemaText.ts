import type { Resolver } from '../read/references';
import { Shapes, type Shape } from '../schema/schema';

/** A schema in short, and whether there is more of it. Untrusted text. */
export interface SchemaText {
  /** As a type is written: `{ name: string; groups?: string(uuid)[] }`; what may be left out has a `?`. */
  readonly text: string;
  readonly truncated: boolean;
}

/** How much of a schema is written. */
export interface SchemaTextLimits {
  /** Objects and lists within each other. */
  readonly maxDepth?: number;
  /** Properties, of all objects together. */
  readonly maxMembers?: number;
}

const MAX_VALUES = 12;
const MAX_ALTERNATIVES = 4;
const MAX_VALUE_LENGTH = 40;
const MAX_NAME_LENGTH = 80;

/**
 * What a value has to be, in one line that is cheap to read: for whoever pays by the character. What only a server
 * sends is left out. Takes any value for a schema and throws for none.
 */
export function schemaText(
  resolver: Resolver,
  schema: unknown,
  { maxDepth = 3, maxMembers = 40 }: SchemaTextLimits = {},
): SchemaText {
  const writer = new SchemaWriter(maxDepth, maxMembers);
  const text = writer.write(new Shapes(resolver).of(schema), []);
  return { text, truncated: writer.truncated };
}

class SchemaWriter {
  truncated = false;

  constructor(
    private readonly maxDepth: number,
    private members: number,
  ) {}

  write(shape: Shape, around: readonly object[]): string {
    const texts = this.alternatives(shape, around);
    return [...new Set(shape.nullable ? [...texts, 'null'] : texts)].join(' | ');
  }

  private alternatives(shape: Shape, around: readonly object[]): readonly string[] {
    const values = valuesOf(shape);
    if (values.length > 0) {
      this.truncated ||= values.length > MAX_VALUES;
      return values.slice(0, MAX_VALUES).map(valueText);
    }
    const types = shape.types();
    const alternatives = shape.alternatives();
    if (alternatives.length > 0 && !shape.hasProperties()) {
      this.truncated ||= alternatives.length > MAX_ALTERNATIVES;
      return alternatives
        .slice(0, MAX_ALTERNATIVES)
        .map(({ node }) => this.inside(shape, around, () => shape.shape(node)));
    }
    return types.length === 0
      ? [nameOf(shape, 'any')]
      : types.slice(0, MAX_ALTERNATIVES).map((type) => this.ofType(shape, type, around));
  }

  private ofType(shape: Shape, type: string, around: readonly object[]): string {
    switch (type) {
      case 'object':
        return this.object(shape, around);
      case 'array': {
        const items = shape.items();
        const text = items.length === 0 ? 'any' : this.inside(shape, around, () => shape.shape(...items));
        return text.includes(' | ') ? `(${text})[]` : `${text}[]`;
      }
      default: {
        const format = shape.text('format');
        return format === undefined ? cut(type) : `${cut(type)}(${cut(format)})`;
      }
    }
  }

  private object(shape: Shape, around: readonly object[]): string {
    const required = shape.required();
    const members: string[] = [];
    for (const [name, nodes] of shape.properties()) {
      if (this.members <= 0) {
        this.truncated = true;
        break;
      }
      const property = shape.shape(...nodes);
      if (property.get('readOnly') !== true) {
        this.members--;
        const text = this.inside(shape, around, () => property);
        members.push(`${cut(name)}${required.has(name) ? '' : '?'}: ${text}`);
      }
    }
    const additional = shape.additional();
    if (members.length === 0 && additional !== undefined) {
      members.push(`[name]: ${this.inside(shape, around, () => shape.shape(additional))}`);
    }
    return members.length === 0 ? nameOf(shape, 'object') : `{ ${members.join('; ')} }`;
  }

  /** What is inside of a value; its name alone where that goes round in circles or is too deep. */
  private inside(shape: Shape, around: readonly object[], inner: () => Shape): string {
    const next = inner();
    const within = [...around, shape.own ?? {}];
    const isDeep = within.length > this.maxDepth;
    if ((next.own && within.includes(next.own)) || (isDeep && hasParts(next))) {
      this.truncated = true;
      return nameOf(next, next.types()[0] ?? 'any');
    }
    return this.write(next, within);
  }
}

function hasParts(shape: Shape): boolean {
  return shape.hasProperties() || shape.items().length > 0 || shape.alternatives().length > 0;
}

function nameOf({ name }: Shape, otherwise: string): string {
  return cut(name ?? otherwise);
}

/** The only values that there are; none where there are others. */
function valuesOf(shape: Shape): readonly unknown[] {
  const only = shape.get('const');
  const values = shape.get('enum');
  return only !== undefined ? [only] : Array.isArray(values) ? (values as unknown[]) : [];
}

function valueText(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? '…' : JSON.stringify(value);
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}

function cut(name: string): string {
  return name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;
}
