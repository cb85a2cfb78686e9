import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { blocksOf, codeIn, namesInFiles, regionsOf, sectionOf } from './contributing';
import { declaredNames, type DeclaredNames } from './declaredNames';
import { read, root, sources } from './files';

describe('CONTRIBUTING.md', function () {
  // Many files are parsed.
  this.timeout(60_000);

  const text = read('CONTRIBUTING.md');
  const parsed = new Map<string, DeclaredNames>();
  const namesOf = (file: string): DeclaredNames => {
    const known = parsed.get(file) ?? declaredNames(file, read(file));
    parsed.set(file, known);
    return known;
  };

  it('T18: each function that it names is in the file that it names', () => {
    const said = namesInFiles(text);
    assert.ok(said.length > 120, `only ${said.length} were found`);
    const wrong = said.flatMap(({ names, file }) =>
      names
        .filter(
          (name) =>
            !existsSync(path.join(root, file)) ||
            !name.split('.').every((part) => namesOf(file).all.has(part)),
        )
        .map((name) => `${name} in ${file}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('every room of the house has a place in it', () => {
    const said = new Set(codeIn(sectionOf(text, 'The house')));
    const below = (folder: string): string[] =>
      readdirSync(path.join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    const features = below('src/features');
    const rooms = [
      ...below('src').map((name) => `src/${name}`),
      ...['src/api', 'src/ui', 'src/account', 'src/support'].flatMap(below),
      ...features,
      ...features.flatMap((name) => below(`src/features/${name}`)),
    ];
    assert.ok(rooms.length > 30);
    assert.deepEqual(
      rooms.filter((room) => !said.has(room)),
      [],
    );
  });

  describe('its glossary', () => {
    const lines = [...sectionOf(text, 'Glossary').matchAll(/^\| (?!Term )([^|]+?) \| (.+) \|$/gm)];
    const terms = lines.map(([, term = '']) => term);

    it('has one line a term, in the order of the alphabet', () => {
      assert.ok(terms.length > 35);
      const inOrder = [...new Set(terms)].sort((a, b) =>
        a.toLowerCase().localeCompare(b.toLowerCase(), 'en'),
      );
      assert.deepEqual(terms, inOrder);
    });

    it('names what the code has', () => {
      const exported = new Set(sources().flatMap((file) => [...namesOf(file).exported]));
      const named = lines
        .flatMap(([, , meaning = '']) => codeIn(meaning))
        .filter((name) => /^\w+$/.test(name));
      assert.ok(named.length > 30);
      assert.deepEqual(
        named.filter((name) => !exported.has(name) && name !== 'test'),
        [],
      );
    });
  });

  describe('how to add a view', () => {
    const example = (file: string): Map<string, string> =>
      regionsOf(read(`test/unit/ui/lists/exampleView/${file}`));
    const regions = new Map([...example('devices.ts'), ...example('devicesView.ts')]);

    it('shows code that compiles and is tested: regions of an example, each of at most 25 lines', () => {
      assert.deepEqual(
        [...regions.keys()],
        ['The declaration of a view', 'The commands of a view', 'The rows of a view'],
      );
      const shown = blocksOf(sectionOf(text, 'How to add'), 'ts');
      assert.deepEqual(shown, [...regions.values()]);
      for (const region of shown) {
        assert.ok(region.split('\n').length <= 25);
      }
    });
  });

  describe('(the reading of it)', () => {
    it('finds what is said to be in a file', () => {
      assert.deepEqual(
        namesInFiles(
          '`a`, `B.c` in\n`src/a.ts`; `d` and `e` in `test/b.ts`. In `src/c.ts`.\n| f | `g` | `src/d.ts` |',
        ),
        [
          { names: ['a', 'B.c'], file: 'src/a.ts' },
          { names: ['d', 'e'], file: 'test/b.ts' },
          { names: ['g'], file: 'src/d.ts' },
        ],
      );
    });

    it('finds sections, blocks and regions', () => {
      assert.equal(sectionOf('# A\n\n## B\nb\n### C\nc\n\n## D\nd', 'B'), 'b\n### C\nc\n');
      assert.deepEqual(blocksOf('   ```ts\n   a\n     b\n   ```\n```sh\nc\n```', 'ts'), ['a\n  b']);
      assert.deepEqual(
        regionsOf('  // #region A b\n  c\n    d\n  // #endregion'),
        new Map([['A b', 'c\n  d']]),
      );
    });
  });
});
