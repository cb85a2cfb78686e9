import { strict as assert } from 'node:assert';
import type { Operation } from '../../../../src/api/openapi/model';
import type { SchemaRow } from '../../../../src/api/openapi/schema/schemaRow';
import type * as OperationMarkdowns from '../../../../src/ui/documents/operationMarkdown';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { json, operation, parameter, row, tables } from './documentedOperations';
import { cellsOf, preview } from './markdownPreview';

describe('documentation of an operation', () => {
  const editor = useEditor('ui/documents/operationMarkdown') as EditorWith<typeof OperationMarkdowns>;

  const markdownOf = (more: Partial<Operation>) => editor.module.operationMarkdown(operation(more), tables);

  it('begins with its title, then method and path, what is deprecated, and the text in its paragraphs', () => {
    const markdown = markdownOf({
      summary: 'All profiles',
      path: '/v2/profiles/{id}',
      deprecated: true,
      description: 'One line\r\ngoes on.\n\nA list:\n- a\n- b\n1. c\n\n\n    last',
    });
    assert.equal(
      preview.render(markdown),
      [
        '<h1>All profiles</h1>',
        '<p><code>GET /v2/profiles/{id}</code></p>',
        '<p><strong>Deprecated: it may go away in a later version of the API.</strong></p>',
        '<p>One line\ngoes on.</p>',
        '<p>A list:<br>\n- a<br>\n- b<br>\n1. c</p>',
        '<p>last</p>\n',
      ].join('\n'),
    );
  });

  it('is called by method and path where it has no summary, and says nothing twice', () => {
    const html = preview.render(markdownOf({ summary: undefined, description: undefined, path: '/v2/a' }));
    assert.match(
      html.replaceAll('<!---->', ''),
      /^<h1>GET \/v2\/a<\/h1>\n<p><code>GET \/v2\/a<\/code><\/p>\n$/,
    );
    assert.equal(markdownOf({ summary: 'Sum', description: ' Sum\n' }), markdownOf({ summary: 'Sum' }));
  });

  it('lists the rights that it needs', () => {
    const html = preview.render(markdownOf({ rights: ['oauth2: read, write', 'roles: Owner'] }));
    assert.match(
      html,
      /<h2>Rights<\/h2>\n<ul>\n<li>oauth2: read, write<\/li>\n<li>roles: Owner<\/li>\n<\/ul>/,
    );
  });

  it('has a row for each parameter: name, where, type with what is required, and all that is known', () => {
    const markdown = markdownOf({
      parameters: [
        parameter('profileId', {
          in: 'path',
          required: true,
          description: 'The one.',
          example: '3f',
          schema: { rows: [row('', 'string (uuid)', { deprecated: true, facts: { minLength: 36 } })] },
        }),
        parameter('Page', {
          schema: { rows: [row('', 'integer', { description: 'From 1.', facts: { minimum: 1 } })] },
        }),
        parameter('filter', {
          in: 'header',
          schema: { rows: [row('name', 'object', { facts: { minLength: 7 } })] },
        }),
        parameter('raw', { in: 'cookie', deprecated: true, schema: undefined, example: 0 }),
      ],
    });
    assert.deepEqual(cellsOf(markdown), [
      ['Name', 'Where', 'Type', 'Description'],
      [
        'profileId',
        'path',
        'string (uuid), required, deprecated',
        'The one. / Characters, at least: 36. Example: "3f"',
      ],
      ['Page', 'query', 'integer', 'From 1. / At least 1.'],
      ['filter', 'header', 'object', ''],
      ['raw', 'cookie', 'deprecated', 'Example: 0'],
    ]);
  });

  it('has a row for each field of a body, and once for the same body under several media types', () => {
    const fields = [
      row('name', 'string', {
        required: true,
        description: 'What\nit is',
        facts: { enum: ['a', ''], default: 'a' },
      }),
      row('pets[].owner', 'Owner', { readOnly: true, cycle: 'Owner' }),
      row('more', 'any', { writeOnly: true, problem: 'foreign', truncated: true }),
    ];
    const content = [
      json(fields),
      { ...json(fields), mediaType: 'text/json' },
      { ...json([]), mediaType: 'a/b', schema: undefined },
    ];
    const markdown = markdownOf({ body: { required: false, description: 'What to make.', content } });
    assert.deepEqual(cellsOf(markdown), [
      ['Field', 'Type', 'Description'],
      ['name', 'string, required', 'What it is / One of "a", "". Default: "a".'],
      ['pets[].owner', 'Owner, read-only', 'Again Owner, as above.'],
      [
        'more',
        'any, write-only',
        'The API description refers to something that it does not hold. There is more of it than is shown.',
      ],
    ]);
    const html = preview.render(markdown);
    assert.match(html, /<h2>Body, optional<\/h2>\n<p>What to make.<\/p>/);
    assert.match(html, /<p><code>application\/json<\/code>, <code>text\/json<\/code>: string<\/p>/);
    assert.match(html, /<p><code>a\/b<\/code><\/p>/);
  });

  const limits: [facts: SchemaRow['facts'], text: string][] = [
    [{ const: null }, 'Always null.'],
    [{ minimum: 1, maximum: 9 }, 'At least 1. At most 9.'],
    [{ minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true }, 'More than 1. Less than 9.'],
    [{ exclusiveMinimum: 1, exclusiveMaximum: 9 }, 'More than 1. Less than 9.'],
    [{ minimum: 1, exclusiveMinimum: false }, 'At least 1.'],
    [{ multipleOf: 5, maxLength: 3 }, 'A multiple of 5. Characters, at most: 3.'],
    [
      { minItems: 0, maxItems: 2, uniqueItems: true },
      'Items, at least: 0. Items, at most: 2. No item twice.',
    ],
    [{ pattern: '^a|b$' }, 'Pattern: ^a|b$'],
    [{ example: { a: [1] } }, 'Example: {"a":[1]}'],
    [{ default: '' }, 'Default: "".'],
  ];
  for (const [facts, text] of limits) {
    it(`says ${text}`, () => {
      const markdown = markdownOf({
        body: { required: true, description: undefined, content: [json([row('a', 'x', { facts })])] },
      });
      assert.equal(cellsOf(markdown)[1]?.[2], text);
    });
  }

  it('has the answers by status, with what they hold, and says once what several hold', () => {
    const problem = [json([row('title', 'string')])];
    const markdown = markdownOf({
      responses: [
        {
          status: '200',
          description: 'Fine',
          content: [json([row('', 'array of string', { description: 'Names.' })], ['a'])],
        },
        { status: '204', description: undefined, content: [] },
        { status: 'default', description: 'Bad', content: problem },
        { status: '4XX', description: 'Bad', content: structuredClone(problem) },
      ],
    });
    const html = preview.render(markdown);
    assert.match(
      html,
      /<h2>Answers<\/h2>\n<h3>200<\/h3>\n<p>Fine<\/p>\n<p><code>application\/json<\/code>: array of string<\/p>\n<p>Names.<\/p>\n<p>Example:<\/p>\n<pre>/,
    );
    assert.match(html, /<h3>204<\/h3>\n<h3>any other status<\/h3>\n<p>Bad<\/p>/);
    assert.match(
      html,
      /<h3>4XX<\/h3>\n<p>Bad<\/p>\n<p>What it holds is the same as for any other status.<\/p>\n$/,
    );
    assert.equal(cellsOf(markdown).length, 2);
  });
});
