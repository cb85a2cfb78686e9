import { strict as assert } from 'node:assert';
import type { ApiDescription } from '../../../../../src/api/openapi/description';
import type { Content } from '../../../../../src/api/openapi/model';
import { sampleOf } from '../../../../../src/api/openapi/schema/sample';
import { writeBody } from '../../../../../src/api/request/bodies';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { resolveRequest } from '../../../../../src/api/request/resolve/resolve';
import { bodySkeleton } from '../../../../../src/api/request/write/bodySkeleton';
import { requestOf } from '../../../../../src/api/request/write/requestOf';
import { writeRequest } from '../../../../../src/api/request/write/write';
import { described, type Tree } from '../../openapi/examples';
import { inputDescription } from '../../openapi/inputFiles';
import { texts } from '../documents';

function written(description: ApiDescription, key: string) {
  const operation = description.details(key);
  const [content] = operation?.body?.content ?? [];
  assert.ok(operation && content);
  const body = bodySkeleton(content, content.example ?? sampleOf(description, content.schema));
  const text = writeRequest(operation, { body, comments: texts });
  const document = parseRequests(text);
  assert.deepEqual(document.problems, []);
  const resolved = resolveRequest(document, document.requests[0]!, { files: true });
  assert.deepEqual(resolved, { request: requestOf(operation, { body }) });
  return { request: requestOf(operation, { body }), lines: text.split('\n').slice(2) };
}

const form = (properties: Tree, encoding: Tree, mediaType = 'application/x-www-form-urlencoded') =>
  described({
    openapi: '3.1.0',
    paths: {
      '/x': {
        post: {
          requestBody: { content: { [mediaType]: { schema: { type: 'object', properties }, encoding } } },
        },
      },
    },
  });

