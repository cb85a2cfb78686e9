import { strict as assert } from 'node:assert';
import { maskJson } from '../../../src/api/response/maskJson';
import { maskSecrets } from '../../../src/support/maskSecrets';
import { jsonText } from '../../../src/support/jsonText';

const nested = (inside: string, levels = 50_000) => '[{"a":'.repeat(levels) + inside + '}]'.repeat(levels);

describe('maskSecrets', () => {
  it('masks at a hundred thousand levels, and keeps all else', () => {
    const given: unknown = JSON.parse(nested('{"id":1,"password":"x"}'));
    assert.equal(jsonText(maskSecrets(given)), nested('{"id":1,"password":"•••"}'));
  });

  it('T8: masks by name and, in texts of any name, by shape', () => {
    const address = 'https://s.example/f?sig=ab%2Bc&x=1';
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhYmMifQ';
    assert.deepEqual(maskSecrets({ jwt: 7, link: address, said: [`Bearer ${token}`], keystore: { a: 1 } }), {
      jwt: '•••',
      link: 'https://s.example/f?sig=•••&x=1',
      said: ['Bearer •••'],
      keystore: '•••',
    });
  });

  it('keeps the order of names and one that is called __proto__', () => {
    const text = '{"b":1,"__proto__":{"x":[2]},"a":3}';
    assert.equal(jsonText(maskSecrets(JSON.parse(text))), text);
  });

  it('T8: masks the value that a label beside it names, as variables of an environment have it, in text and in data', () => {
    const cases = [
      ['{"key":"API_TOKEN","value":"x1"}', '{"key":"API_TOKEN","value":"•••"}'],
      [
        '[{"name":"password","value":{"a":{}}},{"name":"a","value":"b"}]',
        '[{"name":"password","value":"•••"},{"name":"a","value":"b"}]',
      ],
      ['{"key":"token","a":{"value":"b"},"value":"c"}', '{"key":"token","a":{"value":"b"},"value":"•••"}'],
      ['{"key":"secret","value":null}', '{"key":"secret","value":null}'],
      ['{"name":"Ada","value":"b"}', '{"name":"Ada","value":"b"}'],
    ] as const;
    for (const [text, shown] of cases) {
      assert.equal(maskJson(text).text, shown);
      assert.equal(jsonText(maskSecrets(JSON.parse(text))), shown);
    }
  });
});
