import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ApiDescription, readDescription } from '../../../../src/api/openapi/description';
import { matchesText } from '../../../../src/api/openapi/filter';
import { searchQuery } from '../../../../src/api/openapi/rank';
import type { Operation } from '../../../../src/api/openapi/model';
import { sampleOf, sampleOfParameter } from '../../../../src/api/openapi/schema/sample';
import {
  ObjectTables,
  type ObjectLimits,
  type ObjectRow,
  type ObjectTable,
} from '../../../../src/api/openapi/schema/objectTables';
import { Shapes } from '../../../../src/api/openapi/schema/schema';
import { typeOf } from '../../../../src/api/openapi/schema/schemaType';

export type Tree = Record<string, unknown>;

const modules = path.resolve(__dirname, '../../../../node_modules');

/** GitHub's own description of its REST API: 13 MB of JSON. */
export function gitHub(): string {
  return readFileSync(path.join(modules, '@octokit/openapi/generated/api.github.com.json'), 'utf8');
}

/** Descriptions that nobody here wrote: Swagger 2.0, OpenAPI 3.0 and 3.1, in JSON and YAML. */
export function exampleFiles(): { name: string; text: string }[] {
  const folder = path.join(modules, '@readme/oas-examples');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^\d\.\d.*\.(json|yaml)$/.test(name))
    .sort()
    .map((name) => ({
      name: name.replaceAll(path.sep, '/'),
      text: readFileSync(path.join(folder, name), 'utf8'),
    }));
}

/** Keys of all operations, by a count that knows nothing of the code under test. */
export function countedOperations(document: Tree): string[] {
  const isOld = document['swagger'] !== undefined;
  const basePath = textOf(document['basePath']).replace(/\/$/, '');
  const paths = (document['paths'] ?? {}) as Record<string, Tree>;
  return Object.entries(paths)
    .filter(([path]) => !path.includes('#'))
    .flatMap(([path, item]) => {
      const [, , other = ''] = textOf(item['$ref']).split('/');
      const named = paths[other.replaceAll('~1', '/')] ?? item;
      return Object.keys(named)
        .filter((name) => /^(get|put|post|delete|options|head|patch|trace)$/.test(name))
        .map((method) => {
          const base = isOld ? basePath : serverPath(named[method] as Tree, named, document);
          return `${method.toUpperCase()} ${base}${path}`;
        });
    });
}

/** Of the first server that is nearest, as those write it that are counted. */
function serverPath(...owners: Tree[]): string {
  const [server] = owners.flatMap(
    (owner) => (owner['servers'] ?? []) as { url: string; variables?: Record<string, Tree> }[],
  );
  const url = server?.url.replace(/\{(\w+)\}/g, (_, name: string) =>
    textOf(server.variables?.[name]?.['default']),
  );
  return new URL(url ?? '', 'https://x.example').pathname.replace(/\/$/, '');
}

/** The description that this document is, by way of its text. */
export function described(document: unknown): Promise<ApiDescription> {
  return readDescription(JSON.stringify(document));
}

/** A document of OpenAPI 3.0 with this one operation. */
export const open = (operation: Tree, more: Tree = {}, path = '/x') => ({
  openapi: '3.0.3',
  paths: { [path]: { post: operation } },
  ...more,
});

/** The same in Swagger 2.0. */
export const swagger = (operation: Tree, more: Tree = {}, path = '/x') => ({
  swagger: '2.0',
  paths: { [path]: { post: operation } },
  ...more,
});

/** The only operation of a document, or the one with this key. */
export async function operationOf(document: unknown, key?: string): Promise<Operation> {
  const description = await described(document);
  const operation = description.details(key ?? description.operations[0]?.key ?? '');
  assert.ok(operation);
  return operation;
}

