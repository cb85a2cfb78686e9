import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type * as Details from '../../../../../src/features/distribution/versions/versionDetails';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { cellsOf, preview, shapeOf, tokensOf } from '../../../ui/documents/markdownPreview';
import { daysAgo, profile, version } from './versionFixture';

/** A version that says this wherever a server can say something. */
const saying = (texts: string) => ({
  version: texts,
  versionCode: texts,
  name: texts,
  uniqueName: texts,
  fileName: texts,
  message: texts,
  customTag: texts,
  commitHash: texts,
  commitMessage: texts,
  commitAuthor: texts,
  branchName: texts,
  targetBranch: texts,
  gitTag: texts,
  workflowName: texts,
  configName: texts,
  signedCertName: texts,
  resignedFromAppVersion: texts,
  entitlements: [{ name: texts, value: texts }],
  appVersionTestings: [{ id: texts, tester: texts, status: 6, sendingDate: daysAgo(1) }],
});

describe('details of a version', () => {
  const { module } = useEditor('features/distribution/versions/versionDetails') as EditorWith<typeof Details>;
  const markdownOf = (more: Record<string, unknown> = {}, name = 'Field Reports') =>
    module.versionMarkdown({ profile: { ...profile, name }, version: version(more) });
  const textOf = (markdown: string) =>
    preview
      .render(markdown)
      // Facts as lines.
      .replace(/<tr>\s*<td><strong>(.*?)<\/strong><\/td>\s*<td>(.*?)<\/td>\s*<\/tr>/g, '<li>$1: $2</li>')
      .replace(
        /<table>\s*<thead>\s*<tr>\s*<th>Property<\/th>\s*<th>Value<\/th>\s*<\/tr>\s*<\/thead>\s*<tbody>/g,
        '',
      )
      .replace(/<\/tbody>\s*<\/table>/g, '')
      .replace(/<!---->|<\/?(strong|code|p|ul|em)>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"');

  /** Cells of all tables but the first, which has the facts of the file. */
  const tablesOf = (markdown: string) => {
    const cells = cellsOf(markdown);
    return cells.slice(cells.findIndex(([first]) => first === 'Name'));
  };

  it('everything that is known has a place', () => {
    const html = textOf(
      markdownOf({
        uniqueName: 'dev.example.notes',
        fileName: 'notes.ipa',
        message: 'Fixes the sync banner\n\n- twice',
        expirationDate: '2027-01-01T00:00:00Z',
        lastSharedDate: daysAgo(1),
        downloadCount: 7,
        customTag: 'candidate',
        commitHash: 'c0ffee',
        commitMessage: 'Keep the draft\n\n# Conflicts',
        commitAuthor: 'Deniz',
        branchName: 'develop',
        targetBranch: 'main',
        gitTag: 'v2.4',
        workflowName: 'Nightly',
        configName: 'Release',
        provisionProfileType: 1,
        provisionedDevices: ['a', 'b'],
        signedCertName: 'Apple Distribution',
        resignedFromAppVersion: 'earlier',
        entitlements: [{ name: 'get-task-allow', value: 'false' }],
        appVersionTestings: [{ id: 's', tester: 'a@b.example', status: 5, sendingDate: daysAgo(1) }],
      }),
    );
    for (const fact of [
      '<h1>Field Reports 2.4.0 (318)</h1>',
      '<li>Platform: iOS</li>',
      '<li>Bundle ID: dev.example.notes</li>',
      '<li>File: notes.ipa, IPA</li>',
      '<li>Size: 12.3 MB</li>',
      /<li>Uploaded: .*2026/,
      /<li>Expires: .*202[67]/,
      /<li>Last shared: .*2026/,
      '<li>Downloads: 7</li>',
      '<li>Tag: candidate</li>',
      '<li>Version ID: v</li>',
      '<h2>Release notes</h2>\nFixes the sync banner',
      '<li>Commit: c0ffee</li>',
      '<li>Message: Keep the draft # Conflicts</li>',
      '<li>Author: Deniz</li>',
      '<li>Branch: develop</li>',
      '<li>Target branch: main</li>',
      '<li>Git tag: v2.4</li>',
      '<li>Workflow: Nightly</li>',
      '<li>Configuration: Release</li>',
      '<li>Certificate: Apple Distribution</li>',
      '<li>Provisioning: Ad hoc</li>',
      '<li>Devices: 2</li>',
      '<li>Re-signed from: earlier</li>',
      '<h2>Entitlements</h2>',
      '<h2>Sent to</h2>',
    ]) {
      assert.ok(typeof fact === 'string' ? html.includes(fact) : fact.test(html), `${String(fact)}\n${html}`);
    }
  });

  it('entitlements and testers are tables', () => {
    const cells = tablesOf(
      markdownOf({
        entitlements: [
          { name: 'get-task-allow', value: false },
          { name: 'empty', value: null },
        ],
        appVersionTestings: [{ id: 's', tester: 'a@b.example', status: 5 }, { status: 7 }],
      }),
    );
    assert.deepEqual(cells, [
      ['Name', 'Value'],
      ['get-task-allow', 'false'],
      ['empty', ''],
      ['Status', 'Tester', 'Sent'],
      ['Signed in', 'a@b.example', ''],
      ['Sending failed', 'Unknown tester', ''],
    ]);
  });

  it('of what is not known nothing is said, but that nobody was sent it', () => {
    const markdown = markdownOf({ createDate: null, fileSize: null, fileType: 0, downloadCount: null });
    assert.equal(
      textOf(markdown).replace(/\n+/g, '\n'),
      '<h1>Field Reports 2.4.0 (318)</h1>\n<li>Platform: iOS</li>\n<li>Version ID: v</li>\n<h2>Sent to</h2>\nNo one yet.\n',
    );
  });

  it('what has expired is said to have, also where nobody says when', () => {
    assert.match(textOf(markdownOf({ expired: true })), /<li>Expired: Yes</);
    assert.match(textOf(markdownOf({ expirationDate: '2020-01-01T00:00:00Z' })), /<li>Expired: .*20/);
  });

  it('each kind of provisioning has a name', () => {
    const names = [1, 2, 3, 6, 99].map(
      (provisionProfileType) =>
        /Provisioning: ([^<]+)</.exec(textOf(markdownOf({ provisionProfileType })))?.[1],
    );
    assert.deepEqual(names, ['Ad hoc', 'Distribution', 'Enterprise', 'Development', 'Other']);
    assert.doesNotMatch(markdownOf({ provisionProfileType: 0 }), /Provisioning/);
  });

  const evil = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...['# ', '- ', '1. ', '> ', '    ', '|', '---', '===', '```', '~~~', '`', '**', '_', '\\', '&lt;'],
          ...[
            '$(zap)',
            '<img src=x onerror=y>',
            '<!--',
            '-->',
            '<a href="command:x">',
            '<br>',
            '</td>',
            '<style>',
          ],
          ...['[a](command:evil)', '![a](https://evil.example/x.png)', '[a]: https://evil.example', '[a]'],
          ...[
            '<https://evil.example>',
            'https://evil.example/x',
            '//evil.example',
            'www.evil.example',
            'evil.com',
          ],
          ...[
            'mailto:a@evil.com',
            'a@evil.com',
            'http:',
            'file:///etc/passwd',
            '\u202e',
            '\u0000',
            '\t',
            ' ',
          ],
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('').replace(/[\r\n]/g, ' '))
    .filter((texts) => texts.trim() !== '');

  it("a server's words are text wherever they stand: no link, image, HTML or markup, no other shape", () => {
    const labelsIn = (markdown: string) =>
      tokensOf(markdown).filter(({ type }) => type === 'strong_open').length;
    const plain = markdownOf(saying('x'), 'x');
    fc.assert(
      fc.property(evil, (texts) => {
        const markdown = markdownOf(saying(texts), texts);
        assert.deepEqual(shapeOf(markdown), shapeOf(plain));
        assert.equal(labelsIn(markdown), labelsIn(plain));
        for (const { type, content } of tokensOf(markdown)) {
          if (type === 'html_inline') {
            assert.match(content, /^<(!----|br)>$/);
          } else if (type === 'text') {
            assert.equal(preview.linkify.test(content), false, content);
          } else {
            assert.doesNotMatch(type, /link|image|html|^(em|s)_|math/);
          }
        }
      }),
      { numRuns: 60, examples: [['x`<img src=x>`y'], ['https://evil.example/x'], ['a|b']] },
    );
  });

  it('release notes of several lines stay so, and are no markup', () => {
    const html = preview.render(markdownOf({ message: '# Not a title\n- one\n- two\n\n<img src=x>\u202e' }));
    assert.equal(html.match(/<h1>/g)?.length, 1);
    assert.doesNotMatch(html, /<img|<li>one|\u202e/);
    assert.match(html.replaceAll('<!---->', ''), /# Not a title<br>\n- one<br>\n- two<\/p>/);
  });

  it('is never endless', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => index);
    const markdown = markdownOf({
      message: 'word '.repeat(10_000),
      entitlements: many.map((index) => ({ name: `e${index}`, value: 'x' })),
      appVersionTestings: many.map((index) => ({ id: `s${index}`, tester: 'a' })),
    });
    assert.equal(tablesOf(markdown).length, 2_002);
    assert.equal(preview.render(markdown).split('cut off here').length - 1, 3);
  });
});
