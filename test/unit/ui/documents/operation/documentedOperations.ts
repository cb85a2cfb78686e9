import { descriptionOf } from '../../../../../src/api/openapi/description';
import type {
  Content,
  Operation,
  Parameter,
  ResponseDescription,
} from '../../../../../src/api/openapi/model';
import { ObjectTables, type ObjectLimits } from '../../../../../src/api/openapi/schema/objectTables';
import { sampleOf } from '../../../../../src/api/openapi/schema/sample';
import type { PageSchemas } from '../../../../../src/ui/documents/operation/operationMarkdown';

export const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  in: 'query',
  required: false,
  deprecated: false,
  description: undefined,
  schema: { type: 'string' },
  example: undefined,
  listStyle: 'repeat',
  ...more,
});

export const json = (schema: unknown, example?: unknown): Content => ({
  mediaType: 'application/json',
  schema,
  example,
});

export const response = (status: string, more: Partial<ResponseDescription> = {}): ResponseDescription => ({
  status,
  description: undefined,
  headers: [],
  shared: false,
  content: [],
  ...more,
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

/** Schemas of a page, with these that others refer to. */
export function schemasWith(schemas: object = {}, limits: ObjectLimits = {}): PageSchemas {
  const description = descriptionOf({ openapi: '3.1.0', components: { schemas } });
  return {
    objects: new ObjectTables(description, limits),
    sampleOf: (schema, includeReadOnly) => sampleOf(description, schema, { includeReadOnly }),
  };
}

export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
