import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { layOutJson } from '../../../../../src/api/request/json/layout';

const layOut = (text: string) => layOutJson(text, { indentation: '  ', newline: '\n' });

describe('layOutJson', () => {
  it('puts each field and item on a line of its own, and keeps what is written', () => {
    assert.equal(
      layOut('{"a":1.0,"b":[ ],"c":[{"d":"x, {y}"},{{item}}],"e":{  }, {{name}} : -0e1}'),
      [
        '{',
        '  "a": 1.0,',
        '  "b": [],',
        '  "c": [',
        '    {',
        '      "d": "x, {y}"',
        '    },',
        '    {{item}}',
        '  ],',
        '  "e": {},',
        '  {{name}}: -0e1',
        '}',
      ].join('\n'),
    );
  });

  it('writes any JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        fc.pre(!json.includes('{{'));
        assert.equal(layOut(json), JSON.stringify(value, undefined, 2));
      }),
    );
  });

  it('leaves alone what nests too deep to be read', () => {
    assert.equal(layOut('['.repeat(300) + ']'.repeat(300)), undefined);
  });
});
