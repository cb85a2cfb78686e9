import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Operation } from '../../../../../src/api/openapi/model';
import type * as OperationMarkdowns from '../../../../../src/ui/documents/operation/operationMarkdown';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { cellsOf, preview, tokensOf } from '../markdownPreview';
import { json, operation, parameter, response, schemasWith } from './documentedOperations';

/** An operation that says this text wherever a server can say one. */
const saying = (texts: string): Operation => {
  const said = {
    type: 'object',
    description: texts,
    discriminator: { propertyName: texts, mapping: { [texts]: texts } },
    properties: {
      [texts]: {
        type: texts,
        format: texts,
        description: texts,
        enum: [texts],
        default: texts,
        pattern: texts,
        example: texts,
      },
      [`${texts}s`]: { type: 'object', description: texts, properties: { [texts]: { type: 'boolean' } } },
    },
  };
  const content = { mediaType: texts, schema: said, example: undefined };
  return operation({
    path: texts,
    summary: texts,
    description: texts,
    documentation: `no address: ${texts}`,
    rights: [texts],
    parameters: [parameter(texts, { description: texts, example: texts, schema: said })],
    body: { required: true, description: texts, content: [content] },
    responses: [
      response(texts, {
        description: texts,
        headers: [parameter(texts, { description: texts })],
        content: [{ ...content, schema: { type: 'object', title: texts, properties: { a: said } } }],
      }),
      response('404', { shared: true, description: texts, content: [content] }),
    ],
  });
};

describe("a server's words in the documentation of an operation", () => {
  const editor = useEditor('ui/documents/operation/operationMarkdown') as EditorWith<
    typeof OperationMarkdowns
  >;

  const markdownOf = (more: Partial<Operation>) => pageOf(operation(more));

  const pageOf = (whole: Operation) =>
    editor.module.operationMarkdown(whole, whole.summary ?? '', schemasWith());

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

  /** Ours, and the links of ours within the page. */
  const ours = /^<(?:!----|br|\/?(?:strong|em|code)|a id="object-\d+"|\/a)>$/;
  const ourBlock = /^<details><summary>(?:&#\d+;|[\w ])*<\/summary>\n$|^<\/details>\n$/;

  it('make no HTML, picture or link but to https, and end where they stand', () => {
    fc.assert(
      fc.property(evil, (texts) => {
        const markdown = pageOf(saying(texts));
        let linked = 0;
        for (const token of tokensOf(markdown)) {
          const { type, content } = token;
          linked += type === 'link_open' ? 1 : type === 'link_close' ? -1 : 0;
          if (type === 'html_inline') {
            assert.match(content, ours);
          } else if (type === 'html_block') {
            assert.match(content, ourBlock);
          } else if (type === 'link_open') {
            assert.match(token.attrGet('href') ?? '', /^(?:https:\/\/|#object-\d+$)/);
          } else if (type === 'text' && linked === 0) {
            // The editor's older parser looks for addresses in what it has decoded, which is one text here.
            assert.equal(preview.linkify.test(content), false, content);
          } else {
            assert.doesNotMatch(type, /image|html|math/);
          }
        }
        const parts = preview
          .parse(markdown, {})
          .filter(({ type }, index, all) => type === 'inline' && all[index - 1]?.type === 'heading_open')
          .map(({ content }) => content);
        for (const part of ['Parameters', 'Responses', 'Objects']) {
          assert.ok(parts.includes(part), part);
        }
      }),
      {
        numRuns: 100,
        examples: [
          ['x`<img src=x>`y'],
          ['https://evil.example/x'],
          ['a|b'],
          ['[a](command:evil)'],
          ['**![\n](https://a.example)**'],
        ],
      },
    );
  });

  it('stay readable: what the preview shows is what was said', () => {
    const texts = 'Kıyı **Bank** [x](command:evil) $(zap) <img src=http://e> anna@people.example 👩‍👩‍👧 | `a`';
    const [, shown] = cellsOf(markdownOf({ parameters: [parameter('a', { description: texts })] }));
    assert.equal(
      shown?.[3],
      texts.replace('**Bank**', '<strong>Bank</strong>').replace('`a`', '<code>a</code>'),
    );
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
        const mediaType = asText ? 'text/plain' : 'application/json';
        const tokens = tokensOf(
          markdownOf({
            responses: [response('200', { content: [{ ...json(undefined, example), mediaType }] })],
          }),
        );
        const fences = tokens.filter(({ type }) => type === 'fence');
        assert.equal(fences.length, 1);
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
});
