import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { filterJson } from '../../../../../src/api/response/filter/filterJson';
import { spansAt } from '../../../../../src/api/response/filter/jsonSpans';
import { findByPath } from '../../../../../src/api/response/jsonPath';
import { maskJson } from '../../../../../src/api/response/maskJson';

const text = `{
  "data": [
    { "id": "a", "size": 12345678901234567890, "name": "Har\\u0062or", "tags": ["x", "y"] },
    { "id": "b", "size": 1.50, "name": "it's", "tags": [] }
  ],
  "total": 2, "total": 3
}`;

const filtered = (path: string, json = text) => {
  const result = filterJson(json, path);
  assert.ok('text' in result, JSON.stringify(result));
  return result;
};

describe('a filter of JSON', () => {
  it('R35: gives every value as it stands, digits and escapes too', () => {
    assert.deepEqual(filtered('$.data[*].size'), {
      text: '[12345678901234567890,1.50]',
      count: 2,
      more: false,
    });
    assert.equal(filtered('$.data[?@.id == "a"].name').text, '["Har\\u0062or"]');
    assert.equal(filtered('$..tags[*]').text, '["x","y"]');
  });

  it('gives the value of a path that leads to one alone, and an empty list for nothing', () => {
    assert.equal(filtered('$.data[0].tags').text, '["x", "y"]');
    assert.equal(filtered('$.total').text, '3');
    assert.deepEqual(filtered('$.nothing'), { text: '[]', count: 0, more: false });
    assert.equal(filtered('$').text, text);
  });

  it('says why there is nothing to show', () => {
    assert.deepEqual(filterJson(text, '$['), { problem: 'badPath' });
    assert.deepEqual(filterJson(text, '$..*..*'), { problem: 'heavyPath' });
    assert.deepEqual(filterJson('{"a":', '$.a'), { problem: 'notJson' });
  });

  it('shows the first of too many, and says so', () => {
    const result = filtered('$[*]', JSON.stringify(Array.from({ length: 6000 }, (_, nth) => nth)));
    assert.deepEqual([result.count, result.more], [5000, true]);
  });

  it('R35: sees of a masked text the masks alone', () => {
    const { text: masked } = maskJson('{"data":[{"name":"x","password":"hunter22"}]}');
    assert.equal(filtered('$.data[*].password', masked).text, '["•••"]');
    assert.equal(filtered('$.data[?@.password == "hunter22"]', masked).text, '[]');
  });

  it('finds the place of every value of any JSON, whatever names it has', () => {
    const json = fc.json({ maxDepth: 5 });
    const spaced = fc.tuple(json, fc.constantFrom(0, 2)).map(([one, blanks]) => {
      const value: unknown = JSON.parse(one);
      return JSON.stringify(value, undefined, blanks);
    });
    fc.assert(
      fc.property(spaced, (any) => {
        const result = findByPath('$..*', JSON.parse(any), any.length);
        assert.ok('found' in result);
        const spans = spansAt(
          any,
          result.found.map(({ location }) => location),
        );
        for (const [nth, { value }] of result.found.entries()) {
          const span = spans[nth];
          assert.ok(span);
          assert.deepEqual(JSON.parse(any.slice(span.start, span.end)), value);
        }
      }),
    );
  });

  it('never throws, and gives JSON where it gives anything', () => {
    const path = fc.stringMatching(/^\$([.[\]*?@'"=!<>&|(),:0-9a-z -]){0,12}$/);
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), path, (any, typed) => {
        const result = filterJson(any, typed);
        if ('text' in result) JSON.parse(result.text);
      }),
    );
  });
});
