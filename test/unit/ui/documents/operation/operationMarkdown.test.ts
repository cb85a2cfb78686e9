import { strict as assert } from 'node:assert';
import type { Operation } from '../../../../../src/api/openapi/model';
import type * as OperationMarkdowns from '../../../../../src/ui/documents/operation/operationMarkdown';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { cellsOf, preview } from '../markdownPreview';
import { json, operation, parameter, ref, response, schemasWith } from './documentedOperations';

describe('documentation of an operation', () => {
  const editor = useEditor('ui/documents/operation/operationMarkdown') as EditorWith<
    typeof OperationMarkdowns
  >;

  const markdownOf = (more: Partial<Operation>, schemas?: object) =>
    editor.module.operationMarkdown(operation(more), more.summary ?? 'Sum', schemasWith(schemas));
  const htmlOf = (more: Partial<Operation>, schemas?: object) =>
    preview.render(markdownOf(more, schemas)).replaceAll('<!---->', '');
  /** Rows of the tables, without those of the examples. */
  const rowsOf = (more: Partial<Operation>, schemas?: object) => cellsOf(markdownOf(more, schemas));
  const body = (schema: unknown) => ({ required: true, description: undefined, content: [json(schema)] });

  it('begins with method and path, then what it does, what is deprecated, and the text as it was written', () => {
    const html = htmlOf({
      summary: 'List all',
      path: '/v2/profiles/{id}',
      deprecated: true,
      description: 'One line\r\ngoes *on*.\n\nA list:\n- a\n- b\n1. c\n\n### More\n\n    last',
    });
    assert.equal(
      html,
      [
        '<p><code>GET /v2/profiles/{id}</code></p>',
        '<h1>List all</h1>',
        '<p><strong>Deprecated. It may be removed in a later version of the API.</strong></p>',
        '<p>One line goes <em>on</em>.</p>',
        '<p>A list:</p>',
        '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>',
        '<h2>More</h2>',
        '<pre><code>last\n</code></pre>\n',
      ].join('\n'),
    );
  });

  it('says nothing twice, and what is not described not at all', () => {
    assert.equal(htmlOf({ path: '/v2/a' }), '<p><code>GET /v2/a</code></p>\n<h1>Sum</h1>\n');
    assert.equal(markdownOf({ summary: 'Sum', description: ' Sum\n' }), markdownOf({ summary: 'Sum' }));
  });

  it('says who may call it: by one of several roles, or by each way that there is', () => {
    assert.match(
      htmlOf({ rights: ['roles: Owner, Manager'] }),
      /<p><strong>Permissions:<\/strong> one of the roles Owner, Manager<\/p>/,
    );
    assert.match(
      htmlOf({ rights: ['oauth2: read, write', 'required-roles: Owner'] }),
      /<p><strong>Permissions:<\/strong><\/p>\n<ul>\n<li>oauth2: read, write<\/li>\n<li>one of the roles Owner<\/li>\n<\/ul>/,
    );
  });

  it('has the parts in the order in which they are read', () => {
    const html = htmlOf({
      method: 'POST',
      description: 'Text.',
      documentation: 'https://docs.example/a',
      rights: ['roles: Owner'],
      parameters: [parameter('a', { schema: { type: 'object', properties: { b: {} } } })],
      body: body({ type: 'object', properties: { name: { example: 'Beta' } } }),
      responses: [response('200', { content: [json({ type: 'string', example: 'fine' })] }), response('404')],
    });
    assert.deepEqual(
      [
        ...html.matchAll(
          /<h\d>(?:<a[^>]*><\/a>)?[^<]+|Text\.|More documentation|Permissions|Common failures|Example [\w ]+:/g,
        ),
      ].map(([part]) => part.replace(/<[^>]*>/g, '')),
      [
        'Sum',
        'Text.',
        'More documentation',
        'Permissions',
        'Examples',
        'Example request body:',
        'Example response:',
        'Parameters',
        'Body (required)',
        'Responses',
        '200',
        'Common failures',
        'Objects',
        'a',
      ],
    );
  });

  it('has a row for each parameter: name, where, type with what is required, and all that is known', () => {
    const rows = rowsOf({
      parameters: [
        parameter('profileId', {
          in: 'path',
          required: true,
          description: 'The **one**.',
          example: '3f',
          schema: { type: 'string', format: 'uuid', deprecated: true, minLength: 36 },
        }),
        parameter('Page', { schema: { type: 'integer', description: 'From 1.', minimum: 1 } }),
        parameter('filter', { in: 'header', schema: { type: 'array', items: { enum: ['a', 'b'] } } }),
        parameter('raw', { in: 'cookie', deprecated: true, schema: undefined, example: 0 }),
      ],
    });
    assert.deepEqual(rows, [
      ['Name', 'In', 'Type', 'Description'],
      [
        'profileId',
        'path',
        'string (uuid), required, deprecated',
        'The <strong>one</strong>. / At least 36 characters. Example: "3f"',
      ],
      ['Page', 'query', 'integer', 'From 1. / At least 1.'],
      ['filter', 'header', 'array of string', 'Each item: One of "a", "b".'],
      ['raw', 'cookie', 'deprecated', 'Example: 0'],
    ]);
  });

  it('has a table for a body, and a short one below for each object in it, to which its fields lead', () => {
    const Owner = { type: 'object', properties: { name: {}, pets: { type: 'array', items: ref('Pet') } } };
    const Pet = { type: 'object', description: 'An animal.', properties: { owner: ref('Owner') } };
    const schemas = { Owner, Pet };
    const markdown = markdownOf(
      {
        body: body({
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', description: 'What\nit is', enum: ['a', ''], default: 'a' },
            pets: { type: 'array', items: ref('Pet') },
            settings: { type: 'object', properties: { color: { readOnly: true } } },
          },
        }),
      },
      schemas,
    );
    assert.deepEqual(cellsOf(markdown), [
      ['Field', 'Type', 'Description'],
      ['name', 'string, required', 'What it is / One of "a", "". Default: "a".'],
      ['pets', 'array of Pet', ''],
      ['settings', 'object', ''],
      ['Field', 'Type', 'Description'],
      ['owner', 'Owner', ''],
      ['Field', 'Type', 'Description'],
      ['color', 'any, read-only', ''],
      ['Field', 'Type', 'Description'],
      ['name', 'any', ''],
      ['pets', 'array of Pet', 'Pet again.'],
    ]);
    const html = preview.render(markdown);
    const targets = [...html.matchAll(/href="#([\w-]+)"/g)].map(([, target]) => target);
    assert.deepEqual(targets, ['object-2', 'object-3', 'object-4', 'object-2']);
    for (const target of targets) {
      assert.equal(html.split(`<a id="${target}"></a>`).length, 2);
    }
    assert.match(html, /<h3><a id="object-2"><\/a>Pet<\/h3>\n<p>An animal.<\/p>/);
  });

  it('shows a body once for all its media types, and an object once for all that hold it', () => {
    const Pet = { type: 'object', properties: { name: { type: 'string' } } };
    const html = htmlOf(
      {
        body: {
          required: false,
          description: 'What to *make*.',
          content: [json(ref('Pet')), { ...json(ref('Pet')), mediaType: 'text/json' }],
        },
        responses: [
          response('200', { content: [json({ type: 'array', items: ref('Pet') })] }),
          response('202', { content: [json({ type: 'array', items: ref('Pet') })] }),
        ],
      },
      { Pet },
    );
    assert.match(html, /<h2>Body \(optional\)<\/h2>\n<p>What to <em>make<\/em>.<\/p>/);
    assert.match(
      html,
      /<p><code>application\/json<\/code>, <code>text\/json<\/code>: <a id="object-1"><\/a>Pet<\/p>/,
    );
    assert.match(html, /<code>application\/json<\/code>: <a href="#object-1">array of Pet<\/a>/);
    assert.match(html, /<h3>202<\/h3>\n<p>Same content as for 200.<\/p>/);
    assert.equal(html.split('<table>').length, 2);
  });

  it('says in words which schema a value is of, and what else there may be in it', () => {
    const pet = {
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
    };
    const Cat = { type: 'object', properties: { hunts: {} } };
    const Dog = { type: 'object', additionalProperties: { type: 'string' } };
    const markdown = markdownOf({ body: body(pet) }, { Cat, Dog });
    assert.deepEqual(cellsOf(markdown), [
      ['Field', 'Type', 'Description'],
      ['option 1', 'Cat', ''],
      ['option 2', 'Dog', ''],
      ['Field', 'Type', 'Description'],
      ['hunts', 'any', ''],
      ['Field', 'Type', 'Description'],
      ['any other name', 'string', ''],
    ]);
    assert.match(
      preview.render(markdown),
      /The option depends on kind: &quot;cat&quot; is Cat, &quot;dog&quot; is Dog\./,
    );
    const unnamed = htmlOf(
      { body: body({ oneOf: [ref('Cat'), ref('Dog')], discriminator: 'kind' }) },
      { Cat, Dog },
    );
    assert.match(unnamed, /The name of the option is in kind\./);
    const pair = rowsOf({ body: body({ type: 'array', items: [{ type: 'string' }, { type: 'integer' }] }) });
    assert.deepEqual(
      pair.slice(1).map(([name]) => name),
      ['item 1', 'item 2'],
    );
  });
});
