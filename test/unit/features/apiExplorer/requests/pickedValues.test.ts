import { strict as assert } from 'node:assert';
import { PickedValues } from '../../../../../src/features/apiExplorer/requests/pickedValues';
import { retained } from '../../../support/fakes/accountData';

describe('API Explorer: ids that were picked', () => {
  it('are those of one account alone, the last of a name, and go with the account', () => {
    const values = new PickedValues();
    values.set('one', 'profileId', 'a');
    values.set('one', 'profileId', 'b');
    values.set('one', 'branchId', 'c');
    values.set('two', '__proto__', 'd');
    assert.deepEqual(
      [values.get('one', 'profileId'), values.get('one', 'branchId'), values.get('two', '__proto__')],
      ['b', 'c', 'd'],
    );
    for (const [account, name] of [
      ['two', 'profileId'],
      ['three', 'profileId'],
      ['one', '__proto__'],
      ['constructor', 'name'],
    ] as const) {
      assert.equal(values.get(account, name), undefined);
    }
    values.retainAccounts(retained(['two', 'three']));
    assert.deepEqual([values.get('one', 'profileId'), values.get('two', '__proto__')], [undefined, 'd']);
  });
});
