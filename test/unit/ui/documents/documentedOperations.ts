import type { Content, Operation, Parameter } from '../../../../src/api/openapi/model';
import type { SchemaRow } from '../../../../src/api/openapi/schema/schemaRow';
import type { SchemaTables } from '../../../../src/ui/documents/operationMarkdown';

export const row = (path: string, type: string, more: Partial<SchemaRow> = {}): SchemaRow => ({
  path,
  depth: 0,
  type,
  required: false,
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  description: undefined,
  facts: {},
  ...more,
});

export const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  in: 'query',
  required: false,
  deprecated: false,
  description: undefined,
  schema: { rows: [row('', 'string')] },
  example: undefined,
  listStyle: 'repeat',
  ...more,
});

export const json = (rows: SchemaRow[], example?: unknown): Content => ({
  mediaType: 'application/json',
  schema: { rows },
  example,
});

export const operation = (more: Partial<Operation> = {}): Operation => ({
  key: 'GET /a',
  method: 'GET',
  path: '/a',
  id: undefined,
  summary: 'Sum',
  tags: [],
  deprecated: false,
  description: undefined,
  documentation: undefined,
  parameters: [],
  body: undefined,
  responses: [],
  rights: [],
  ...more,
});

/** Schemas of these tests hold their rows themselves. */
export const tables: SchemaTables = {
  rows: (schema) => (schema as { rows?: SchemaRow[] } | undefined)?.rows ?? [],
  type: (schema) => (schema as { rows: SchemaRow[] }).rows[0]?.type ?? '',
};
