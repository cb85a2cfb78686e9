import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type * as Cells from '../../../../../src/ui/documents/markdown/formattedCell';
import type * as Texts from '../../../../../src/ui/documents/markdown/formattedText';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { preview, tokensOf } from '../markdownPreview';

const texts = useTexts();

function useTexts() {
  const text = useEditor('ui/documents/markdown/formattedText') as EditorWith<typeof Texts>;
  const cell = useEditor('ui/documents/markdown/formattedCell') as EditorWith<typeof Cells>;
  return {
    text: (markdown: string, level = 1) => text.module.formattedText(markdown, level),
    cell: (markdown: string) => cell.module.formattedCell(markdown),
  };
}

/** What the editor's preview makes of it, without what only keeps it from making links. */
function shown(markdown: string, level?: number): string {
  return preview.render(texts.text(markdown, level)).replaceAll('<!---->', '').trim();
}

describe('a text of others in CommonMark', () => {
  const forms: [name: string, markdown: string, html: string][] = [
    ['emphasis', 'a **b** _c_ `d|e`', '<p>a <strong>b</strong> <em>c</em> <code>d|e</code></p>'],
    ['emphasis at the start', '**b**', '<p> <strong>b</strong></p>'],
    ['lines of a paragraph', 'a\nb  \nc', '<p>a b<br>c</p>'],
    [
      'a link',
      '[the *guide*](https://a.example/b)',
      '<p><a href="https://a.example/b">the <em>guide</em></a></p>',
    ],
    [
      'a link by its name',
      '[guide][1]\n\n[1]: https://a.example',
      '<p><a href="https://a.example/">guide</a></p>',
    ],
    ['no other link', '[a](http://a.example) [b](/c) [d](#e)', '<p>a b d</p>'],
    ['no picture', 'a ![some *words*](https://a.example/b.png)', '<p>a some <em>words</em></p>'],
    ['no HTML', '<b>a</b>', '<p>&lt;b&gt;a&lt;/b&gt;</p>'],
    ['but breaks', 'a<br/>b<BR>', '<p>a<br>b</p>'],
    ['a list', '- a\n- b\n  - c', '<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>'],
    ['a numbered list', '3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['a quote', '> a\n>\n> b', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>'],
    [
      'code',
      '```json\n<a>\n```\n\n    b',
      '<pre><code>&lt;a&gt;\n</code></pre>\n<pre><code>b\n</code></pre>',
    ],
    [
      'code in a list',
      '1. a\n\n   ```\n   b\n\n     c\n   ```',
      '<ol>\n<li>\n<p>a</p>\n<pre><code>b\n\n  c\n</code></pre>\n</li>\n</ol>',
    ],
    [
      'a table',
      '| *a* | b |\n|---|---|\n| `c` | d\\|e |',
      '<table>\n<thead>\n<tr>\n<th> <em>a</em></th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td> <code>c</code></td>\n<td>d|e</td>\n</tr>\n</tbody>\n</table>',
    ],
  ];
  for (const [name, markdown, html] of forms) {
    it(`has ${name}`, () => {
      assert.equal(shown(markdown), html);
    });
  }

  it('has headings below the one that it stands under, the first of them right below', () => {
    assert.equal(shown('## a\n\n#### b', 1), '<h2>a</h2>\n<h4>b</h4>');
    assert.equal(shown('# a\n\n##### b', 3), '<h4>a</h4>\n<h6>b</h6>');
  });

  it('rule 18: what has another scheme is text, as it was written', () => {
    for (const target of [
      'command:a',
      'vscode://a/b',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///a',
      'mailto:a@b.example',
    ]) {
      assert.equal(shown(`[a](${target})`), `<p>[a](${target})</p>`);
    }
  });

  it('fits a cell of a table: what is below each other is lines', () => {
    assert.equal(
      preview.render(
        `|a|\n|---|\n|${texts.cell('a\n\n- b\n- c\n\n3. d\n\n```\n|e|\n```\n\n| f | g |\n|---|---|\n| h | i |')}|`,
      ),
      preview.render('|a|\n|---|\n|a<br>• b<br>• c<br>3 d<br>&#124;e&#124;<br>f – g<br>h – i|'),
    );
  });

  it('is never endless', () => {
    const long = 'word '.repeat(10_000);
    assert.ok(texts.text(long).length < 11_000);
    assert.match(texts.text(long), /The text is cut off here/);
    assert.ok(texts.cell(long).length < 700);
    assert.ok(texts.cell('- a\n'.repeat(100)).length < 300);
    for (const deep of ['> ', '- ', '*a_ ', '[', '![', '1. ']) {
      assert.ok(texts.text(deep.repeat(20_000)).length < 400_000, deep);
    }
  });

  const hostile = fc
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
            '*',
            '$x$',
            '\\',
            '\n',
            '\n\n',
            '  \n',
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
            '<script>',
            '&lt;',
          ],
          ...[
            '[a](command:evil)',
            '![a](https://evil.example/x.png)',
            '[a]: https://evil.example',
            '[a]',
            '[![a](b)](https://c.example)',
          ],
          ...[
            '](https://evil.example)',
            '[',
            '![',
            ']',
            '(',
            '<https://evil.example>',
            '<command:evil>',
            '<vscode:evil>',
          ],
          ...[
            'https://evil.example/x',
            '//evil.example',
            'www.evil.example',
            'evil.com',
            'a@evil.com',
            '&#91;',
            '\u202e',
            '\t',
            ' ',
          ],
          ...['| a | b |\n|---|---|\n| c | d |\n', '- ```\n  <img src=x onerror=y>\n  ```\n', 'x'],
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  const ours = /^(?:<!---->|<br>|<\/?(?:strong|em|code)>)$/;

  function assertSafe(markdown: string): void {
    let linked = 0;
    for (const token of tokensOf(markdown)) {
      const { type, content } = token;
      linked += type === 'link_open' ? 1 : type === 'link_close' ? -1 : 0;
      if (type === 'html_inline') {
        assert.match(content, ours);
      } else if (type === 'link_open') {
        assert.match(token.attrGet('href') ?? '', /^https:\/\//);
      } else if (type === 'text' && linked === 0) {
        // The editor's older parser looks for addresses in what it has decoded, which is one text here.
        assert.equal(preview.linkify.test(content), false, content);
      } else {
        assert.doesNotMatch(type, /image|html|math/);
      }
    }
  }

  it('rule 18: leaves no HTML, picture, command or script of theirs, wherever it is put', () => {
    fc.assert(
      fc.property(hostile, (markdown) => {
        assertSafe(texts.text(markdown));
        assertSafe(`|a|b|\n|---|---|\n|x|${texts.cell(markdown)}|`);
        // What comes after is what it was.
        const after = preview.render(`${texts.text(markdown)}\n\n## after`);
        assert.match(after, /<h2>after<\/h2>\n$/);
      }),
      {
        numRuns: 500,
        examples: [
          ['- <br>\n  - ```\n    <img src=x onerror=y>\n    ```'],
          ['**![\n](https://a.example)**\n`<img src=x onerror=y>`'],
          ['a|b\n-|-\n`<img src=x>`|c'],
        ],
      },
    );
  });

  it('reads as it was meant, of an operation that says much', () => {
    const markdown =
      'Creates a **profile**. See [the guide](https://docs.example.com/x).\n\n| Role | May create |\n|---|---|\n| Owner | yes |\n\n1. Choose a `name`.\n2. Send it:\n\n```json\n{ "name": "Beta" }\n```\n\n- iOS = 1<br/>\n- Android = 2';
    assert.deepEqual(
      preview
        .parse(texts.text(markdown), {})
        .map(({ type }) => type)
        .filter((type) => !type.endsWith('_close')),
      'paragraph_open inline table_open thead_open tr_open th_open inline th_open inline tbody_open tr_open td_open inline td_open inline ordered_list_open list_item_open paragraph_open inline list_item_open paragraph_open inline fence bullet_list_open list_item_open paragraph_open inline list_item_open paragraph_open inline'.split(
        ' ',
      ),
    );
  });
});
