import { strict as assert } from 'node:assert';
import { profileAround, profileOf } from '../../../../../src/features/distribution/tree/profileNodes';
import { versionOf } from '../../../../../src/features/distribution/versions/versionNodes';
import { names, profile, served, useFind } from './findFixture';

describe('what the row of a profile offers', () => {
  const fixture = useFind();
  const { editor } = fixture;

  const commands = ['copyProfileId', 'copyProfileName', 'openProfileInDashboard', 'showProfileAsJson'];

  it('run on a row, acts on it and asks nothing', async () => {
    const row = await fixture.row('Atlas Pay');
    fixture.asked.length = 0;
    await fixture.run('copyProfileId', row);
    assert.equal(editor.clipboard, 'id of Atlas Pay');
    await fixture.run('copyProfileName', row);
    assert.equal(editor.clipboard, 'Atlas Pay');
    await fixture.run('openProfileInDashboard', row);
    assert.match(editor.browsed[0] ?? '', /^https:\/\/api\.example\/distribute\/detail\/id(%20|%2520)of/);
    await fixture.run('showProfileAsJson', row);
    const [owner, path, shown] = fixture.documents[0] ?? assert.fail('no document');
    assert.deepEqual(
      [owner, path, shown],
      [
        fixture.sessions.account?.credentialId,
        ['distribution', 'id of Atlas Pay', 'Atlas Pay'],
        served.find(({ name }) => name === 'Atlas Pay'),
      ],
    );
    assert.deepEqual([editor.picks, fixture.asked], [[], []]);
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
        const { pick, done } = await fixture.open(command, argument);
        assert.deepEqual(
          pick.labels.filter((label) => !label.startsWith('[')),
          names,
        );
        pick.hide();
        await done;
      }
      assert.deepEqual([editor.clipboard, editor.browsed, fixture.documents], ['', [], []]);
      const { pick, done } = await fixture.open(command);
      pick.accept('Harbor');
      await done;
      assert.equal(Number(editor.clipboard !== '') + editor.browsed.length + fixture.documents.length, 1);
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