describe('bodies that are forms, parts and files', () => {
  it('a form has a field in each line; lists repeat it, objects are JSON', async () => {
    const description = await inputDescription('forms-and-parts.yaml');
    const { request, lines } = written(description, 'POST /urlencoded');
    assert.equal(request.body, 'tags=beta&tags=nightly&owner=%7B%22name%22%3A%22Ada%22%7D');
    assert.deepEqual(lines.slice(3), [
      'tags=beta',
      '&tags=nightly',
      '&owner=%7B%22name%22%3A%22Ada%22%7D',
      '',
    ]);
  });

  it('a multipart body has the type of each part, and a file with its name where there are bytes', async () => {
    const description = await inputDescription('forms-and-parts.yaml');
    const { request, lines } = written(description, 'POST /multipart');
    assert.deepEqual(lines.slice(1), [
      'Content-Type: multipart/form-data; boundary=part-of-the-request',
      '',
      '--part-of-the-request',
      'Content-Disposition: form-data; name="meta"',
      'Content-Type: application/json',
      '',
      '{',
      '  "name": "Ada"',
      '}',
      '--part-of-the-request',
      'Content-Disposition: form-data; name="icon"; filename="icon"',
      'Content-Type: application/octet-stream',
      '',
      '< ./icon',
      '--part-of-the-request',
      'Content-Disposition: form-data; name="screenshots"; filename="screenshots"',
      'Content-Type: application/octet-stream',
      '',
      '< ./screenshots',
      '--part-of-the-request--',
      '',
    ]);
    assert.equal(request.body, undefined);
    assert.deepEqual(
      request.parts?.filter((part) => typeof part !== 'string'),
      [{ file: './icon' }, { file: './screenshots' }],
    );
    for (const part of request.parts ?? []) {
      assert.ok(
        typeof part !== 'string' || !/(?<!\r)\n/.test(part),
        'lines of a multipart body end with CR LF',
      );
    }
  });

  it('a body of bytes is a file', async () => {
    const { request, lines } = written(await inputDescription('forms-and-parts.yaml'), 'PUT /raw');
    assert.deepEqual(request.parts, [{ file: './file' }]);
    assert.deepEqual(lines.slice(1), ['Content-Type: application/octet-stream', '', '< ./file', '']);
  });

  it('fields are written as `encoding` says', async () => {
    const object = { type: 'object', properties: { a: { example: 'b c' } } };
    const list = { type: 'array', items: {}, example: ['x,y', 'z'] };
    const styles = { deep: { style: 'deepObject' }, csv: { explode: false }, flat: { style: 'form' } };
    const description = await form({ deep: object, csv: list, flat: object, other: object }, styles);
    assert.equal(
      written(description, 'POST /x').request.body,
      'deep%5Ba%5D=b%20c&csv=x%2Cy,z&a=b%20c&other=%7B%22a%22%3A%22b%20c%22%7D',
    );
  });

  it('parts have the type that `encoding` names, if it is one', async () => {
    const types = ['text/xml', 'image/png, image/jpeg', 'image/*', 'a/b\r\nHost: evil'];
    const fields = types.map((contentType, nth) => [`f${nth}`, { contentType }] as const);
    const schema = { type: 'string', example: 'x' };
    const description = await form(
      Object.fromEntries(fields.map(([name]) => [name, schema])),
      Object.fromEntries(fields),
      'multipart/form-data',
    );
    const { lines } = written(description, 'POST /x');
    assert.deepEqual(lines.filter((line) => line.startsWith('Content-Type:')).slice(1), [
      'Content-Type: text/xml',
      'Content-Type: image/png',
    ]);
    assert.ok(!lines.some((line) => line.startsWith('Host')));
  });

  it('bytes are known in the words of each specification', async () => {
    const isFile = async (schema: unknown, mediaType: string) => {
      const content = { [mediaType]: schema === undefined ? {} : { schema } };
      const description = await described({
        openapi: '3.1.0',
        paths: { '/x': { post: { requestBody: { content } } } },
      });
      return description.details('POST /x')?.body?.content[0]?.binary === true;
    };
    const bytes = [
      [{ type: 'string', format: 'binary' }, 'text/csv'],
      [{ contentMediaType: 'image/png' }, 'image/png'],
      [undefined, 'application/octet-stream'],
      [{}, 'image/png'],
    ] as const;
    const text = [
      [{ type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' }, 'text/plain'],
      [{ type: 'string' }, 'application/octet-stream'],
      [undefined, 'application/json'],
      [{ type: 'object' }, 'application/xml'],
    ] as const;
    for (const [schema, mediaType] of bytes) {
      assert.equal(await isFile(schema, mediaType), true, mediaType);
    }
    for (const [schema, mediaType] of text) {
      assert.equal(await isFile(schema, mediaType), false, mediaType);
    }
  });

  it('fields of Swagger 2.0 have their format', async () => {
    const field = (name: string, more: Tree) => ({ name, in: 'formData', type: 'array', items: {}, ...more });
    const description = await described({
      swagger: '2.0',
      paths: {
        '/x': {
          post: {
            parameters: [
              field('a', { collectionFormat: 'csv', example: [1, 2] }),
              field('b', { collectionFormat: 'multi', example: [1, 2] }),
            ],
          },
        },
      },
    });
    const [content] = description.details('POST /x')?.body?.content ?? [];
    assert.equal(bodySkeleton(content!, { a: [1, 2], b: [1, 2] }).text, 'a=1,2&b=1&b=2');
  });

  it('whatever a field is called or holds, there is one request with one file, and nothing else is read', () => {
    const called = [
      '../../etc/passwd',
      '/etc/passwd',
      '"\r\n',
      '',
      '..',
      '.ssh',
      '{{x}}',
      '\u202e',
      'a\n### b',
    ];
    const held = ['x\n### y\n< /etc/passwd', '### y', '> {% x %}', '< /etc/passwd', '\n', '@a = b'];
    for (const [name, other] of [
      ...called.map((one) => [one, 'x\n### y'] as const),
      ...held.map((one) => ['f', one] as const),
    ]) {
      const content: Content = {
        mediaType: 'multipart/form-data',
        schema: {},
        example: undefined,
        fields: new Map([[name, { binary: true }]]),
      };
      const body = bodySkeleton(content, { other, [name]: '' });
      const document = parseRequests(
        `POST {{host}}/x\nContent-Type: ${body.mediaType}\n\n${writeBody(body).text}`,
      );
      assert.equal(document.requests.length, 1, other);
      assert.deepEqual(document.problems, [], other);
      const files = document.requests[0]?.body?.pieces.flatMap((piece) =>
        'file' in piece ? [piece.file] : [],
      );
      assert.ok(
        files?.every((file) => /^\.\/\w[\w.-]*$/.test(file)),
        JSON.stringify(files),
      );
    }
  });
});
