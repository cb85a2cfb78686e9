import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { proposedColumns, sortedRows } from '../../../../../src/api/response/table/arrangeTable';
import { withExactNumbers } from '../../../../../src/api/response/table/exactNumbers';
import { tableOf, type ResponseTable } from '../../../../../src/api/response/table/responseTable';
import { thingNames } from '../../../../../src/api/response/table/thingNames';

const id = (nth: number) => `3f0c6c1e-0000-4000-8000-00000000000${nth}`;

const table = (body: unknown): ResponseTable => tableOf(body) ?? assert.fail('no table');
const column = ({ rows }: Pick<ResponseTable, 'rows'>, name: string) => rows.map((row) => row.get(name));

describe('the table of a response', () => {
  it('has the rows of a list, of an envelope, else of the longest list in it', () => {
    const rows = [{ a: 1 }, { b: 2 }];
    for (const body of [
      rows,
      { data: rows },
      { data: { items: rows } },
      { builds: rows, tags: ['x'], c: [{}] },
    ]) {
      assert.deepEqual(table(body).columns, ['a', 'b']);
      assert.deepEqual(column(table(body), 'a'), [1, undefined]);
    }
    assert.deepEqual(column(table(['x', 'y']), 'value'), ['x', 'y']);
    assert.deepEqual(table([]).rows, []);
    for (const none of [null, undefined, 1, 'x', {}, { a: 1 }, { tags: ['x'] }]) {
      assert.equal(tableOf(none), undefined);
    }
  });

  it('has a column for each field of objects in a row, and one cell for a list', () => {
    const { columns, rows } = table([
      { item1: { id: 'x', deep: { deeper: { deepest: 1 } } }, tags: ['a', 'b'], builds: [{}, {}], none: [] },
    ]);
    assert.deepEqual(columns, ['item1.id', 'item1.deep.deeper', 'tags', 'builds', 'none']);
    assert.deepEqual(
      columns.map((name) => rows[0]?.get(name)),
      ['x', '{"deepest":1}', 'a, b', { items: 2 }, ''],
    );
  });

  it('is bounded, and says what was too much', () => {
    const { rows, more } = table(Array.from({ length: 10_001 }, () => ({ a: 1 })));
    assert.deepEqual([rows.length, more], [10_000, true]);
    const wide = table(
      [...Array(30).keys()].map((row) =>
        Object.fromEntries([...Array(20).keys()].map((nth) => [`${row} ${nth}`, 1])),
      ),
    );
    assert.deepEqual([wide.columns.length, wide.more], [200, true]);
  });

  it('no body makes it fail', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const made = tableOf(body);
        if (made) assert.ok(proposedColumns(made).every((name) => made.columns.includes(name)));
      }),
    );
  });

  it('proposes names first, and leaves out what is empty, long, or an id where there is more', () => {
    const row = {
      id: id(1),
      organizationId: id(2),
      notes: 'x'.repeat(100),
      empty: null,
      platform: 1,
      profileName: 'Harbor',
      name: 'Notes',
      created: '2026',
      size: 1,
      pinned: false,
    };
    assert.deepEqual(proposedColumns(table([row])), [
      'name',
      'platform',
      'profileName',
      'created',
      'size',
      'pinned',
    ]);
    assert.deepEqual(proposedColumns(table([{ id: id(1), empty: '' }])), ['id']);
    assert.deepEqual(proposedColumns(table([{ empty: '' }])), ['empty']);
  });

  it('is sorted as people read, numbers by size, and what is empty comes last either way', () => {
    const { rows } = table([{ n: 'v10', s: 10 }, { n: 'v9', s: 9 }, { n: null }, { n: 'É', s: -1 }]);
    const sorted = (name: string, descending: boolean) =>
      column({ rows: sortedRows(rows, { column: name, descending }) }, name);
    assert.deepEqual(sorted('n', false), ['É', 'v9', 'v10', null]);
    assert.deepEqual(sorted('n', true), ['v10', 'v9', 'É', null]);
    assert.deepEqual(sorted('s', false), [-1, 9, 10, undefined]);
    assert.equal(sortedRows(rows, undefined), rows);
  });

  it('numbers that JavaScript would round keep their digits, and all others stay numbers', () => {
    const text =
      '[12345678901234567890, -1.0000000000000000001, 123456789012345, 1.5, "12345678901234567890"]';
    assert.deepEqual(JSON.parse(withExactNumbers(text)), [
      '12345678901234567890',
      '-1.0000000000000000001',
      123456789012345,
      1.5,
      '12345678901234567890',
    ]);
  });

  it('things are called by what stands beside their ids, at any depth, and only by what tells them apart', () => {
    const names = thingNames({
      data: [
        { id: id(1), name: 'Harbor', groups: [{ id: id(2), name: 'Testers' }] },
        { id: 7, name: 'seven' },
      ],
      other: { id: id(3) },
      last: { id: 'short', name: 'x' },
    });
    assert.deepEqual(Object.fromEntries(names), { [id(1)]: 'Harbor', [id(2)]: 'Testers' });
    fc.assert(fc.property(fc.jsonValue(), (body) => thingNames(body).size >= 0));
  });
});
