import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { suggestedFileName } from '../../../../src/api/response/fileName';
import { visibleText } from '../../../../src/support/visibleText';

const named = (disposition: string, type = 'application/zip', path = '/build/v2/builds/b1') =>
  suggestedFileName(
    [
      ['Content-Disposition', disposition],
      ['Content-Type', type],
    ],
    path,
  );

describe('the name to save an answer as', () => {
  const given: [header: string, name: string][] = [
    ['attachment; filename=app.ipa', 'app.ipa'],
    ['attachment; filename="my app.ipa"; size=3', 'my app.ipa'],
    ['attachment; filename="a \\"b\\" c.txt"', 'a _b_ c.txt'],
    ["attachment; filename=old.txt; filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt", 'Grüße.txt'],
    ["attachment; filename*=utf-8'de'a%20b.txt; filename=old.txt", 'a b.txt'],
    ["attachment; filename*=iso-8859-1''Gr%FC%DFe.txt", 'Grüße.txt'],
    ["attachment; filename*=UTF-8''%E0%A4%A.txt", '%E0%A4%A.txt'],
    ['attachment; filename=report', 'report.zip'],
    ['attachment; filename="../../etc/passwd"', 'passwd.zip'],
    ['attachment; filename="C:\\\\Windows\\\\evil.exe"', 'evil.exe'],
    ["attachment; filename*=UTF-8''..%2F..%5Cx.txt", 'x.txt'],
    ['attachment; filename=.bashrc', 'bashrc.zip'],
    ['attachment; filename="... . .a.txt. . "', 'a.txt'],
    ['attachment; filename=CON.json', '_CON.json'],
    ['attachment; filename=nul', '_nul.zip'],
    ['attachment; filename=com¹.txt', '_com¹.txt'],
    ['attachment; filename=console.txt', 'console.txt'],
    ['attachment; filename="gpj.\u202eexe.txt"', 'gpj.exe.txt'],
    ['attachment; filename="a\u0000\tb.txt"', 'ab.txt'],
    ['attachment; filename="a<b>:c|d?*.txt"', 'a_b_c_d_.txt'],
    ['attachment; filename=""', 'b1.zip'],
    ['attachment', 'b1.zip'],
    ['inline; filename=/', 'b1.zip'],
  ];
  for (const [header, name] of given) {
    it(`${JSON.stringify(header)} gives ${name}`, () => {
      assert.equal(named(header), name);
    });
  }

  const byPath: [path: string, type: string | undefined, name: string][] = [
    ['/distribution/v2/profiles', 'application/json; charset=utf-8', 'profiles.json'],
    ['/roles.json', 'application/json', 'roles.json'],
    ['/a/gr%C3%BCn', 'text/plain', 'grün.txt'],
    ['/a/%2e%2e%2fb', 'application/problem+json', 'b.json'],
    ['/a/%E0%A4%A', 'image/png', '%E0%A4%A.png'],
    ['/', undefined, 'response.bin'],
    ['/a/', 'application/octet-stream', 'response.bin'],
  ];
  for (const [path, type, name] of byPath) {
    it(`${path} as ${String(type)} gives ${name}`, () => {
      assert.equal(suggestedFileName(type === undefined ? [] : [['content-type', type]], path), name);
    });
  }

  it('is short enough for a disk, whole characters with the extension kept', () => {
    const name = named(`attachment; filename="${'😀'.repeat(100)}.tar.gz"`);
    assert.match(name, /^😀+\.gz$/u);
    assert.ok(Buffer.byteLength(name) <= 120);
  });

  it('is a base name for every disk, whatever the server says', () => {
    const evil = fc.array(
      fc.oneof(
        fc.constantFrom('/', '\\', '..', '.', ' ', '\u202e', '\n', '%2F', '%00', 'con', '"', ':'),
        fc.string({ unit: 'binary' }),
      ),
    );
    fc.assert(
      fc.property(evil, evil, fc.boolean(), (header, path, encoded) => {
        const text = header.join('');
        const name = named(
          encoded
            ? `a; filename*=UTF-8''${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`
            : `a; filename="${text}"`,
          'application/json',
          `/${path.join('')}`,
        );
        assert.equal(visibleText(name), name);
        assert.doesNotMatch(name, /[/\\:*?"<>|]|^[. ]|[. ]$|^(con|nul)\.|\p{Surrogate}/iu);
        assert.ok(name.length > 0 && Buffer.byteLength(name) < 140);
      }),
      { numRuns: 300 },
    );
  });
});
