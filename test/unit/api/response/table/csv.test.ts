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
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1']) {
      assert.equal(one(text), `'${text}`);
    }
    assert.equal(one(-1), '-1');
    assert.equal(one('a=1'), 'a=1');
    assert.match(csvOf(['=HYPERLINK("x")'], []), /^"'=HYPERLINK/);
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
            const isRisky = typeof given !== 'number' && /^[=+\-@\t\r\n＝＋－＠]/.test(plain);
            assert.equal(shown, isRisky ? `'${plain}` : plain);
            assert.ok(typeof given === 'number' || !/^[=+\-@\t\r]/.test(shown), JSON.stringify(shown));
          }
        }
      }),
    );
  });
});
