import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { jsonText } from '../../../src/support/jsonText';

describe('jsonText', () => {
  it('writes what JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(jsonText(value), JSON.stringify(value));
      }),
    );
    assert.equal(jsonText({ a: undefined, b: [undefined], ['__proto__']: 1 }), '{"b":[null],"__proto__":1}');
  });

  it('writes a hundred thousand levels', () => {
    const deep = '[{"a":'.repeat(50_000) + 'null' + '}]'.repeat(50_000);
    assert.equal(jsonText(JSON.parse(deep)), deep);
  });
});