/** Reference to a schema of `components`. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** All objects that a schema leads to, in a document with these others. */
export function tablesOf(description: ApiDescription, schema: unknown, limits?: ObjectLimits): ObjectTable[] {
  const objects = new ObjectTables(description, limits);
  objects.rowOf(schema, 'Body');
  const tables: ObjectTable[] = [];
  while (tables.length < objects.count) tables.push(objects.table(tables.length + 1));
  return tables;
}

/** A value inside of a schema, and where it is: `settings.type`, `items[].id`, `pet oneOf 2`. */
type PlacedRow = ObjectRow & { path: string; depth: number };

/** What is inside of a schema, at any depth, in a document with these others; a plain value is itself. */
export async function rowsOf(schema: unknown, schemas: Tree = {}): Promise<readonly PlacedRow[]> {
  const objects = new ObjectTables(await described({ openapi: '3.1.0', components: { schemas } }));
  const below = (row: ObjectRow, path: string, depth: number): PlacedRow[] => {
    const own = path + '[]'.repeat(row.type.match(/\barray of /g)?.length ?? 0);
    if (row.object === undefined || row.cycle !== undefined) {
      return row.items ? [{ ...row, ...row.items, path: own, depth }] : [];
    }
    return objects.table(row.object).rows.flatMap((inner) => {
      const at = pathOf(inner, own);
      const isAlternative = / (?:\w+Of \d+|then|else)$/.test(` ${at}`);
      return [{ ...inner, path: at, depth }, ...below(inner, isAlternative ? own : at, depth + 1)];
    });
  };
  const root = objects.rowOf(schema, 'Body');
  const inside = below(root, '', 0);
  return inside.length > 0 ? inside : [{ ...root, path: '', depth: 0 }];
}

function pathOf({ inside }: ObjectRow, around: string): string {
  if (inside === undefined) {
    return around;
  }
  switch (inside.kind) {
    case 'property':
      return around === '' ? inside.name : `${around}.${inside.name}`;
    case 'additional':
      return `${around}[name]`;
    case 'item':
      return `${around}[${inside.number}]`;
    case 'then':
    case 'else':
      return `${around} ${inside.kind}`.trimStart();
    default:
      return `${around} ${inside.kind} ${inside.number}`.trimStart();
  }
}

/** `1 settings.type: string` with its marks, for each row. */
export async function told(schema: unknown, schemas: Tree = {}): Promise<string[]> {
  return (await rowsOf(schema, schemas)).map(({ depth, path, type, required, cycle, problem }) =>
    [
      `${depth} ${path}: ${type}`,
      ...(required ? ['required'] : []),
      ...(cycle === undefined ? [] : [`again ${cycle}`]),
      ...(problem ? [problem] : []),
    ].join(' | '),
  );
}

/** Does with every operation what the explorer does with one: lists, documents and samples it. */
export function exercise(description: ApiDescription): { operations: number; rows: number } {
  let rows = 0;
  for (const summary of description.operations) {
    matchesText(summary, searchQuery('a b'));
    const operation = description.details(summary.key);
    assert.ok(operation, summary.key);
    for (const parameter of operation.parameters) {
      typeOf(new Shapes(description).of(parameter.schema));
      JSON.stringify(sampleOfParameter(description, parameter));
    }
    const schemas = schemasOf(operation);
    const before = rows;
    for (const [schema, includeReadOnly] of schemas) {
      rows += tablesOf(description, schema).reduce((sum, table) => sum + table.rows.length, 0);
      assert.ok(rows - before <= 2_000 * schemas.length, summary.key);
      JSON.stringify(sampleOf(description, schema, { includeReadOnly }));
    }
  }
  return { operations: description.operations.length, rows };
}

function schemasOf({ body, responses }: Operation): (readonly [schema: unknown, includeReadOnly: boolean])[] {
  return [
    ...(body?.content ?? []).map(({ schema }) => [schema, false] as const),
    ...responses.flatMap(({ content }) => content.map(({ schema }) => [schema, true] as const)),
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
