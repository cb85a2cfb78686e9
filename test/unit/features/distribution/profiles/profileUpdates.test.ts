import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import type { ProfileChanges } from '../../../../../src/features/distribution/deps';
import { settled } from '../../../support/until';
import { FindingHouse, names, profile, raw, served } from '../find/findFixture';

describe('what a write changed, in the view', () => {
  let house: FindingHouse;
  let changes: ProfileChanges;

  beforeEach(async () => {
    house = new FindingHouse();
    house.served = served;
    ({ changes } = house.workspace.shared);
    await house.labels();
    house.asked.length = 0;
  });
  afterEach(() => {
    house.dispose();
  });

  const path = (name: string) => `/distribution/v2/profiles/${encodeURIComponent(`id of ${name}`)}`;

  it('a new profile comes to its place, and nothing is asked for', async () => {
    changes.put(profile('Beacon'));
    assert.deepEqual(await house.labels(), [
      'Zephyr',
      'Atlas',
      'Atlas Pay',
      'Beacon',
      'Harbor',
      'Harbor Pay',
    ]);
    assert.deepEqual(house.asked, []);
  });

  it('one that was renamed or pinned moves, and is there once', async () => {
    changes.put({ ...profile('Yonder'), id: 'id of Atlas' });
    assert.deepEqual(await house.labels(), ['Zephyr', 'Atlas Pay', 'Harbor', 'Harbor Pay', 'Yonder']);
    changes.put(profile('Harbor', { pinned: true }));
    assert.deepEqual(await house.labels(), ['Harbor', 'Zephyr', 'Atlas Pay', 'Harbor Pay', 'Yonder']);
    assert.deepEqual(house.asked, []);
  });

  it('one that was deleted goes, and nothing is asked for', async () => {
    changes.remove('id of Harbor');
    changes.remove('unknown');
    assert.deepEqual(
      await house.labels(),
      names.filter((name) => name !== 'Harbor'),
    );
    assert.deepEqual(house.asked, []);
  });

  it('a profile is renewed by one request for it alone; versions only where they are shown', async () => {
    await house.treeView.nodes(await house.row('Harbor'));
    await house.treeView.nodes(await house.row('Atlas'));
    house.asked.length = 0;
    house.served = served.map((row) => (row.name === 'Harbor' ? { ...row, iOSVersion: '9.9' } : row));
    await changes.renew('id of Harbor');
    assert.deepEqual(house.asked, [`${path('Harbor')} alone`]);
    const [, , , item] = await house.treeView.items();
    assert.equal(item?.description, 'iOS 9.9 · Android 2');
    await house.treeView.nodes(await house.row('Harbor'));
    await house.treeView.nodes(await house.row('Atlas'));
    assert.deepEqual(house.asked.slice(1), [path('Harbor')]);
  });

  it('R11: of an account that left while it was asked, nothing is shown', async () => {
    let answer: () => void = () => undefined;
    house.waits = new Promise<void>((resolve) => (answer = resolve));
    const renewed = changes.renew('id of Harbor');
    await settled();
    house.waits = Promise.resolve();
    house.served = [raw('of Ben')];
    house.switchAccount();
    assert.deepEqual(await house.labels(), ['of Ben']);
    answer();
    await renewed;
    assert.deepEqual(await house.labels(), ['of Ben']);
  });

  it('signed out, there is nothing to renew', async () => {
    house.sessions.signedOut();
    await assert.rejects(changes.renew('id of Harbor'), { kind: 'cancelled' });
    assert.deepEqual(house.asked, []);
  });

  it('what fails leaves the rows', async () => {
    house.fails = new Failure('offline');
    await assert.rejects(changes.renew('id of Harbor'), { kind: 'offline' });
    assert.deepEqual(await house.labels(), names);
  });

  it('rows that are known are not asked for again', async () => {
    assert.deepEqual(
      (await changes.rows()).map(({ name }) => name),
      names,
    );
    assert.deepEqual(house.asked, []);
  });

  it('a row is shown to a person: the view opens, and the row is selected in it', async () => {
    changes.put(profile('Beacon'));
    await changes.reveal('id of Beacon');
    assert.deepEqual(
      house.editor.executed.filter(([command]) => command !== 'setContext'),
      [['appcircle.distribution.focus']],
    );
    assert.deepEqual(
      house.treeView.revealed.map((id) => id.split('/').at(-1)),
      ['id of Beacon'],
    );
  });
});
