import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  MAX_FILE_VARIABLES,
  readVariableFile,
  writeVariableFile,
} from '../../../../src/api/variables/variableFile';

const pairs = (text: string) => readVariableFile(text).variables.map(({ key, value }) => `${key}|${value}`);

describe('files with variables', () => {
  it('lines as people write them', () => {
    const text = [
      '\ufeff# a comment',
      'LANE=beta',
      '  export API_URL = https://x.example/?a=1#b  # with a comment',
      `SINGLE='a "b" \\n # c' # comment`,
      'DOUBLE="a \\"b\\"\\nc\\\\" # comment',
      'LINES="first',
      'second"',
      'EMPTY=',
      "OPEN='never closed",
      'LANE=production',
      'no assignment',
      '1X=y',
      '=z',
    ].join('\r\n');
    const { variables, skipped } = readVariableFile(text);
    assert.deepEqual(
      variables.map(({ key, value }) => [key, value]),
      [
        ['LANE', 'production'],
        ['API_URL', 'https://x.example/?a=1#b'],
        ['SINGLE', 'a "b" \\n # c'],
        ['DOUBLE', 'a "b"\nc\\'],
        ['LINES', 'first\nsecond'],
        ['EMPTY', ''],
        ['OPEN', "'never closed"],
      ],
    );
    assert.equal(skipped, 3);
  });

  it('the JSON of the official command line, of an export, and a plain object', () => {
    const row = { key: 'A', value: 'x', isSecret: true, isFile: false, id: 'A' };
    assert.deepEqual(readVariableFile(JSON.stringify([row])).variables, [
      { key: 'A', value: 'x', isSecret: true },
    ]);
    const group = {
      Id: 'g',
      Name: 'G',
      Variables: [
        { Key: 'B', Value: 'y', IsSecret: false, IsFile: false },
        { Key: 'C', Value: '', IsSecret: true, IsFile: false },
        { Key: 'D', Value: 'f.txt', IsSecret: false, IsFile: true },
      ],
    };
    assert.deepEqual(readVariableFile(JSON.stringify([group])), {
      variables: [{ key: 'B', value: 'y', isSecret: false }],
      skipped: 2,
    });
    assert.deepEqual(pairs('{"E": "z", "N": 1, "T": true, "O": {}}'), ['E|z', 'N|1', 'T|true']);
  });

  it('what is none of them has no variables, and nothing is without end', () => {
    for (const text of ['', '[]', '{}', '[1, null, [[]]]', '"text"', '\n\n']) {
      assert.deepEqual(pairs(text), [], text);
    }
    const many = Array.from({ length: MAX_FILE_VARIABLES + 5 }, (_, at) => `K${at}=v`).join('\n');
    const { variables, skipped } = readVariableFile(many);
    assert.deepEqual([variables.length, skipped], [MAX_FILE_VARIABLES, 5]);
  });

  it('an export has names, and values of texts alone', () => {
    const variables = [
      { id: 'A', kind: 'text', value: 'x y' },
      { id: 'S', kind: 'secret', value: '' },
      { id: 'F', kind: 'file', value: '' },
    ] as const;
    assert.equal(writeVariableFile(variables, 'env'), 'A="x y"\n# S= (secret)\n# F= (file)\n');
    assert.deepEqual(JSON.parse(writeVariableFile(variables, 'json')), [
      { key: 'A', value: 'x y', isSecret: false, isFile: false },
      { key: 'S', value: '', isSecret: true, isFile: false },
      { key: 'F', value: '', isSecret: false, isFile: true },
    ]);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('env', 'json'), (value, form) => {
        const text = writeVariableFile([{ id: 'KEY', kind: 'text', value }], form);
        assert.deepEqual(
          readVariableFile(text).variables.map((one) => one.value),
          [value],
        );
      }),
    );
  });
});
