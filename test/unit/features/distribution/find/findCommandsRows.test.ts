import { strict as assert } from 'node:assert';
import { profileAround, profileOf } from '../../../../../src/features/distribution/tree/profileNodes';
import { versionOf } from '../../../../../src/features/distribution/versions/versionNodes';
import { FindingHouse, names, profile, served } from './findFixture';

describe('what the row of a profile offers', () => {
  let house: FindingHouse;

  beforeEach(() => {
    house = new FindingHouse();
    house.served = served;
  });
  afterEach(() => {
    house.dispose();
  });

  const commands = ['copyProfileId', 'copyProfileName', 'openProfileInDashboard', 'showProfileAsJson'];

  it('run on a row, acts on it and asks nothing', async () => {
    const row = await house.row('Atlas Pay');
    house.asked.length = 0;
    await house.run('copyProfileId', row);
    assert.equal(house.clipboard, 'id of Atlas Pay');
    await house.run('copyProfileName', row);
    assert.equal(house.clipboard, 'Atlas Pay');
    await house.run('openProfileInDashboard', row);
    assert.match(house.opened[0] ?? '', /^https:\/\/api\.example\/distribute\/detail\/id(%20|%2520)of/);
    await house.run('showProfileAsJson', row);
    const [owner, path, shown] = house.documents[0] ?? assert.fail('no document');
    assert.deepEqual(
      [owner, path, shown],
      [
        house.sessions.account?.credentialId,
        ['distribution', 'id of Atlas Pay', 'Atlas Pay'],
        served.find(({ name }) => name === 'Atlas Pay'),
      ],
    );
    assert.deepEqual([house.editor.picks, house.asked], [[], []]);
  });

  for (const command of commands) {
    it(`T13: ${command} run bare, or on what is no row, asks for the profile; Esc does nothing`, async () => {
      const nonsense = [
        undefined,
        null,
        7,
        'row',
        [],
        { kind: 'row' },
        { kind: 'row', row: null },
        { kind: 'row', row: { id: 7, name: 'x' } },
        { kind: 'more' },
      ];
      for (const argument of nonsense) {
        const { pick, done } = await house.open(command, argument);
        assert.deepEqual(pick.labels, names);
        pick.hide();
        await done;
      }
      assert.deepEqual([house.clipboard, house.opened, house.documents], ['', [], []]);
      const { pick, done } = await house.open(command);
      pick.accept('Harbor');
      await done;
      assert.equal(Number(house.clipboard !== '') + house.opened.length + house.documents.length, 1);
    });
  }

  it('below a profile, only what is meant for it takes the profile around', () => {
    const row = profile('Atlas');
    assert.equal(profileOf({ kind: 'row', row }), row);
    assert.equal(profileOf({ kind: 'below', row, node: { id: 'x' } }), undefined);
    assert.equal(profileAround({ kind: 'below', row, node: { id: 'x' } }), row);
    assert.equal(profileAround({ kind: 'row', row }), row);
    assert.equal(profileAround({ kind: 'remedy' }), undefined);
  });

  it('T13: a version is taken from its own row alone, and from no nonsense', () => {
    const row = profile('Atlas');
    const version = { id: 'v' };
    const below = (node: unknown) => ({ kind: 'below', row, node });
    assert.deepEqual(versionOf(below({ kind: 'version', version })), { profile: row, version });
    for (const nonsense of [
      undefined,
      null,
      'below',
      { kind: 'below' },
      below(undefined),
      below(null),
      below({ kind: 'tester', version }),
      below({ kind: 'version' }),
      below({ kind: 'version', version: { id: 7 } }),
      { kind: 'below', row: { id: 7 }, node: { kind: 'version', version } },
    ]) {
      assert.equal(versionOf(nonsense), undefined);
    }
  });
});
