import type { BodySchema } from '../../openapi/schema/bodySchema';
import { SnippetStops, snippetText } from './snippetStops';
import { safeJsonSnippet } from './jsonSnippet';

/** Fields that have to be there, or all of them. */
export type BodyFields = 'required' | 'all';

/** Objects and lists within each other that are written at once. */
const MAX_DEPTH = 5;
const MAX_FIELDS = 60;

/** JSON of a schema as a snippet, with a tab stop for each value. Texts of the schema are escaped. */
export function bodySnippet(schema: BodySchema, fields: BodyFields, stops = new SnippetStops()): string {
  return safeJsonSnippet(new BodyWriter(fields, stops).value(schema, 0));
}

class BodyWriter {
  private left = MAX_FIELDS;

  constructor(
    private readonly fields: BodyFields,
    private readonly stops: SnippetStops,
  ) {}

  value(schema: BodySchema, depth: number): string {
    const { stops } = this;
    const given = schema.const ?? schema.default ?? schema.examples?.[0] ?? schema.enum?.[0];
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
    if (schema.properties && (type === undefined || type === 'object')) {
      return this.object(schema, depth);
    }
    if (typeof given === 'string') {
      return `"${stops.around(JSON.stringify(given).slice(1, -1))}"`;
    }
    if (given !== undefined && (typeof given !== 'object' || given === null)) {
      return stops.around(JSON.stringify(given));
    }
    switch (type) {
      case 'string':
        return `"${stops.next()}"`;
      case 'integer':
      case 'number':
        return stops.around(String(schema.minimum ?? 0));
      case 'boolean':
        return stops.around('false');
      case 'object':
        return `{${stops.next()}\\}`;
      case 'array':
        return this.list(schema, depth);
      default: {
        const [first] = schema.anyOf ?? [];
        return first && depth < MAX_DEPTH ? this.value(first, depth + 1) : stops.next();
      }
    }
  }

  private object(schema: BodySchema, depth: number): string {
    const rows = this.fieldsOf(schema, depth);
    const indent = '  '.repeat(depth + 1);
    return rows.length === 0
      ? `{${this.stops.next()}\\}`
      : `{\n${rows.map((row) => `${indent}${row}`).join(',\n')}\n${'  '.repeat(depth)}\\}`;
  }

  private fieldsOf(schema: BodySchema, depth: number): string[] {
    if (depth >= MAX_DEPTH) {
      return [];
    }
    const required = schema.required ?? [];
    const rows: string[] = [];
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const isWanted = this.fields === 'all' || required.includes(name);
      if (isWanted && field.doNotSuggest !== true && --this.left >= 0) {
        rows.push(`${snippetText(JSON.stringify(name))}: ${this.value(field, depth + 1)}`);
      }
    }
    return rows;
  }

  private list(schema: BodySchema, depth: number): string {
    const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
    const holdsObjects = items?.properties !== undefined;
    return holdsObjects && depth < MAX_DEPTH && this.fields === 'all'
      ? `[${this.value(items, depth)}]`
      : `[${this.stops.next()}]`;
  }
}
