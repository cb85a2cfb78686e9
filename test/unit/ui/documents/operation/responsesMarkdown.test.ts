import { strict as assert } from 'node:assert';
import type { Operation } from '../../../../../src/api/openapi/model';
import type * as OperationMarkdowns from '../../../../../src/ui/documents/operation/operationMarkdown';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { cellsOf, preview } from '../markdownPreview';
import { json, operation, parameter, response, schemasWith } from './documentedOperations';

describe('responses and examples in the documentation of an operation', () => {
  const editor = useEditor('ui/documents/operation/operationMarkdown') as EditorWith<
    typeof OperationMarkdowns
  >;

  const markdownOf = (more: Partial<Operation>) =>
    editor.module.operationMarkdown(operation(more), 'Sum', schemasWith());
  /** What is in HTML of ours is read by the browser. */
  const htmlOf = (more: Partial<Operation>) =>
    preview
      .render(markdownOf(more))
      .replaceAll('<!---->', '')
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

  it('are by status, with their headers and what they hold', () => {
    const markdown = markdownOf({
      responses: [
        response('201', {
          description: 'Made. See `Location`.',
          headers: [
            {
              ...parameter('Location'),
              description: 'Where it is',
              schema: { type: 'string', format: 'uri' },
              required: true,
            },
            { ...parameter('X-Left'), schema: { type: 'integer', minimum: 0 } },
          ],
          content: [json({ type: 'array', items: { type: 'string', minLength: 2 }, description: 'Names.' })],
        }),
        response('204'),
      ],
    });
    assert.deepEqual(cellsOf(markdown), [
      ['Header', 'Type', 'Description'],
      ['Location', 'string (uri), required', 'Where it is'],
      ['X-Left', 'integer', 'At least 0.'],
    ]);
    const html = preview.render(markdown).replaceAll('<!---->', '');
    assert.match(html, /<h3>201<\/h3>\n<p>Made. See <code>Location<\/code>.<\/p>\n<table>/);
    assert.match(
      html,
      /<code>application\/json<\/code>: array of string<\/p>\n<p>Names.<\/p>\n<p>Each item: At least 2 characters.<\/p>\n<h3>204<\/h3>/,
    );
  });

  const problem = [json({ type: 'object', properties: { title: { type: 'string' } } })];

  it('fold the failures that say nothing of this operation, each in a line, what they hold once', () => {
    const html = htmlOf({
      responses: [
        response('200'),
        response('400', { description: 'Bad Request', content: problem }),
        response('401', { description: 'Sign in *first*.', shared: true, content: structuredClone(problem) }),
        response('404'),
        response('409', { description: 'The name is in use.', content: problem }),
        response('422', { description: 'Not valid.', content: problem }),
        response('429', { description: 'Wait.', headers: [parameter('Retry-After')] }),
        response('403', { description: 'Only owners may.' }),
        response('5XX', { description: 'Server error.' }),
        response('default', { description: '' }),
      ],
    });
    const [, folded = ''] = /<details><summary>([^]*)<\/details>/.exec(html) ?? [];
    assert.match(folded, /^Common failures: 400, 401, 404, 5XX, any other status<\/summary>/);
    assert.match(
      folded,
      /<ul>\n<li><strong>400<\/strong>: Bad Request<\/li>\n<li><strong>401<\/strong>: Sign in <em>first<\/em>.<\/li>\n<li><strong>404<\/strong><\/li>\n<li><strong>5XX<\/strong>: Server error.<\/li>\n<li><strong>any other status<\/strong><\/li>\n<\/ul>/,
    );
    assert.equal(folded.split('application/json').length, 2);
    assert.deepEqual(
      [...html.matchAll(/<h3>(\d+)<\/h3>/g)].map(([, status]) => status),
      ['200', '409', '422', '429', '403'],
    );
    assert.match(html, /<h3>422<\/h3>\n<p>Not valid.<\/p>\n<p>Same content as for 409.<\/p>/);
  });

  it('say nothing of a body of which nothing is said', () => {
    const html = htmlOf({ responses: [response('200', { content: [json({ description: 'Anything.' })] })] });
    assert.match(html, /<p><code>application\/json<\/code><\/p>\n<p>Anything.<\/p>\n$/);
  });

  it('fold none where there is nothing else to read', () => {
    const html = htmlOf({ responses: [response('default', { description: '', content: problem })] });
    assert.doesNotMatch(html, /<details>/);
    assert.match(html, /<h3>any other status<\/h3>/);
  });

  it('begin with how they look: what is given as an example, else a sample of the schema', () => {
    const fencesOf = (more: Partial<Operation>) =>
      [...htmlOf(more).matchAll(/<p>(Example [\w ]+):<\/p>\n<pre><code[^>]*>([^<]*)/g)].map(
        ([, title, text]) => [title, text?.replaceAll('&quot;', '"')],
      );
    const body = (schema: unknown, mediaType = 'application/json', example?: unknown) => ({
      required: true,
      description: undefined,
      content: [{ mediaType, schema, example }],
    });
    const named = {
      type: 'object',
      properties: { name: { type: 'string' }, id: { type: 'integer', readOnly: true } },
    };
    assert.deepEqual(
      fencesOf({ body: body(named), responses: [response('201', { content: [json(named)] })] }),
      [
        ['Example request body', '{\n  "name": ""\n}\n'],
        ['Example response', '{\n  "name": "",\n  "id": 0\n}\n'],
      ],
    );
    assert.deepEqual(fencesOf({ body: body(named, 'application/json', { name: 'Beta' }) }), [
      ['Example request body', '{\n  "name": "Beta"\n}\n'],
    ]);
    assert.deepEqual(fencesOf({ body: body(named, 'application/json', '{"name":1}') }), [
      ['Example request body', '{"name":1}\n'],
    ]);
    assert.deepEqual(
      fencesOf({ body: body({ properties: { a: { const: 'b c' } } }, 'application/x-www-form-urlencoded') }),
      [['Example request body', 'a=b%20c\n']],
    );
    assert.deepEqual(
      fencesOf({ body: body({}), responses: [response('200', { content: [json({ type: 'object' })] })] }),
      [],
    );
  });

  it('hide an example that is so long that it would hide all else', () => {
    const long = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`name${index}`, index]));
    const html = htmlOf({ responses: [response('200', { content: [json(undefined, long)] })] });
    assert.match(html, /<details><summary>Example response \(52 lines\)<\/summary>\n<pre>/);
  });
});
