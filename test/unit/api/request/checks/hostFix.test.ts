import { strict as assert } from 'node:assert';
import { hostFix } from '../../../../../src/api/request/checks/hostFix';

const fixed = (target: string, base = 'https://api.example') => {
  const text = `GET ${target}\n`;
  const fix = hostFix(text, { start: 4, end: 4 + target.length }, base);
  const [edit] = fix?.edits ?? [];
  return edit && text.slice(4, edit.start) + edit.text + text.slice(edit.end, -1);
};

describe('hostFix', () => {
  it('puts {{host}} in the place of the account’s own server, however it is spelled', () => {
    assert.equal(fixed('https://api.example/x?a=b'), '{{host}}/x?a=b');
    assert.equal(fixed('HTTPS://API.example:443/x'), '{{host}}/x');
    assert.equal(fixed('api.example/x'), '{{host}}/x');
    assert.equal(fixed('//api.example/x'), '{{host}}/x');
    assert.equal(fixed('https://api.example?a=b'), '{{host}}/?a=b');
    assert.equal(fixed('https://api.example'), '{{host}}/');
    assert.equal(fixed('http://127.0.0.1:4010/base/x', 'http://127.0.0.1:4010/base/'), '{{host}}/x');
  });

  it('leaves the address of any other server alone', () => {
    for (const other of [
      ...[
        'https://api.example.evil/x',
        'https://api.example@evil/x',
        'https://api.example:444/x',
        'http://api.example/x',
      ],
      ...['https://evil/https://api.example/x', 'https://api.example\\x', '{{server}}/x', ''],
    ]) {
      assert.equal(fixed(other), undefined, other);
    }
    assert.equal(fixed('https://api.example/other', 'https://api.example/base'), undefined);
    assert.equal(fixed('https://api.example/x', 'no address'), undefined);
  });
});
