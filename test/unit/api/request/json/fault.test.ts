import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { jsonFault } from '../../../../../src/api/request/json/fault';

const whole = (text: string) => ({ start: 0, end: text.length });

/** The code, and the text that it stands at. */
const faultOf = (text: string) => {
  const fault = jsonFault(text, whole(text));
  return fault && [fault.code, text.slice(fault.start, fault.end)];
};

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '"a"',
    '"b\\n"',
    '"\\u00e9"',
    '"\\x"',
    '"\\\\"',
    '"\\\\\\""',
    'true',
    'null',
  ],
  ...[
    '1',
    '-0.5e+10',
    '01',
    '1.',
    '.5',
    'NaN',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '// x',
    '/* x */',
    "'a'",
    '\\',
    '\ufeff',
  ],
];

describe('jsonFault', () => {
  const faults: [text: string, fault: [string, string]][] = [
    ['{ "a": 1, }', ['spareComma', ',']],
    ['[1, 2,]', ['spareComma', ',']],
    ['{ "a": 1 "b": 2 }', ['noComma', '1']],
    ['{ "a" 1 }', ['noColon', '1']],
    ['{ a: 1 }', ['badWord', 'a']],
    ['{ 1: 1 }', ['noName', '1']],
    ["{ 'a': 1 }", ['singleQuotes', "'a'"]],
    ['{ "a": yes }', ['badWord', 'yes']],
    ['{ "a": "b }', ['badString', '"b }']],
    ['{ "a": "\\d" }', ['badEscape', '"\\d"']],
    ['{ "a": 1', ['noEnd', '1']],
    ['{ "a": }', ['noValue', '}']],
    ['{} {}', ['spareText', '{']],
    ['[1]]', ['spareText', ']']],
    ['{ "a": 1 // one\n}', ['comment', '//']],
    ['', ['empty', '']],
  ];
  for (const [text, fault] of faults) {
    it(`finds ${fault[0]} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(faultOf(text), fault);
    });
  }

  it('lets a variable stand for a value, for a part of one, for a name, and for fields', () => {
    for (const text of [
      '{ "name": "{{name}}", "count": {{count}}, "more": 1{{digits}} }',
      '{ {{name}}: 1, {{fields}}, "a": {{list.response.body.$.["id"]}} }',
      '{ {{fields}} "a": [ {{items}} ] }',
      '{{all}}',
      '{ "a": "{{list.response.body.$.["id"]}}" }',
    ]) {
      assert.equal(faultOf(text), undefined, text);
    }
    assert.deepEqual(faultOf('{ "a": {{count}, "b": 1 }')?.[0], 'noName');
  });

  it('R31: says that a text is not JSON exactly where JSON.parse does', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join('')),
      fc.json(),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (json) => {
        fc.pre(!json.includes('{{'));
        assert.equal(faultOf(json) === undefined, isJson(json), json);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes its time in proportion, and no stack, however deep a text nests', () => {
    const text = '['.repeat(200_000);
    assert.equal(faultOf(text)?.[0], 'noEnd');
    assert.equal(faultOf(text + ']'.repeat(200_000)), undefined);
  });
});
