import { strict as assert } from 'node:assert';
import { Ajv } from 'ajv';
import {
  postmanCollection,
  type PostmanCollection,
  type PostmanItem,
} from '../../../../src/api/export/postmanCollection';
import type { PostmanRequest } from '../../../../src/api/export/postmanRequest';
import { readDescription, type ApiDescription } from '../../../../src/api/openapi/description';
import { described, exampleFiles, gitHub, type Tree } from '../openapi/examples';
import { postmanSchema } from './postmanSchema';

const isValid = new Ajv({ strict: false, allErrors: true }).compile(postmanSchema);
const texts = { name: 'Tide', description: 'Set the variables.' };

/** All operations of a description in one group, which is checked. */
function exported(description: ApiDescription, groups: readonly string[] = ['']): PostmanCollection {
  const operations = description.operations.flatMap(({ key }) => description.details(key) ?? []);
  const collection = postmanCollection(
    description,
    groups.map((name) => ({ name, operations })),
    texts,
  );
  assert.ok(isValid(JSON.parse(JSON.stringify(collection))), JSON.stringify(isValid.errors?.slice(0, 3)));
  return collection;
}

/** Every variable that Postman would find in it. */
const usedIn = (value: unknown) =>
  new Set([...JSON.stringify(value).matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name]) => name));

async function requestOf(operation: Tree, path = '/x', method = 'post'): Promise<PostmanRequest> {
  const description = await described({ openapi: '3.1.0', paths: { [path]: { [method]: operation } } });
  const [item] = exported(description).item;
  return (item as PostmanItem).request;
}

const body = (mediaType: string, schema: object, more: object = {}): Tree => ({
  requestBody: { content: { [mediaType]: { schema, ...more } } },
});

describe('the export as a Postman collection', () => {
  it('has a folder for each of several tags, and variables without values for host, token and ids', async () => {
    const description = await described({
      openapi: '3.0.0',
      paths: { '/a/{profileId}': { get: { summary: 'Reads it', operationId: 'read' } } },
    });
    const collection = exported(description, ['One', 'Two']);
    assert.deepEqual(
      collection.item.map((folder) => [folder.name, 'item' in folder && folder.item.map(({ name }) => name)]),
      [
        ['One', ['Reads it']],
        ['Two', ['Reads it']],
      ],
    );
    assert.deepEqual(
      collection.variable.map(({ key, value }) => [key, value]),
      [
        ['host', ''],
        ['token', ''],
        ['profileId', ''],
      ],
    );
    assert.deepEqual(collection.auth.bearer[0]?.value, '{{token}}');
    const [first] = exported(description).item;
    assert.deepEqual((first as PostmanItem).request.url, {
      raw: '{{host}}/a/:profileId',
      host: ['{{host}}'],
      path: ['a', ':profileId'],
      variable: [{ key: 'profileId', value: '{{profileId}}' }],
    });
  });

  it('has what is optional switched off, and what is required with a sample', async () => {
    const { url, header } = await requestOf(
      {
        parameters: [
          { name: 'branchId', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'page', in: 'query', required: true, schema: { type: 'integer', example: 2 } },
          { name: 'q', in: 'query', description: ' Words ', schema: { example: 'a b&c' } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string', example: 't' } },
          { name: 'Authorization', in: 'header', required: true, schema: { example: 'Bearer x' } },
          { name: 'sid', in: 'cookie', required: true, schema: { example: 'c00kie' } },
        ],
      },
      '/a/:b/{id}.zip',
      'get',
    );
    assert.equal(url.raw, '{{host}}/a/%3Ab/{{id}}.zip?branchId={{branchId}}&page=2');
    assert.deepEqual(url.query?.at(-1), {
      key: 'q',
      value: 'a%20b%26c',
      disabled: true,
      description: { content: 'Words', type: 'text/plain' },
    });
    assert.deepEqual(header, [
      { key: 'X-Trace', value: 't', disabled: true },
      { key: 'Accept', value: 'application/json' },
    ]);
  });

  it('has bodies as Postman has them: JSON, fields, parts, and files that the person chooses', async () => {
    const schema = {
      properties: { a: { type: 'string', example: 'b c' }, n: { type: 'integer', example: 1 } },
    };
    const json = await requestOf(body('application/json', schema));
    assert.ok(json.body?.mode === 'raw');
    assert.deepEqual(JSON.parse(json.body.raw), { a: 'b c', n: 1 });
    assert.deepEqual(json.header.at(-1), { key: 'Content-Type', value: 'application/json' });
    const form = await requestOf(body('application/x-www-form-urlencoded', schema));
    assert.deepEqual(form.body, {
      mode: 'urlencoded',
      urlencoded: [
        { key: 'a', value: 'b c', type: 'text' },
        { key: 'n', value: '1', type: 'text' },
      ],
    });
    const file = { properties: { app: { type: 'string', format: 'binary' }, ...schema.properties } };
    const parts = await requestOf(body('multipart/form-data', file));
    assert.ok(parts.body?.mode === 'formdata');
    assert.deepEqual(parts.body.formdata[0], { key: 'app', src: null, type: 'file' });
    assert.ok(!parts.header.some(({ key }) => key === 'Content-Type'));
    const bytes = await requestOf(body('application/octet-stream', { type: 'string', format: 'binary' }));
    assert.deepEqual(bytes.body, { mode: 'file', file: { src: null } });
  });

  it('whatever a description says, it names no variable, and is a text', async () => {
    const evil = '{{token}} {{{{token}}}} {{$guid}}\u202e![x](https://evil.example/x)';
    const operation = (type: string) => ({
      summary: evil,
      description: evil,
      tags: [evil],
      parameters: [
        { name: evil, in: 'query', required: true, description: evil, schema: { example: evil } },
        { name: 'X-A', in: 'header', required: true, schema: { example: evil } },
        { name: 'token', in: 'path', required: true, schema: { type: 'string' } },
      ],
      ...body(type, { properties: { [evil]: { example: evil } } }, { example: { [evil]: evil } }),
    });
    for (const type of [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'text/plain',
    ]) {
      const description = await described({
        openapi: '3.1.0',
        paths: { '/{{token}}/x/{token}': { post: operation(type) } },
      });
      const collection = exported(description, [evil]);
      assert.deepEqual(usedIn(collection.item), new Set(['host', 'token_2']), type);
      assert.doesNotMatch(JSON.stringify(collection.item), /"event"|\u202e/);
    }
  });

  it('is valid for what nobody here wrote, and has all of it', async function () {
    this.timeout(60_000);
    const texts = exampleFiles().filter(({ name }) => name.endsWith('.json'));
    for (const text of [...texts.map((file) => file.text), gitHub()]) {
      const description = await readDescription(text);
      const collection = exported(description);
      assert.equal(collection.item.length, description.operations.length);
      const known = new Set(collection.variable.map(({ key }) => key));
      for (const name of usedIn(collection)) {
        assert.ok(known.has(name ?? ''), name);
      }
    }
  });
});
