import { strict as assert } from 'node:assert';
import { rawBranch, rawBuild, rawCommit, rawProfile, rawUnderWay } from '../buildServer';
import { useBuilds } from '../buildsFixture';

describe('what rows of the Builds view offer without asking the server', () => {
  const fixture = useBuilds();
  const { editor } = fixture;
  const run = (id: string, argument?: unknown) => fixture.view.run(id as never, argument, undefined);

  beforeEach(() => {
    const { server } = fixture;
    server.profiles = [rawProfile('harbor', { name: 'Harbor', webhookSecret: 'x' })];
    server.branches['harbor'] = [rawBranch('main')];
    server.builds['main-id'] = [rawBuild('b1')];
    server.commits['main-id'] = [rawCommit('b1', 'Faster start')];
  });

  const build = () => fixture.row('Faster start', 'Harbor', 'main');
  const underWay = async () => {
    fixture.server.underWay = [rawUnderWay('q1', { commitId: 'c9', commitHash: 'abcdef012345' })];
    fixture.treeView.look(true);
    await fixture.view.watch.refresh();
    const [section] = await fixture.treeView.nodes();
    return (await fixture.treeView.nodes(section))[0];
  };

  it('ids, names and hashes are copied', async () => {
    for (const row of [await fixture.row('Harbor'), await fixture.row('main', 'Harbor'), await build()]) {
      await run('appcircle.copyBuildId', row);
      await run('appcircle.copyBuildName', row);
    }
    await run('appcircle.copyBuildHash', await build());
    await run('appcircle.copyBuildHash', await underWay());
    await run('appcircle.copyBuildId', await underWay());
    assert.deepEqual(editor.copied, [
      ...['harbor', 'Harbor', 'main-id', 'main', 'b1', 'Faster start'],
      ...['a1b2c3d4e5f6', 'abcdef012345', 'q1'],
    ]);
  });

  it('the response is shown as JSON, of a profile and of a build', async () => {
    await run('appcircle.showBuildAsJson', await fixture.row('Harbor'));
    await run('appcircle.showBuildAsJson', await build());
    const { credentialId } = fixture.server.account;
    assert.deepEqual(
      fixture.documents.map(([owner, path, raw]) => [owner, path, (raw as { id: unknown }).id]),
      [
        [credentialId, ['builds', 'harbor', 'Harbor'], 'harbor'],
        [credentialId, ['builds', 'b1', 'Faster start'], 'b1'],
      ],
    );
  });

  it('the dashboard shows a profile, the log of a build, and that of one that runs', async () => {
    await run('appcircle.openBuildInDashboard', await fixture.row('main', 'Harbor'));
    await run('appcircle.openBuildInDashboard', await build());
    await run('appcircle.openBuildInDashboard', await underWay());
    const log = 'modal=/build/modal/Logs&profileId=harbor&commitId=';
    const dashboard = fixture.server.account.hosts.dashboard;
    assert.deepEqual(
      editor.browsed.map((address) => decodeURIComponent(address).replace(dashboard, '')),
      [
        '/build/detail/harbor',
        `/build/detail/harbor?${log}commit of b1&scope=build&buildId=b1&method=get`.replaceAll(' ', '+'),
        `/build/detail/harbor?${log}c9&scope=build&buildId=fakeIDq1`,
      ],
    );
  });

  it('T13: run on nothing, each asks for a profile, but for what only a build has', async () => {
    for (const id of ['copyBuildId', 'copyBuildName', 'showBuildAsJson', 'openBuildInDashboard']) {
      const nth = editor.picks.length + 1;
      const running = run(`appcircle.${id}`);
      (await editor.pick(nth)).accept('Harbor');
      await running;
    }
    await run('appcircle.copyBuildHash');
    assert.deepEqual(editor.copied, ['harbor', 'Harbor']);
    assert.equal(editor.browsed.length, 1);
    assert.equal(fixture.documents.length, 1);
  });

  it('a command of the palette takes the build that is selected', async () => {
    const node = await build();
    await fixture.treeView.items(await fixture.row('main', 'Harbor'));
    fixture.treeView.select(node);
    const kind = fixture.view.onSelection['appcircle.copyBuildId'] ?? assert.fail('takes no row');
    await run('appcircle.copyBuildId', fixture.tree.selected(kind));
    assert.deepEqual(editor.copied, ['b1']);
  });
});
