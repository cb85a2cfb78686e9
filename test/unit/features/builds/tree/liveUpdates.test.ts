import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { settled } from '../../../support/until';
import { ago, rawBranch, rawBuild, rawCommit, rawProfile, rawUnderWay } from '../buildServer';
import { useBuilds } from '../buildsFixture';

const started = { taskId: 'q', queueItemId: 'q' };

describe('what is under way, in the Builds view', () => {
  const fixture = useBuilds();
  const rows = (...opened: string[]) => fixture.rows(...opened);

  beforeEach(async () => {
    const { server } = fixture;
    server.profiles = [rawProfile('harbor', { name: 'Harbor' })];
    server.branches['harbor'] = [rawBranch('main')];
    server.builds['main-id'] = [rawBuild('b1')];
    server.commits['main-id'] = [rawCommit('b1', 'Faster start'), rawCommit('b2', 'Slower end')];
    fixture.treeView.look(true);
    await settled();
  });

  /** Looks once more. */
  const look = async () => {
    await fixture.view.watch.refresh();
    await settled();
  };

  it('stands first, with its step and who started it where that is somebody else', async () => {
    fixture.server.underWay = [
      rawUnderWay('p1', { publishId: 'pub', stepName: 'App Store', branchName: null }),
      rawUnderWay('q1', { email: 'Mika@people.example', stepName: 'Git Clone' }),
      rawUnderWay('q2', { email: 'ada@people.example', queueItemStatus: 0, profileId: 'other' }),
    ];
    await look();
    assert.deepEqual((await rows()).slice(0, 4), [
      'Under Way',
      '  Harbor: main · Running 2m 10s · Git Clone',
      '  Harbor: main · Waiting 2m 10s · by ada@people.example',
      '  Harbor: Publish · Running 2m 10s · App Store',
    ]);
    const [section] = await fixture.treeView.nodes();
    const items = await fixture.treeView.items(section);
    assert.deepEqual(
      items.map(({ contextValue, command }) => [contextValue, command?.command]),
      [
        ['build running underWay', 'appcircle.showBuildLog'],
        ['build running underWay', 'appcircle.showBuildLog'],
        ['publish running', undefined],
      ],
    );
    assert.equal(
      items[1]?.accessibilityInformation?.label,
      'Harbor, branch main, Waiting, for 2 minutes 10 seconds, by ada@people.example',
    );
  });

  it('has no heading where nothing is', async () => {
    assert.equal((await rows())[0], 'Profiles');
    fixture.server.underWay = [rawUnderWay('q1')];
    await look();
    assert.equal((await rows())[0], 'Under Way');
  });

  it('R47: a build that is started waits in its branch at once, before any list has it', async () => {
    await rows('Harbor', 'main');
    fixture.view.watch.trackStarted(started, {
      profile: { id: 'harbor', name: 'Harbor' },
      branch: { id: 'main-id', name: 'main' },
      commit: { id: 'commit of b2', hash: 'fedcba9876', subject: 'Slower end', author: 'Ada' },
      workflowName: 'Nightly',
    });
    assert.deepEqual(await rows('Harbor', 'main'), [
      'Under Way',
      '  Harbor: main · Waiting 0s',
      'Profiles',
      '  Harbor: Built 1 hour ago',
      '    main: Waiting · 1 hour ago',
      '      Slower end: Waiting 0s · fedcba9 · Ada · Nightly',
      '      Faster start: Succeeded · 1 hour ago · 3m 12s · a1b2c3d · Mika',
    ]);
    assert.equal(fixture.server.asked.filter((path) => path.includes('builds')).length, 1);
  });

  it('R47: a build has one row, whatever its ids, and keeps it', async () => {
    fixture.view.watch.trackStarted(started, {
      profile: { id: 'harbor', name: 'Harbor' },
      branch: { id: 'main-id', name: 'main' },
      commit: { id: 'commit of b2', hash: 'fedcba9876' },
    });
    const first = await fixture.row('fedcba9', 'Harbor', 'main');
    const { id } = fixture.view.rows.item(first);
    fixture.server.builds['main-id'] = [
      rawBuild('b2', { status: 91, startDate: ago(65_000), endDate: null }),
      rawBuild('b1'),
    ];
    fixture.server.queue['q'] = { buildStatus: 91, commitId: 'commit of b2', buildId: 'b2' };
    await fixture.view.refresh();
    await settled();
    assert.deepEqual((await rows('Harbor', 'main')).slice(5), [
      '      Slower end: Running 1m · a1b2c3d · Mika',
      '      Faster start: Succeeded · 1 hour ago · 3m 12s · a1b2c3d · Mika',
    ]);
    const row = await fixture.row('Slower end', 'Harbor', 'main');
    assert.equal(fixture.view.rows.item(row).id, id);
  });

  it('R47: an old list does not overtake what is known since', async () => {
    fixture.server.builds['main-id'] = [rawBuild('q', { status: 91, endDate: null })];
    await rows('Harbor', 'main');
    fixture.view.watch.trackStarted(started, {
      profile: { id: 'harbor', name: 'Harbor' },
      branch: { id: 'main-id', name: 'main' },
    });
    fixture.view.watch.announceCanceled('q', {
      profile: { id: 'harbor', name: 'Harbor' },
      branch: { id: 'main-id', name: 'main' },
    });
    assert.match((await rows('Harbor', 'main')).at(-1) ?? '', /: Canceled · /);
  });

  it('what has ended is asked for again, and nothing else', async () => {
    fixture.server.underWay = [rawUnderWay('q1')];
    await look();
    await rows('Harbor', 'main');
    fixture.server.asked.length = 0;
    fixture.server.underWay = [];
    fixture.server.queue['q1'] = { buildStatus: 1, commitId: 'commit of b2', buildId: 'b2' };
    fixture.server.builds['main-id'] = [rawBuild('b2', { status: 1 }), rawBuild('b1')];
    await look();
    assert.match((await rows('Harbor', 'main'))[3] ?? '', /Slower end: Failed/);
    assert.deepEqual(
      fixture.server.asked.filter((path) => !path.includes('queue')),
      ['/build/v1/profiles/harbor', '/build/v1/builds main-id', '/build/v2/commits main-id'],
    );
  });

  it('R24: only the rows that changed are drawn anew', async () => {
    fixture.server.underWay = [rawUnderWay('q1'), rawUnderWay('q2', { profileId: 'other' })];
    await look();
    await rows('Harbor');
    fixture.treeView.renewed.length = 0;
    fixture.server.underWay = [
      rawUnderWay('q1', { stepName: 'Test' }),
      rawUnderWay('q2', { profileId: 'other' }),
    ];
    await look();
    assert.deepEqual(
      fixture.treeView.renewed.map((node) => node?.id),
      ['underWay/q1'],
    );
  });

  it('R24: a build that begins to run is drawn in its branch, too', async () => {
    fixture.server.underWay = [rawUnderWay('q1', { queueItemStatus: 0 })];
    await look();
    await rows('Harbor');
    fixture.treeView.renewed.length = 0;
    fixture.server.underWay = [rawUnderWay('q1')];
    await look();
    assert.deepEqual(
      fixture.treeView.renewed.map((node) => node?.id),
      ['underWay/q1', 'profile/harbor'],
    );
  });

  it('counts while somebody can see it', async () => {
    fixture.server.underWay = [rawUnderWay('q1')];
    await look();
    await rows();
    fixture.treeView.renewed.length = 0;
    await fixture.clock.tickAsync(10_000);
    assert.deepEqual(
      fixture.treeView.renewed.map((node) => node?.id),
      ['underWay/q1'],
    );
    assert.match((await rows())[1] ?? '', /Running 2m 20s/);
    fixture.treeView.look(false);
    fixture.treeView.renewed.length = 0;
    await fixture.clock.tickAsync(60_000);
    assert.deepEqual(fixture.treeView.renewed, []);
  });

  it('that it cannot be told is said with what helps, unless the role is why', async () => {
    fixture.server.fails = {
      'my-dashboard': new Failure('serverFault', { host: 'api.example', status: 500 }),
    };
    await look().catch(() => undefined);
    assert.deepEqual((await rows()).slice(0, 4), [
      'Under Way',
      '  api.example has a server error (500). Retry in a moment.',
      '  Retry',
      '  Show Log',
    ]);
    fixture.server.fails = { 'my-dashboard': new Failure('forbidden', { host: 'api.example', status: 403 }) };
    await look().catch(() => undefined);
    assert.equal((await rows())[0], 'Profiles');
  });

  it('R16: is not asked for while nobody can see the view', async () => {
    fixture.treeView.look(false);
    fixture.server.asked.length = 0;
    await fixture.clock.tickAsync(600_000);
    assert.deepEqual(fixture.server.asked, []);
  });
});
