import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isAddress, readAddresses } from '../../../../src/api/testingGroups/testerAddresses';
import { startCpuTime } from '../../support/cpuTime';

const addresses = (text: string, present?: string[]) => readAddresses(text, present).addresses;

describe('tester addresses: a pasted text', () => {
  const three = ['a@b.co', 'd@e.fr', "o'brien+x_1@mail.example.org"];

  for (const [how, text] of Object.entries({
    'commas and blanks': "a@b.co, d@e.fr ,o'brien+x_1@mail.example.org",
    semicolons: "a@b.co;d@e.fr;;o'brien+x_1@mail.example.org;",
    'lines of Windows, with empty ones': "a@b.co\r\n\r\nd@e.fr\r\no'brien+x_1@mail.example.org\r\n",
    'blanks and tabs alone': "  a@b.co d@e.fr\to'brien+x_1@mail.example.org ",
    'names before them': `Ann <a@b.co>, "Doe, Dan" <d@e.fr>; O' Brien <o'brien+x_1@mail.example.org>`,
    'names with a quote that is never closed': `5" <a@b.co>, d@e.fr, <o'brien+x_1@mail.example.org>`,
    'quotes of a JSON array': `["a@b.co", "d@e.fr", "o'brien+x_1@mail.example.org"]`,
    'one pair of quotes around all': `"a@b.co, d@e.fr; o'brien+x_1@mail.example.org"`,
    'a table with names': `"Ann","a@b.co"\n"Doe, Dan","d@e.fr"\n"B","o'brien+x_1@mail.example.org"`,
    links: `mailto:a@b.co, <mailto:d@e.fr?subject=hi> MAILTO:o'brien%2Bx_1@mail.example.org`,
    'a list with bullets': "• a@b.co\n* (d@e.fr)\n- o'brien+x_1@mail.example.org.".replace('- ', '· '),
    'single and typographic quotes': "'a@b.co' “d@e.fr” «o'brien+x_1@mail.example.org»",
    'separators of other scripts': "a@b.co，d@e.fr、o'brien+x_1@mail.example.org；",
    'invisible marks around them': "\ufeffa@b.co\u200b,\u202ad@e.fr\u202c\u2028o'brien+x_1@mail.example.org",
  })) {
    it(`with ${how}`, () => {
      assert.deepEqual(readAddresses(text), { addresses: three, duplicates: [], refused: [] });
    });
  }

  it('a comma that was left out loses nobody', () => {
    assert.deepEqual(addresses('x@y.zz Ann <a@b.co> Dan <d@e.fr>').sort(), ['a@b.co', 'd@e.fr', 'x@y.zz']);
  });

  it('an address that is its own link counts once, and is no duplicate', () => {
    assert.deepEqual(readAddresses('a@b.co<mailto:A@b.co>').duplicates, []);
    assert.equal(addresses('a@b.co<mailto:a@b.co>').length, 1);
  });

  it('tells what came twice in any case, and what is there already', () => {
    assert.deepEqual(readAddresses('a@b.co, A@B.CO, d@e.fr, x@y.zz', ['D@E.fr']), {
      addresses: ['a@b.co', 'x@y.zz'],
      duplicates: ['A@B.CO', 'd@e.fr'],
      refused: [],
    });
  });

  it('tells what it refuses, each once, and no novel of it', () => {
    const bad = [
      'nope',
      '@x.co',
      'a@',
      'a@b',
      'a@@b.co',
      'a..b@x.co',
      '.a@x.co',
      'a@-x.co',
      'a@x.1',
      'a@b..c',
    ];
    assert.deepEqual(readAddresses([...bad, ...bad, 'a@b.co'].join('\n')), {
      addresses: ['a@b.co'],
      duplicates: [],
      refused: bad,
    });
    assert.deepEqual(readAddresses('Bob <bob at x.co>').refused, ['bob at x.co']);
    assert.deepEqual(readAddresses('"jane.example.com"').refused, ['jane.example.com']);
    assert.equal(readAddresses('x'.repeat(5000)).refused[0]?.length, 100);
    assert.deepEqual(readAddresses(`${'x'.repeat(65)}@b.co ${'x'.repeat(250)}@b.co`).addresses, []);
  });

  it('of nothing is nothing', () => {
    for (const text of ['', ' \n\t', ',;,', '<>', '""', '"', '<']) {
      assert.deepEqual(readAddresses(text), { addresses: [], duplicates: [], refused: [] }, text);
    }
  });

  it('takes letters of every script', () => {
    for (const address of ['pröf@bücher.example', '用户@例子.公司', 'a@xn--bcher-kva.example']) {
      assert.deepEqual(addresses(address), [address]);
    }
  });

  it('gives only addresses, each once, that stand in the text; and reads its own answer as it is', () => {
    const word = fc.oneof(
      fc.constantFrom(...Array.from('"<>,; \n@.\'()[]:'), 'mailto:', 'a@b.co', 'A@B.co', 'x.y@z.org'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (texts) => {
        const text = texts.join('');
        const read = addresses(text);
        assert.ok(read.every(isAddress));
        assert.equal(new Set(read.map((one) => one.toLowerCase())).size, read.length);
        assert.deepEqual(readAddresses(read.join(', ')), { addresses: read, duplicates: [], refused: [] });
      }),
    );
  });

  it('of 10,000 people is read at once, and so is what is made to be slow', () => {
    const people = Array.from({ length: 5000 }, (_, at) => `"N, ${at}" <n${at}@x.co> x${at}@y.co `).join('');
    const took = startCpuTime();
    assert.equal(addresses(people).length, 10_000);
    for (const piece of [
      '"',
      '<',
      '"a<',
      '<a@b.co',
      '@',
      'a@',
      '.',
      "' ",
      'mailto:',
      'a@b.co ',
      '<a@b.co> x@y.z ',
    ]) {
      readAddresses(piece.repeat(20_000));
    }
    // Seconds rather than hours.
    assert.ok(took() < 3000);
  });
});
