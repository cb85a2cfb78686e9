import { strict as assert } from 'node:assert';
import { read, tracked } from './files';
import { definitionsIn, referencesOfCode, referencesOfDocument, type Reference } from './references';

const documents = {
  requirements: read('test/REQUIREMENTS.md'),
  api: read('src/api/README.md'),
  contributing: read('CONTRIBUTING.md'),
};

/** What a file refers to. Generated files and fixtures are nobody's words. */
function referencesOf(file: string): Reference[] {
  if (/(?:^(?:src|test|\.ci)\/|^[^/]+$).*\.(?:ts|mjs|js)$/.test(file) && !file.endsWith('.d.ts')) {
    return referencesOfCode(read(file));
  }
  return /^[^/]+\.md$|^(?:src|test)\/.*\.(?:md|ya?ml)$/.test(file) ? referencesOfDocument(read(file)) : [];
}

describe('references', function () {
  // Every file is parsed.
  this.timeout(60_000);

  it('lead to a line of the repository', () => {
    const defined = definitionsIn(documents);
    const references = tracked().flatMap((file) => referencesOf(file).map((found) => ({ file, ...found })));
    assert.ok(references.length > 800, `only ${references.length} were found`);
    assert.deepEqual(
      references.filter(({ id }) => !defined.has(id)).map(({ file, id, line }) => `${file}:${line}: ${id}`),
      [],
    );
  });

  it('are defined once, without a gap in requirements, traps and rules', () => {
    const numbered = (text: string, pattern: RegExp): number[] =>
      [...text.matchAll(pattern)].map(([, number]) => Number(number));
    const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
    assert.deepEqual(numbered(documents.requirements, /^- \*\*R(\d+)\*\* /gm), upTo(73));
    assert.deepEqual(numbered(documents.requirements, /^- \*\*T(\d+)\*\* /gm), upTo(18));
    const rules = documents.contributing.split(/^## /m).find((part) => part.startsWith('Rules\n')) ?? '';
    assert.deepEqual(numbered(rules, /^(\d+)\. /gm), upTo(18));
    const sections = [...documents.api.matchAll(/^##+ (\d+(?:\.\d+)*)\.? |^- \*\*(\d+\.\d+)\*\* /gm)].map(
      ([, section, line]) => section ?? line,
    );
    assert.ok(sections.length > 80);
    assert.equal(new Set(sections).size, sections.length);
  });

  it('of the facts about the API to each other lead somewhere too', () => {
    const defined = definitionsIn(documents);
    const cited = [...documents.api.matchAll(/\b(?:[Ss]ee|[Ss]ections?)\s+(\d+(?:\.\d+)?)\b/g)].map(
      ([, number = '']) => number,
    );
    assert.ok(cited.length > 15);
    assert.deepEqual(
      cited.filter((number) => !defined.has(`api/README ${number}`)),
      [],
    );
  });
});

describe('the search for references', () => {
  // In pieces, so that the search does not find them in this file.
  const facts = 'api/' + 'README';
  const sheet = 'API ' + 'sheet';
  const design = 'design ' + '4.8';
  const theSheet = 'the ' + 'sheet';
  const fact = 'fact ' + '8';
  const found = (code: string): string[] => referencesOfCode(code).map(({ id, line }) => `${line} ${id}`);

  it('finds a planted reference that nothing defines', () => {
    const defined = definitionsIn(documents);
    const planted = `/** Asked once (R14), not twice (R74). Kept (rule 8, rule 19; ${facts} 1.6, ${facts} 99.1). */
      const asked = 1; // As T5 and T19 say.
      it('R15: asks', () => {});
      it("T20: doesn't", () => {});
      it(\`rule 20: \${asked}\`, () => {});
      // ${sheet} 1.6, ${design}, ${theSheet}, ${fact}, ${facts}`;
    assert.deepEqual(
      referencesOfCode(planted)
        .filter(({ id }) => !defined.has(id))
        .map(({ id, line }) => `${line} ${id}`),
      [
        '1 R74',
        '1 rule 19',
        `1 ${facts} 99.1`,
        '2 T19',
        '4 T20',
        '5 rule 20',
        `6 ${sheet}`,
        `6 ${design}`,
        `6 ${theSheet}`,
        `6 ${fact}`,
        `6 ${facts}`,
      ],
    );
  });

  it('knows lists, and references that go over the end of a line', () => {
    assert.deepEqual(
      found(`/**\n * Both (rules 3, 4), and more (${facts} 2.8, 2.9 and\n * 3, A), by\n * rule\n * 8. */`),
      ['2 rule 3', '2 rule 4', `2 ${facts} 2.8`, `2 ${facts} 2.9`, `2 ${facts} 3`, '4 rule 8'],
    );
    assert.deepEqual(found(`// One thing (${facts}\n// 1.6).\nfunction f() {\n  // last, R3\n}`), [
      `1 ${facts} 1.6`,
      '4 R3',
    ]);
    assert.deepEqual(found('try { f(); } catch {\n  // T5\n}'), ['2 T5']);
    assert.deepEqual(found("it('R6: no dialog, T4', f); const rows = [['R5, R7: both', /R8/]];"), [
      '1 R6',
      '1 T4',
      '1 R5',
      '1 R7',
    ]);
  });

  it('takes no code, type, address or encoded text for a reference', () => {
    assert.deepEqual(
      found(`function map<T1, R2>(one: T1): R2 { return /R3|T4/.exec('T5') as R2; }
        const text = 'T6bcR7=='; const id = 'R8'; const html = '<a href="#R9">R10</a>';
        // Of base64 T11bcR12==, of 'R13', of RFC 7231, of src/${facts}.md, of a rule, of rule 3.1.`),
      [],
    );
  });

  it('reads documents whole', () => {
    assert.deepEqual(
      referencesOfDocument(`# Why\n\n| It asks (R16, T5) |\n\nsee \`${facts} 1.6\`, rule\n8`).map(
        ({ id, line }) => `${line} ${id}`,
      ),
      ['3 R16', '3 T5', `5 ${facts} 1.6`, '5 rule 8'],
    );
  });
});
