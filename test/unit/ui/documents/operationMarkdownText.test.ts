import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Operation } from '../../../../src/api/openapi/model';
import type * as OperationMarkdowns from '../../../../src/ui/documents/operationMarkdown';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { json, operation, parameter, row, tables } from './documentedOperations';
import { cellsOf, preview, shapeOf, tokensOf } from './markdownPreview';

/** An operation that says this text wherever a server can say one. */
const saying = (texts: string): Operation => {
  const said = row(texts, texts, {
    description: texts,
    cycle: texts,
    facts: { enum: [texts], default: texts, pattern: texts, example: texts },
  });
  const content = { mediaType: texts, schema: { rows: [said, said] }, example: undefined };
  return operation({
    path: texts,
    summary: texts,
    description: texts,
    documentation: `no address: ${texts}`,
    rights: [texts],
    parameters: [parameter(texts, { description: texts, example: texts, schema: { rows: [said] } })],
    body: { required: true, description: texts, content: [content] },
    responses: [
      { status: texts, description: texts, content: [{ ...content, schema: { rows: [row('', texts)] } }] },
    ],
  });
};

describe("a server's words in the documentation of an operation", () => {
  const editor = useEditor('ui/documents/operationMarkdown') as EditorWith<typeof OperationMarkdowns>;

  const markdownOf = (more: Partial<Operation>) => editor.module.operationMarkdown(operation(more), tables);

  const evil = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '# ',
            '- ',
            '1. ',
            '> ',
            '    ',
            '|',
            '---',
            '===',
            '```',
            '~~~',
            '`',
            '**',
            '_',
            '$x$',
            '\\',
            '&lt;',
            '$(zap)',
          ],
          ...[
            '<img src=x onerror=y>',
            '<!--',
            '-->',
            '<a href="command:x">',
            '<br>',
            '</td>',
            '<style>',
            ']]>',
          ],
          ...[
            '[a](command:evil)',
            '![a](https://evil.example/x.png)',
            '[a]: https://evil.example',
            '[a]',
            '<https://evil.example>',
          ],
          ...[
            'https://evil.example/x',
            '//evil.example',
            'www.evil.example',
            'evil.com',
            'mailto:a@evil.com',
            'a@evil.com',
          ],
          ...['http:', 'file:///etc/passwd', 'ftp://evil.example', '\u202e', '\u0000', '\t', ' '],
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('').replace(/[\r\n]/g, ' '))
    .filter((texts) => texts.trim() !== '');

  it('are text wherever they stand: no link, image, HTML or markup of theirs, and no other shape of the page', () => {
    const plain = shapeOf(editor.module.operationMarkdown(saying('x'), tables));
    fc.assert(
      fc.property(evil, (texts) => {
        const markdown = editor.module.operationMarkdown(saying(texts), tables);
        assert.deepEqual(shapeOf(markdown), plain);
        for (const { type, content } of tokensOf(markdown)) {
          if (type === 'html_inline') {
            assert.match(content, /^<(!----|br)>$/);
          } else if (type === 'text') {
            // The editor's older parser looks for addresses in what it has decoded, which is one text here.
            assert.equal(preview.linkify.test(content), false, content);
          } else {
            assert.doesNotMatch(type, /link|image|html|^(em|s)_|math/);
          }
        }
      }),
      {
        numRuns: 100,
        examples: [['x`<img src=x>`y'], ['https://evil.example/x'], ['a|b'], ['[a](command:evil)']],
      },
    );
  });

  it('stay readable: what the preview shows is what was said', () => {
    const texts = 'Kıyı **Bank** [x](command:evil) $(zap) <img src=http://e> anna@people.example 👩‍👩‍👧 | `a`';
    const [, shown] = cellsOf(markdownOf({ parameters: [parameter('a', { description: texts })] }));
    assert.equal(shown?.[3], texts);
  });

  it('control and bidirectional characters are visible', () => {
    const markdown = markdownOf({ summary: 'gpj.\u202eexe', path: '/a\u0000b', description: 'a\u001bb' });
    const html = preview.render(markdown).replaceAll('<!---->', '');
    assert.match(html, /<h1>gpj\.‹U\+202E›exe<\/h1>/);
    assert.match(html, /GET \/a‹U\+0000›b/);
    assert.match(html, /a‹U\+001B›b/);
  });

  it('an example ends where it ends, whatever it holds', () => {
    const examples = fc.array(
      fc.constantFrom('`', '```', '````', '\n', '~~~', 'a', '# b', '</code>', '\u202e'),
    );
    fc.assert(
      fc.property(examples, fc.boolean(), (parts, asText) => {
        const texts = `x${parts.join('')}x`;
        const example = asText ? texts : { words: texts };
        const tokens = tokensOf(
          markdownOf({ responses: [{ status: '200', description: '', content: [json([], example)] }] }),
        );
        const fences = tokens.filter(({ type }) => type === 'fence');
        assert.equal(fences.length, 1);
        assert.equal(tokens.at(-1), fences[0]);
        const { content = '', info = '' } = fences[0] ?? {};
        if (asText) {
          assert.equal(content, `${texts.replaceAll('\u202e', '‹U+202E›')}\n`);
        } else {
          assert.deepEqual(JSON.parse(content), example);
          assert.equal(info, 'json');
        }
        assert.ok(!content.includes('\u202e'));
      }),
      { examples: [[['\n', '```', '\n', '# b', '\n'], true]] },
    );
  });

  it('links to documentation that is https, by its host, and to nothing else', () => {
    const linksOf = (documentation: string) =>
      tokensOf(markdownOf({ documentation }))
        .filter(({ type }) => type === 'link_open')
        .map((token) => token.attrGet('href'));
    assert.deepEqual(linksOf('https://docs.example/a b?c=d&copy=1#(x)`|$'), [
      'https://docs.example/a%20b?c=d&copy=1#(x)%60%7C%24',
    ]);
    assert.deepEqual(linksOf('https://docs.example/)[x](command:evil) "t"'), [
      'https://docs.example/)%5Bx%5D(command:evil)%20%22t%22',
    ]);
    for (const other of [
      'http://docs.example',
      'command:evil',
      'javascript:x',
      'https://a:b@docs.example',
      '//docs.example',
      '/a',
    ]) {
      assert.deepEqual(linksOf(other), [], other);
    }
    assert.match(
      markdownOf({ documentation: 'https://docs.example/x' }),
      /documentation on docs&#46;<!---->example\]/,
    );
  });

  describe('is never endless', () => {
    const note = 'It is longer than this, and cut off here.';
    const notesIn = (markdown: string) => preview.render(markdown).split(note).length - 1;

    it('a text, a line, an example', () => {
      const long = 'word '.repeat(10_000);
      assert.equal(notesIn(markdownOf({ description: long })), 1);
      assert.ok(markdownOf({ description: long, summary: long, path: `/${long}` }).length < 15_000);
      const example = markdownOf({ body: { required: true, description: '', content: [json([], [long])] } });
      assert.equal(notesIn(example), 1);
      assert.ok(example.length < 15_000);
    });

    it('parameters, media types, answers and tables', () => {
      const many = Array.from({ length: 1_000 }, (_, index) => index);
      const rows = (mark: number) => many.map((index) => row(`${mark}_${index}`, 'string'));
      assert.equal(notesIn(markdownOf({ parameters: many.map((index) => parameter(`p${index}`)) })), 1);
      const content = many.map((index) => ({ mediaType: `a/${index}`, schema: undefined, example: index }));
      assert.equal(notesIn(markdownOf({ body: { required: true, description: '', content } })), 1);
      const answers = many.map((index) => ({ status: String(index), description: 'x', content: [] }));
      assert.equal(notesIn(markdownOf({ responses: answers })), 1);
      const tablesOf = [0, 1, 2, 3].map((index) => ({
        status: '200',
        description: '',
        content: [json(rows(index))],
      }));
      const markdown = markdownOf({ responses: tablesOf });
      assert.equal(notesIn(markdown), 2);
      assert.equal(cellsOf(markdown).length, 2_002);
    });

    it('values that cannot be written, and lists of values', () => {
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      const facts = { enum: Array.from({ length: 100 }, (_, index) => index), default: cyclic };
      const body = { required: true, description: '', content: [json([row('a', 'x', { facts })], cyclic)] };
      assert.match(cellsOf(markdownOf({ body }))[1]?.[2] ?? '', /^One of 0, 1, .*, 29, …\. Default: \.$/);
    });
  });
});
