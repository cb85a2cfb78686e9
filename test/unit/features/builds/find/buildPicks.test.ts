import { strict as assert } from 'node:assert';
import { ago, hour, rawBranch, rawProfile } from '../buildServer';
import { useBuilds } from '../buildsFixture';

describe('picks of build profiles and branches', () => {
  const fixture = useBuilds();
  const { editor } = fixture;

  beforeEach(() => {
    fixture.server.profiles = [
      rawProfile('harbor', { name: 'Harbor', repositoryName: 'harbor-labs/harbor-ios' }),
      rawProfile('kestrel', { name: 'Kestrel', os: 2, pinned: true }),
      rawProfile('tidepool', { name: 'Tidepool' }),
    ];
  });

  const branchesOf = async (title = 'Branch') => {
    const profile = (await fixture.view.shared.lists.profiles.rows()).find(({ id }) => id === 'harbor');
    return fixture.view.shared.picks.pickBranch(profile ?? assert.fail(), title);
  };

  it('show the profile that was used last, those of the workspace, and the others', async () => {
    fixture.git.add('/code/harbor', ['git@github.com:harbor-labs/harbor-ios.git']);
    const picking = fixture.view.shared.picks.pickBuildProfile({ title: 'Start', lastUsedId: 'tidepool' });
    const pick = await editor.pick();
    assert.deepEqual(pick.labels, [
      '[last used]',
      'Tidepool',
      '[this workspace]',
      'Harbor',
      '[build profiles]',
      'Kestrel',
    ]);
    assert.deepEqual([pick.title, pick.placeholder], ['Start', 'Search 3 build profiles']);
    assert.deepEqual(pick.items.map(({ description }) => description).filter(Boolean), [
      'iOS',
      'iOS · harbor-labs/harbor-ios',
      'Android',
    ]);
    pick.accept('Kestrel');
    assert.equal((await picking)?.id, 'kestrel');
  });

  it('find a branch beyond the first page, and the one that is called exactly so first', async () => {
    fixture.server.branches['harbor'] = [
      ...Array.from({ length: 600 }, (_, at) => rawBranch(`main-${at}`, { lastBuildDate: ago(at * hour) })),
      rawBranch('Main', { lastBuildDate: null }),
      rawBranch('main', { lastBuildDate: null, buildStatus: null }),
    ];
    const picking = branchesOf();
    const pick = await editor.pick();
    assert.equal(pick.items.length, 603);
    pick.type('main');
    assert.deepEqual(
      pick.activeItems.map(({ label }) => label),
      ['main'],
    );
    pick.type('MAIN');
    assert.deepEqual(
      pick.activeItems.map(({ label }) => label),
      ['Main'],
    );
    pick.accept('main');
    assert.equal((await picking)?.id, 'main-id');
  });

  it('show the checked-out branch first', async () => {
    fixture.git.add('/code/harbor', ['git@github.com:harbor-labs/harbor-ios.git']);
    await fixture.view.shared.repositories.load();
    fixture.server.branches['harbor'] = [rawBranch('develop'), rawBranch('main', { buildStatus: 1 })];
    const picking = branchesOf();
    const pick = await editor.pick();
    assert.deepEqual(pick.labels, ['[checked out]', 'main', '[branches]', 'develop']);
    assert.equal(pick.items[1]?.description, 'Failed · 1 hour ago');
    pick.hide();
    assert.equal(await picking, undefined);
  });

  it('say that there is nothing to choose from', async () => {
    fixture.server.branches['harbor'] = [];
    const picking = branchesOf();
    assert.equal((await editor.pick()).placeholder, 'Harbor has no branches yet');
    editor.picks.at(-1)?.hide();
    await picking;
  });

  it('choose nothing for an account that left meanwhile', async () => {
    const picking = fixture.view.shared.picks.pickBuildProfile({ title: 'Start' });
    const pick = await editor.pick();
    fixture.server.switchAccount();
    pick.accept('Harbor');
    assert.equal(await picking, undefined);
  });

  it('Go to Build Profile selects and opens its row, which a filter does not hide', async () => {
    await fixture.memento.update('appcircle.buildFilter', { text: 'kestrel' });
    fixture.open();
    const going = fixture.view.run('appcircle.goToBuildProfile', undefined, undefined);
    (await editor.pick()).accept('Tidepool');
    await going;
    assert.match(fixture.treeView.revealed.join(), /\/profile\/tidepool$/);
    assert.deepEqual(editor.statusBar, ['Cleared the filter to show this row.']);
  });

  it('R22: Go to Build Profile finds a row beyond the first page', async () => {
    fixture.server.profiles = Array.from({ length: 900 }, (_, at) =>
      rawProfile(`p${String(at).padStart(3, '0')}`),
    );
    const going = fixture.view.run('appcircle.goToBuildProfile', undefined, undefined);
    (await editor.pick()).accept('p777');
    await going;
    assert.match(fixture.treeView.revealed.join(), /\/profile\/p777$/);
  });
});
