import { strict as assert } from 'node:assert';
import { declaredNames, exportedTwice } from './declaredNames';
import { importCircles } from './importCircles';
import { replacedAmong } from './replacedNames';
import { assertOnly } from './structureExceptions';

describe('import circles', () => {
  const circlesOf = (files: Record<string, string>) => importCircles(new Map(Object.entries(files)));

  // Without the blanks, mocha's hook for late modules would take these for imports of this file.
  const forms: [what: string, code: string][] = [
    ['a value', "import { b } from './b';"],
    ['an effect', "import './b';"],
    ['a type', "import type { B } from './b';"],
    ['a type among values', "import { type B } from './b';"],
    ['a type in its place', "export let b: import( './b').B;"],
    ['import()', "export const load = () => import( './b');"],
    ['import() in a template', "export const load = async () => `${(await import( './b')).b}`;"],
    ['a re-export', "export { b } from './b';"],
    ['a re-export of all types', "export type * from './b';"],
    ['a detour', "import { b } from '../x/b';"],
  ];
  for (const [what, code] of forms) {
    it(`are found by ${what}`, () => {
      assert.deepEqual(circlesOf({ 'x/a.ts': code, 'x/b.ts': "import './a';" }), [['x/a.ts', 'x/b.ts']]);
      assert.deepEqual(circlesOf({ 'x/a.ts': code, 'x/b.ts': '' }), []);
    });
  }

  it('are found apart from each other, and without what only leads to them', () => {
    const circles = circlesOf({
      'top.ts': "import './a';\nimport './self';",
      'a.ts': "import './b';",
      'b.ts': "import './c';\nimport './leaf';",
      'c.ts': "import './a';",
      'self.ts': "import './self';",
      'leaf.ts': "import axios from 'axios';",
    });
    assert.deepEqual(circles, [['a.ts', 'b.ts', 'c.ts'], ['self.ts']]);
  });

  it('are not made by comments and texts', () => {
    const code = "// import './b';\n/** {@link import('./b').B} */\nexport const a = \"import './b'\";";
    assert.deepEqual(circlesOf({ 'a.ts': code, 'b.ts': "import './a';" }), []);
  });

  it('are not missed because an import led nowhere', () => {
    assert.throws(() => circlesOf({ 'a.ts': "import './b.js';", 'b.ts': '' }), /a\.ts imports \.\/b\.js/);
  });
});

describe('declared names', () => {
  const namesOf = (code: string) => declaredNames('src/some.ts', code);

  const chosen: [name: string, code: string][] = [
    ['Wire', 'class Wire {}'],
    ['Wire', 'interface Wire {}'],
    ['Wire', 'type Wire = 1;'],
    ['Wire', 'function f<Wire>() {}'],
    ['Wire', "import { Pipe as Wire } from './pipe';"],
    ['Wire', "import * as Wire from './pipe';"],
    ['MOST_ROWS', 'const MOST_ROWS = 5;'],
    ['words', 'function words() {}'],
    ['words', 'const f = (words: string) => words;'],
    ['words', 'const [words] = all;'],
    ['words', 'const { text: words } = all;'],
    ['words', 'interface A { words: string }'],
    ['words', 'class A { words = 1 }'],
    ['words', 'class A { words() {} }'],
    ['words', 'class A { constructor(private words: string) {} }'],
    ['some', ''],
    ['Some', ''],
  ];
  for (const [name, code] of chosen) {
    it(`have ${name} of ${code || 'the file'}`, () => {
      assert.ok(namesOf(code).all.has(name));
    });
  }

  const given: [name: string, code: string][] = [
    ['words', 'f({ words: 1 });'],
    ['words', 'f({ words() {} });'],
    ['words', 'f({ words });'],
    ['words', 'const { words } = all;'],
    ['words', 'const { words: text } = all;'],
    ['words', 'f(a.words);'],
    ['Wire', "import { Wire } from './wire';"],
    ['Wire', "import type { Wire as Pipe } from './wire';"],
    ['Wire', '// class Wire {}'],
  ];
  for (const [name, code] of given) {
    it(`have no ${name} of ${code}`, () => {
      assert.equal(namesOf(code).all.has(name), false);
    });
  }

  it('tell what is exported, and which are types', () => {
    const { exported, types } = namesOf(
      [
        'export class A {}',
        'export const b = 1, c = 2;',
        'function d() {}',
        'export { d };',
        "export { e } from './e';",
        "export * from './f';",
        'interface G {}',
      ].join('\n'),
    );
    assert.deepEqual([...exported], ['A', 'b', 'c', 'd']);
    assert.deepEqual([...types], ['Some', 'A', 'G']);
  });

  it('that two files export are told with both', () => {
    const files = [
      ['a.ts', new Set(['one', 'two'])],
      ['b.ts', new Set(['two'])],
    ] as const;
    assert.deepEqual(exportedTwice(files), new Map([['two', 'a.ts, b.ts']]));
  });
});

describe('replaced names', () => {
  it('are whole, or have a beginning or an end', () => {
    const names = new Set(['MOST_ROWS', 'ALMOST_ROWS', 'PartNeeds', 'NeedsMore', 'Wire', 'Wired']);
    assert.deepEqual(
      replacedAmong({ 'MOST_…': 'MAX_…', '…Needs': '…Deps', Wire: 'Pipe', Trip: 'Request' }, [
        ['a.ts', names],
      ]),
      new Map([
        ['MOST_…', 'use MAX_… (MOST_ROWS in a.ts)'],
        ['…Needs', 'use …Deps (PartNeeds in a.ts)'],
        ['Wire', 'use Pipe (Wire in a.ts)'],
      ]),
    );
  });
});

describe('exceptions', () => {
  const found = new Map([['one', 'details']]);

  it('let pass what they name, and nothing else', () => {
    assertOnly({ why: ['one'] }, found);
    assert.throws(() => {
      assertOnly({}, found);
    }, /More than the exceptions/);
  });

  it('fail when nothing needs them', () => {
    assert.throws(() => {
      assertOnly({ why: ['one', 'two'] }, found);
    }, /nothing needs any more/);
  });
});
