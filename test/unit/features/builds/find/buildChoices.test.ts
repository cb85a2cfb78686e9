import { strict as assert } from 'node:assert';
import { rawBranch, rawBuild, rawCommit, rawProfile, rawUnderWay } from '../buildServer';
import { useBuilds } from '../buildsFixture';

describe('what a command of the Builds view is run on', () => {
  const fixture = useBuilds();
  const { editor } = fixture;

  beforeEach(() => {
    const { server } = fixture;
    server.profiles = [rawProfile('harbor', { name: 'Harbor' })];
    server.branches['harbor'] = [rawBranch('main'), rawBranch('develop')];
    server.builds['main-id'] = [rawBuild('b2', { status: 1 }), rawBuild('b1')];
    server.commits['main-id'] = [rawCommit('b2', 'Faster start'), rawCommit('b1', 'Slower end')];
  });

  const choose = (argument?: unknown) => fixture.view.shared.choices.chooseBuild(argument, 'Show Log');
  const look = async (more: object) => {
    fixture.server.underWay = [rawUnderWay('q1', { ...more })];
    await fixture.view.watch.refresh();
    fixture.treeView.look(true);
    await fixture.view.watch.refresh();
    return fixture.treeView.nodes((await fixture.treeView.nodes())[0]);
  };

  it('is what the row tells, and nothing is asked for', async () => {
    const row = await fixture.row('Faster start', 'Harbor', 'main');
    fixture.server.asked.length = 0;
    assert.equal(await choose(row), row);
    assert.deepEqual(fixture.server.asked, []);
    assert.deepEqual(editor.picks, []);
  });

  it('T13: is asked for step by step where there is no row', async () => {
    const choosing = choose({ kind: 'nonsense' });
    (await editor.pick(1)).accept('Harbor');
    (await editor.pick(2)).accept('main');
    const pick = await editor.pick(3);
    assert.deepEqual(pick.labels, ['[main]', 'Faster start', 'Slower end']);
    assert.match(pick.items[1]?.description ?? '', /^Failed · 1 hour ago/);
    pick.accept('Slower end');
    const chosen = await choosing;
    assert.deepEqual([chosen?.profile.name, chosen?.branch.name, chosen?.build.id], ['Harbor', 'main', 'b1']);
  });

  it('begins where the row ends', async () => {
    const choosing = choose(await fixture.row('main', 'Harbor'));
    (await editor.pick(1)).accept('Faster start');
    assert.equal((await choosing)?.build.id, 'b2');
    const other = choose(await fixture.row('Harbor'));
    (await editor.pick(2)).accept('develop');
    assert.equal((await editor.pick(3)).placeholder, 'develop has no builds to choose from');
    editor.picks.at(-1)?.hide();
    assert.equal(await other, undefined);
  });

  it('is nothing for an account that left meanwhile', async () => {
    const choosing = choose(await fixture.row('main', 'Harbor'));
    const pick = await editor.pick(1);
    fixture.server.switchAccount();
    pick.accept('Faster start');
    assert.equal(await choosing, undefined);
  });

  it('is the build of what is under way, with its profile and branch', async () => {
    const [row] = await look({ commitId: 'c9', commitHash: 'abc' });
    const found = await choose(row);
    assert.deepEqual(
      [found?.profile.id, found?.branch.id, found?.build.commitId, found?.build.status, found?.queueItemId],
      ['harbor', 'main-id', 'c9', 'running', 'q1'],
    );
  });

  it('is found as far as it is told, of a profile that no list has', async () => {
    const [row] = await look({ profileId: 'foreign', profileName: 'Foreign' });
    const found = await choose(row);
    assert.deepEqual([found?.profile.name, found?.branch.name, found?.branch.id], ['Foreign', 'main', '']);
  });
});
