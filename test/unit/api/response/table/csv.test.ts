import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { csvOf } from '../../../../../src/api/response/table/csv';
import type { Cell } from '../../../../../src/api/response/table/responseTable';

/** Reads CSV as RFC 4180 has it. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const character = csv.charAt(at);
    if (quoted) {
      if (character === '"' && csv[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (character === '"') quoted = false;
      else cell += character;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (csv.startsWith('\r\n', at)) {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at++;
    } else cell += character;
  }
  assert.deepEqual([row, cell, quoted], [[], '', false]);
  return rows;
}

const one = (cell: Cell) => read(csvOf(['a'], [new Map([['a', cell]])]))[1]?.[0];

describe('CSV', () => {
  it('has a head, commas and CRLF, and quotes what needs them', () => {
    const rows = [
      new Map<string, Cell>([
        ['name', 'Harbor, "Notes"'],
        ['size', -2],
        ['pinned', true],
      ]),
      new Map<string, Cell>([
        ['name', null],
        ['size', { items: 3 }],
      ]),
    ];
    assert.equal(
      csvOf(['name', 'size', 'pinned'], rows),
      'name,size,pinned\r\n"Harbor, ""Notes""",-2,true\r\n,3,\r\n',
    );
  });

  it('no text is a formula to a spreadsheet, and numbers stay numbers', () => {
    const hidden = [' =1', '\u00a0@a', '\u200b=1', '\ufeff=1', '\0=1', '\u3000＝1', '\u00ad+1', '\v=1'];
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\ta', '\na', ...hidden]) {
      assert.equal(one(text), `'${text}`, JSON.stringify(text));
    }
    assert.equal(one(-1), '-1');
    assert.equal(one('a=1'), 'a=1');
    assert.match(csvOf(['=HYPERLINK("x")'], []), /^"'=HYPERLINK/);
  });

  it('nor is a line of one, or what follows a tab, which is a cell of its own where CSV is pasted', () => {
    assert.equal(one('a\n=1+1\nb'), "a\n'=1+1\nb");
    assert.equal(one('a\t\t@b\r\n-c'), "a\t\t'@b\r\n'-c");
    assert.equal(one('\t=1'), "'\t'=1");
    assert.equal(one('a\nb\tc'), 'a\nb\tc');
    assert.ok(csvOf(['a'], [new Map([['a', '\t\n'.repeat(500_000)]])]).length > 1_000_000);
  });

  it('any cells come back as they were, with an apostrophe before what begins like a formula', () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '"',
      ',',
      ';',
      ' ',
      '\r\n',
      'a',
      'ü',
      '0',
      '＝',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
    );
    const cell = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (cells) => {
        const rows = cells.map(
          ([a, b]) =>
            new Map<string, Cell>([
              ['a', a],
              ['b', b],
            ]),
        );
        const [head, ...back] = read(csvOf(['a', 'b'], rows));
        assert.deepEqual(head, ['a', 'b']);
        assert.equal(back.length, cells.length);
        for (const [nth, row] of back.entries()) {
          for (const [at, shown] of row.entries()) {
            const given = cells[nth]?.[at];
            const plain = given === null ? '' : String(given);
            const isText = typeof given !== 'number';
            const bare = (written: string) => (isText ? written.replace(/(^|[\t\r\n])'/g, '$1') : written);
            assert.equal(bare(shown), bare(plain));
            assert.ok(!isText || !/^[=+\-@\t\r\n]|[\t\r\n]\s*[=+\-@＝]/.test(shown), JSON.stringify(shown));
          }
        }
      }),
    );
  });
});
