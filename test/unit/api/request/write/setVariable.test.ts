import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { setVariable } from '../../../../../src/api/request/write/setVariable';
import { anyText } from '../arbitraries';
import { resolved } from '../documents';

function changed(text: string, name: string, value: string): string {
  const edit = setVariable(text, name, value);
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('setVariable', () => {
  it('changes the line of the variable and nothing else', () => {
    const text = '### x\r\n  @id=1 \r\n@other = 2\r\nGET {{host}}/{{id}}';
    assert.equal(changed(text, 'id', 'a b'), '### x\r\n  @id = a b \r\n@other = 2\r\nGET {{host}}/{{id}}');
  });

  it('adds a line at the top, behind a byte order mark', () => {
    assert.equal(changed('GET {{host}}/{{id}}', 'id', '1'), '@id = 1\nGET {{host}}/{{id}}');
    assert.equal(changed('\ufeff### x', 'id', ''), '\ufeff@id =\n### x');
  });

  it('any value reads back as itself, and only it is set', () => {
    const texts = ['@id = 1\n\nPOST {{host}}/x\n\n{{id}}|{{b}}', '### x\nPOST {{host}}/x\n\n{{id}}|{{b}}'];
    fc.assert(
      fc.property(
        anyText.filter((value) => value !== ''),
        fc.constantFrom(...texts),
        (value, text) => {
          const after = changed(text, 'id', value);
          assert.equal(resolved(after).body, `${value}|{{b}}`);
          assert.deepEqual([...parseRequests(after).variables.keys()], ['id']);
          assert.equal(
            after.split('\n').length,
            changed(text, 'id', '').split('\n').length,
            'stays one line',
          );
        },
      ),
    );
  });
});
