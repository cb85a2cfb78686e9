import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { rowsIn } from '../../../../src/api/response/namedRows';

const shown = (answer: unknown, property?: string) =>
  rowsIn(answer, property).map(({ id, name, detail }) => [id, name, detail].join('|'));

describe('rows to pick by name', () => {
  it('come out of a list in each of its forms, and out of a property', () => {
    const rows = [{ id: '1', name: 'One' }];
    for (const answer of [rows, { data: rows }, { profiles: rows }, { data: { items: rows } }]) {
      assert.deepEqual(shown(answer), ['1|One|']);
    }
    assert.deepEqual(shown({ id: 'p', branches: rows }, 'branches'), ['1|One|']);
    assert.deepEqual(shown({ data: { branches: rows } }, 'branches'), ['1|One|']);
  });

  it('a tuple gives its first item', () => {
    const configurations = [{ item1: { id: 'c', configurationName: 'Release', updateDate: 'x' }, item2: 3 }];
    assert.deepEqual(shown(configurations), ['c|Release|']);
  });

  const names: [row: Record<string, unknown>, shown: string][] = [
    [{ name: 'Harbor', workflowName: 'no' }, 'i|Harbor|'],
    [{ workflowName: 'Default Push Workflow', profileId: 'p' }, 'i|Default Push Workflow|'],
    [{ organizationName: 'Org', rootOrganizationName: 'Root', fileName: 'a.ipa' }, 'i|a.ipa|'],
    [{ title: 'A title' }, 'i|A title|'],
    [{ name: '', message: 'Fix it\n\nLong story', hash: '0123456789ab' }, 'i|Fix it|01234567'],
    [{ name: 'Harbor', version: '2.4.0', versionCode: '118' }, 'i|Harbor|2.4.0 · 118'],
    [{ email: 'anna@people.example' }, 'i|anna@people.example|'],
    [{ version: '1.0' }, 'i|1.0|'],
    [{ name: 7 }, 'i|i|'],
  ];
  for (const [row, text] of names) {
    it(`${JSON.stringify(row)} is called ${text}`, () => {
      assert.deepEqual(shown([{ id: 'i', ...row }]), [text]);
    });
  }

  it('R23: an id counts once; R21: rows without one are left out, numbers are ids', () => {
    assert.deepEqual(shown([{ id: 'a' }, { id: 'a', name: 'twice' }, null, 7, {}, { id: '' }, { id: 5 }]), [
      'a|a|',
      '5|5|',
    ]);
  });

  it('R21: what is no list gives no rows, and nothing fails', () => {
    assert.deepEqual(shown({ id: 'p' }), []);
    assert.deepEqual(shown({ branches: {} }, 'branches'), []);
    assert.deepEqual(shown(undefined), []);
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        rowsIn(answer);
        rowsIn({ __proto__: answer, branches: answer }, '__proto__');
      }),
    );
  });
});
