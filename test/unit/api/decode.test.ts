import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decodeList, JsonObject } from '../../../src/api/decode';
import { Failure } from '../../../src/api/failure';

const withId = (row: JsonObject) => {
  const id = row.text('id');
  return id === undefined ? undefined : { id, name: row.text('name') };
};
const decode = (body: unknown) => decodeList(body, withId, 'api.example');
const ids = (body: unknown) => decode(body).rows.map(({ id }) => id);

describe('decode: a row', () => {
  it('R21: gives what is there in its type, and nothing else', () => {
    const row = JsonObject.of({
      a: 'x',
      empty: '',
      n: 1,
      nan: NaN,
      yes: true,
      one: 1,
      list: ['a', 1, null],
      none: null,
    });
    assert.ok(row);
    assert.equal(row.text('none', 'empty', 'n', 'missing', 'a'), 'x');
    assert.equal(row.text('n'), undefined);
    assert.deepEqual(
      [row.number('n'), row.number('nan'), row.number('a'), row.number('missing')],
      [1, undefined, undefined, undefined],
    );
    assert.deepEqual([row.flag('yes'), row.flag('one'), row.flag('none')], [true, false, false]);
    assert.deepEqual([row.texts('list'), row.texts('a'), row.texts('none')], [['a'], [], []]);
    assert.equal(row.object('a'), undefined);
    assert.equal(
      JsonObject.of({ inner: { b: 'c' } })
        ?.object('inner')
        ?.text('b'),
      'c',
    );
  });

  it('R21: reads dates, and no nonsense', () => {
    const row = JsonObject.of({ at: '2026-05-05T10:00:00Z', bad: 'soon', none: null, number: 5 });
    assert.ok(row);
    assert.equal(row.date('none', 'at'), Date.parse('2026-05-05T10:00:00Z'));
    assert.deepEqual(
      [row.date('bad'), row.date('number'), row.date('missing')],
      [undefined, undefined, undefined],
    );
    assert.equal(JsonObject.of({ at: '0001-01-01T00:00:00Z' })?.date('at'), undefined);
  });

  it('R21: only an object is a row', () => {
    for (const value of [null, undefined, 'x', 1, true, [], [{}]]) {
      assert.equal(JsonObject.of(value), undefined);
    }
  });
});

describe('decode: a list', () => {
  const rows = [{ id: 'a' }, { id: 'b' }];
  const envelopes: [name: string, body: unknown][] = [
    ['a bare array', rows],
    ...['data', 'items', 'profiles', 'results', 'records'].map((name): [string, unknown] => [
      name,
      { [name]: rows, total: 2 },
    ]),
    ['data.items', { data: { items: rows, page: 1 } }],
    ['items beside a data of null', { data: null, items: rows }],
  ];
  for (const [name, body] of envelopes) {
    it(`R21: is read from ${name}`, () => {
      assert.deepEqual(ids(body), ['a', 'b']);
    });
  }

  it('R21: nothing at all is an empty list; something else is an answer that cannot be read', () => {
    assert.deepEqual(decode(undefined), { rows: [], skipped: 0 });
    assert.deepEqual(decode(null), { rows: [], skipped: 0 });
    for (const body of [
      'text',
      7,
      {},
      { message: 'no' },
      { data: 'x' },
      { data: { data: { data: rows } } },
    ]) {
      assert.throws(
        () => decode(body),
        (error) =>
          error instanceof Failure && error.kind === 'unreadableAnswer' && error.facts.host === 'api.example',
      );
    }
  });

  it('R21: a row that cannot be read is left out and counted', () => {
    const body = [
      { id: 'a' },
      null,
      'x',
      7,
      [],
      {},
      { id: 5 },
      { id: '' },
      { id: 'b', unknown: { deep: 1 } },
    ];
    assert.deepEqual(
      decode(body).rows.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.equal(decode(body).skipped, 7);
  });

  it('R21: rows of which none can be read are no empty list', () => {
    for (const body of [[null], [{}, { id: 5 }], { data: [{ unexpected: true }] }]) {
      assert.throws(() => decode(body), { kind: 'unreadableAnswer' });
    }
    assert.deepEqual(decode([]), { rows: [], skipped: 0 });
  });

  it('R23: an id that comes twice is one row, the first, and no bad one', () => {
    const body = [{ id: 'a', name: 'first' }, { id: 'b' }, { id: 'a', name: 'second' }];
    assert.deepEqual(decode(body), {
      rows: [
        { id: 'a', name: 'first' },
        { id: 'b', name: undefined },
      ],
      skipped: 0,
    });
  });

  it('R21, R23: whatever a server sends, ids are unique and every row is read, skipped or a repetition', () => {
    const row = fc.oneof(
      fc.anything(),
      fc.record({ id: fc.constantFrom('a', 'b', '', '__proto__', 'constructor') }),
    );
    fc.assert(
      fc.property(fc.array(row), (values) => {
        const { rows: read, skipped } = decode([{ id: 'one that is good' }, ...values]);
        assert.equal(new Set(read.map(({ id }) => id)).size, read.length);
        assert.ok(read.length + skipped <= values.length + 1);
      }),
    );
  });

  it('R21: whatever the body is, the outcome is a list or a failure of ours', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        try {
          assert.ok(Array.isArray(decode(body).rows));
        } catch (error) {
          assert.ok(error instanceof Failure, String(error));
        }
      }),
    );
  });
});
