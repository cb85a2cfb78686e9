import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findByPath, standardPath, type PathResult } from '../../../../src/api/response/jsonPath';
import { startCpuTime } from '../../support/cpuTime';

const data = {
  data: [
    { id: 'a', name: 'Harbor', tags: ['x', 'y'] },
    { id: 'b', name: "it's", tags: [] },
  ],
  ['__proto__ ']: 1,
  total: 2,
};

const find = (path: string, value: unknown = data, most?: number): PathResult =>
  findByPath(path, value, JSON.stringify(value).length, most);

function values(result: PathResult): unknown[] {
  assert.ok('found' in result, JSON.stringify(result));
  return result.found.map(({ value }) => value);
}

describe('JSONPath', () => {
  it('R32: finds values and where they are', () => {
    assert.deepEqual(find('$.data[0].id'), {
      found: [{ value: 'a', location: ['data', 0, 'id'] }],
      more: false,
    });
    assert.deepEqual(values(find('$.data[?@.name == "it\'s"].id')), ['b']);
    assert.deepEqual(values(find('$..id')), ['a', 'b']);
    assert.deepEqual(values(find('$.data[?length(@.tags) > 1].id')), ['a']);
    assert.deepEqual(values(find('$.nothing')), []);
    assert.deepEqual(values(find('$')), [data]);
  });

  it('takes a dot before a bracket as other tools do, and leaves what is quoted', () => {
    assert.deepEqual(values(find('$.[0].id', [{ id: 1 }])), [1]);
    assert.deepEqual(values(find('$.data.[0].id')), ['a']);
    assert.equal(standardPath(`$..['.[']["a\\".["].[0]`), `$..['.[']["a\\".["][0]`);
  });

  it('gives the first of many, and says that there are more', () => {
    const result = find('$[*]', [1, 2, 3], 2);
    assert.deepEqual(result, {
      found: [
        { value: 1, location: [0] },
        { value: 2, location: [1] },
      ],
      more: true,
    });
  });

  it('what is none is told, and so is what is not in the standard or runs a pattern', () => {
    for (const path of [
      '',
      'data',
      '$.',
      '$[',
      '$[?match(@.id, "a")]',
      '$[?search(@.id, "a")]',
      '$[?@.a ==]',
    ]) {
      assert.deepEqual(find(path), { problem: 'badPath' }, path);
    }
  });

  it('nothing of an object but its own properties is found', () => {
    const own: unknown = JSON.parse('{"__proto__": {"a": 1}}');
    assert.deepEqual(values(find('$.__proto__.a', own)), [1]);
    for (const path of [
      '$.constructor',
      '$.__proto__',
      '$.toString',
      '$.data.length',
      '$.data[0].id.length',
    ]) {
      assert.deepEqual(values(find(path)), [], path);
    }
    for (const path of ['$[?(@.constructor.constructor("return 1")())]', '$[?@.constructor]']) {
      const result = find(path, [{}]);
      assert.ok('problem' in result || result.found.length === 0, path);
    }
  });

  it('the work is bounded, whatever the path and the JSON are', function () {
    this.timeout(60_000);
    const wide = Array.from({ length: 100_000 }, (_, nth) => ({ a: nth, b: [nth], c: { a: nth } }));
    let deep: unknown = 1;
    for (let nth = 0; nth < 20_000; nth++) deep = [deep];
    const paths = [
      '$..*..*..*',
      `$${'..*'.repeat(20)}`,
      `$${'[*,*,*,*]'.repeat(15)}`,
      `$${'[*]'.repeat(30)}`,
      '$[?$[?$[?@.a]]]',
      '$..[?@..a]',
      '$..[?count($..*) > 1]',
      `$..[?${Array(80).fill('@.a').join('||')}]`,
      '$..[?length(value($..a)) > 1]',
      `$[?${'('.repeat(400)}`,
      `$[?${'!'.repeat(400)}@.a]`,
      `$${'[0]'.repeat(150)}`,
      '$..a',
      `$.${'a'.repeat(10_000)}`,
    ];
    for (const path of paths) {
      for (const [value, length] of [
        [wide, 4_000_000],
        [deep, 40_000],
      ] as const) {
        const computed = startCpuTime();
        const result = findByPath(path, value, length);
        assert.ok('problem' in result || result.found.length <= 1000);
        const took = computed();
        // The next larger order of any of them would be minutes.
        assert.ok(took < 4000, `${took} ms for ${path.slice(0, 40)}`);
      }
    }
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      ...['$', '.', '..', '[', ']', '*', '?', '@', '(', ')', "'", '"', '\\', '0', '-1', ':', ',', '==', '&&'],
      ...[
        'a',
        'id',
        'data',
        '__proto__',
        'length(',
        'count(',
        'value(',
        'match(',
        '!',
        ' ',
        '\u0000',
        '\ud800',
        '#',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.jsonValue(), (pieces, value) => {
        find(`$${pieces.join('')}`, value);
      }),
      { numRuns: 500 },
    );
  });
});
