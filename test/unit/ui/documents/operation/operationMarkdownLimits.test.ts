import { strict as assert } from 'node:assert';
import type { Operation } from '../../../../../src/api/openapi/model';
import type * as OperationMarkdowns from '../../../../../src/ui/documents/operation/operationMarkdown';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { cellsOf, preview } from '../markdownPreview';
import { json, operation, parameter, response, schemasWith } from './documentedOperations';

describe('the documentation of an operation is never endless', () => {
  const editor = useEditor('ui/documents/operation/operationMarkdown') as EditorWith<
    typeof OperationMarkdowns
  >;

  const markdownOf = (more: Partial<Operation>) =>
    editor.module.operationMarkdown(operation(more), more.summary ?? '', schemasWith());
  const note = 'The text is cut off here.';
  const notesIn = (markdown: string) => preview.render(markdown).split(note).length - 1;

  it('a text, a line, an example', () => {
    const long = 'word '.repeat(10_000);
    assert.equal(notesIn(markdownOf({ description: long })), 1);
    assert.ok(markdownOf({ description: long, summary: long, path: `/${long}` }).length < 15_000);
    const example = markdownOf({
      body: { required: true, description: '', content: [json(undefined, [long])] },
    });
    assert.equal(notesIn(example), 1);
    assert.ok(example.length < 15_000);
  });

  it('parameters, media types, responses, headers, and tables', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => index);
    const fields = (mark: number) => ({
      type: 'object',
      properties: Object.fromEntries(many.map((index) => [`${mark}_${index}`, { type: 'string' }])),
    });
    assert.equal(notesIn(markdownOf({ parameters: many.map((index) => parameter(`p${index}`)) })), 1);
    const content = many.map((index) => ({ mediaType: `a/${index}`, schema: undefined, example: index }));
    assert.equal(notesIn(markdownOf({ body: { required: true, description: '', content } })), 1);
    const responses = many.map((index) => response(String(index), { description: 'x' }));
    assert.equal(notesIn(markdownOf({ responses })), 1);
    const holding = [0, 1, 2, 3].map((mark) => response(`20${mark}`, { content: [json(fields(mark))] }));
    const markdown = markdownOf({ responses: holding });
    // Of the example, too.
    assert.equal(notesIn(markdown), 3);
    assert.equal(cellsOf(markdown).length, 2_002);
  });

  it('values that cannot be written, and lists of values', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const schema = {
      properties: { a: { enum: Array.from({ length: 100 }, (_, index) => index), default: cyclic } },
    };
    const body = { required: true, description: '', content: [json(schema, cyclic)] };
    assert.match(cellsOf(markdownOf({ body }))[1]?.[2] ?? '', /^One of 0, 1, .*, 29, …\. Default: \.$/);
  });
});
