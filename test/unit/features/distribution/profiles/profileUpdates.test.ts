import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import type { ProfileUpdates } from '../../../../../src/features/distribution/deps';
import { settled } from '../../../support/until';
import { names, profile, raw, served, useFind } from '../find/findFixture';

describe('what a write changed, in the view', () => {
  const fixture = useFind();
  const { editor } = fixture;
  let changes: ProfileUpdates;

  beforeEach(async () => {
    ({ changes } = fixture.workspace.shared);
    await fixture.labels();
    fixture.asked.length = 0;
  });

  const path = (name: string) => `/distribution/v2/profiles/${encodeURIComponent(`id of ${name}`)}`;

  it('a new profile comes to its place, and nothing is asked for', async () => {
    changes.put(profile('Beacon'));
    assert.deepEqual(await fixture.labels(), [
      'Zephyr',
      'Atlas',
      'Atlas Pay',
      'Beacon',
      'Harbor',
      'Harbor Pay',
    ]);
    assert.deepEqual(fixture.asked, []);
  });

  it('one that was renamed or pinned moves, and is there once', async () => {
    changes.put({ ...profile('Yonder'), id: 'id of Atlas' });
    assert.deepEqual(await fixture.labels(), ['Zephyr', 'Atlas Pay', 'Harbor', 'Harbor Pay', 'Yonder']);
    changes.put(profile('Harbor', { pinned: true }));
    assert.deepEqual(await fixture.labels(), ['Harbor', 'Zephyr', 'Atlas Pay', 'Harbor Pay', 'Yonder']);
    assert.deepEqual(fixture.asked, []);
  });

  it('one that was deleted goes, and nothing is asked for', async () => {
    changes.remove('id of Harbor');
    changes.remove('unknown');
    assert.deepEqual(
      await fixture.labels(),
      names.filter((name) => name !== 'Harbor'),
    );
    assert.deepEqual(fixture.asked, []);
  });

  it('a profile is renewed by one request for it alone; versions only where they are shown', async () => {
    await fixture.treeView.nodes(await fixture.row('Harbor'));
    await fixture.treeView.nodes(await fixture.row('Atlas'));
    fixture.asked.length = 0;
    fixture.served = served.map((row) => (row.name === 'Harbor' ? { ...row, iOSVersion: '9.9' } : row));
    await changes.renew('id of Harbor');
    assert.deepEqual(fixture.asked, [`${path('Harbor')} alone`]);
    const [, , , item] = await fixture.treeView.items();
    assert.equal(item?.description, 'iOS 9.9 · Android 2');
    await fixture.treeView.nodes(await fixture.row('Harbor'));
    await fixture.treeView.nodes(await fixture.row('Atlas'));
    assert.deepEqual(fixture.asked.slice(1), [path('Harbor')]);
  });

  it('R11: of an account that left while it was asked, nothing is shown', async () => {
    let answer: () => void = () => undefined;
    fixture.waits = new Promise<void>((resolve) => (answer = resolve));
    const renewed = changes.renew('id of Harbor');
    await settled();
    fixture.waits = Promise.resolve();
    fixture.served = [raw('of Ben')];
    fixture.switchAccount();
    assert.deepEqual(await fixture.labels(), ['of Ben']);
    answer();
    await renewed;
    assert.deepEqual(await fixture.labels(), ['of Ben']);
  });

  it('signed out, there is nothing to renew', async () => {
    fixture.sessions.setSignedOut();
    await assert.rejects(changes.renew('id of Harbor'), { kind: 'cancelled' });
    assert.deepEqual(fixture.asked, []);
  });

  it('what fails leaves the rows', async () => {
    fixture.fails = new Failure('offline');
    await assert.rejects(changes.renew('id of Harbor'), { kind: 'offline' });
    assert.deepEqual(await fixture.labels(), names);
  });

  it('rows that are known are not asked for again', async () => {
    assert.deepEqual(
      (await changes.rows()).map(({ name }) => name),
      names,
    );
    assert.deepEqual(fixture.asked, []);
  });

  it('a row is shown to a person: the view opens, and the row is selected in it', async () => {
    changes.put(profile('Beacon'));
    await changes.reveal('id of Beacon');
    assert.deepEqual(
      editor.executed.filter(([command]) => command !== 'setContext'),
      [['appcircle.distribution.focus']],
    );
    assert.deepEqual(
      fixture.treeView.revealed.map((id) => id.split('/').at(-1)),
      ['id of Beacon'],
    );
  });
});
