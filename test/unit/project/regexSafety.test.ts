import { strict as assert } from 'node:assert';
import { check } from 'recheck';
import { isLong } from '../support/briefOrLong';
import { read, sources } from './files';
import { patternsIn, type Pattern } from './patterns';

/** Milliseconds for each: none that is safe takes a tenth of it on a busy machine, and what takes longer is a fault. */
const patience = { timeout: 60_000, randomSeed: 1 };

/** Where it takes too much to work out what is slow, texts are tried that are bred from one another: fewer than usual. */
const briefly = { ...patience, maxInitialGenerationSize: 100, maxGenerationSize: 30, maxIteration: 3 };

/** What the checker says of each that it does not call safe: slow, unknown, not understood. */
async function faultsOf(patterns: readonly Pattern[]): Promise<string[]> {
  const faults: string[] = [];
  const known = new Map<string, string>();
  for (const { place, source, flags } of patterns) {
    const key = `/${source}/${flags}`;
    const said = known.get(key) ?? (await sayingOf(source, flags));
    known.set(key, said);
    if (said !== 'safe') {
      faults.push(`${place}: ${key} is ${said}`);
    }
  }
  return faults;
}

async function sayingOf(source: string, flags: string): Promise<string> {
  if (!isLong && (await check(source, flags, briefly)).status === 'safe') return 'safe';
  const found = await check(source, flags, patience);
  return found.status === 'vulnerable' ? found.complexity.summary : found.status;
}

describe('regular expressions', function () {
  this.timeout(300_000);

  const found = sources().map((file) => patternsIn(file, read(file)));

  it('each of the source takes time in proportion to the text, whatever the text', async () => {
    const patterns = found.flatMap((file) => file.patterns);
    assert.ok(patterns.length > 150);
    assert.deepEqual(await faultsOf(patterns), []);
  });

  it('none is made of a text while the program runs', () => {
    assert.deepEqual(
      found.flatMap((file) => file.dynamic),
      [],
    );
  });

  it('the finder finds them wherever they stand, and the checker what is slow', async () => {
    const { patterns, dynamic } = patternsIn(
      'x.ts',
      [
        'const end = /=+$/g;',
        'text.split(/a/).map((part) => part.replace(/(a|a)*b/, (x: RegExp) => `${/[/]/.test(x)}`));',
        'new RegExp(text); RegExp("a"); const Made = RegExp;',
        'text.match("a+"); text.search(`${x}`); text.match(end);',
      ].join('\n'),
    );
    assert.deepEqual(
      patterns.map(({ place, source, flags }) => [place, source, flags]),
      [
        ['x.ts:1', '=+$', 'g'],
        ['x.ts:2', 'a', ''],
        ['x.ts:2', '(a|a)*b', ''],
        ['x.ts:2', '[/]', ''],
      ],
    );
    assert.deepEqual(dynamic, [
      'x.ts:3: new RegExp(text)',
      'x.ts:3: RegExp("a")',
      'x.ts:3: Made = RegExp',
      'x.ts:4: text.match("a+")',
      'x.ts:4: text.search(`${x}`)',
    ]);
    const slow = await faultsOf(patterns);
    assert.deepEqual(
      slow.map((fault) => fault.split(' ', 1)[0]),
      ['x.ts:1:', 'x.ts:2:'],
    );
    assert.notEqual(await sayingOf('a', 'unknown flags'), 'safe');
  });
});
