import { strict as assert } from 'node:assert';
import { ago, hour, rawBranch, rawBuild, rawCommit, rawProfile, rawUnderWay } from '../buildServer';
import { useBuilds } from '../buildsFixture';

describe('the filter of the Builds view', () => {
  const fixture = useBuilds();
  const rows = (...opened: string[]) => fixture.rows(...opened);
  const run = (id: string, argument?: unknown) => fixture.view.run(id as never, argument, undefined);

  beforeEach(() => {
    const { server } = fixture;
    server.profiles = [
      rawProfile('harbor', { name: 'Harbor', repositoryName: 'harbor-labs/harbor-ios' }),
      rawProfile('kestrel', { name: 'Kestrel', repositoryName: 'kestrel/maps' }),
    ];
    server.branches['harbor'] = [
      rawBranch('develop', { buildStatus: 1 }),
      rawBranch('main', { lastBuildDate: ago(3 * hour) }),
    ];
    server.branches['kestrel'] = [rawBranch('main', { id: 'other', buildStatus: 91 })];
    server.builds['main-id'] = [
      rawBuild('b3', { hasWarning: true }),
      rawBuild('b2', { status: 1 }),
      rawBuild('b1', { status: 3 }),
    ];
    server.commits['main-id'] = [
      rawCommit('b3', 'Faster start'),
      rawCommit('b2', 'Slower end', { author: 'Şule' }),
    ];
  });

  /** Opens the pick of the filter, and gives it with what is told when it is closed. */
  const ask = async () => {
    const nth = fixture.editor.picks.length + 1;
    const done = Promise.resolve(run('appcircle.filterBuilds'));
    return { pick: await fixture.editor.pick(nth), done };
  };
  const filterBy = async (text: string, ...ticked: string[]) => {
    const { pick, done } = await ask();
    pick.type(text);
    pick.tick(...ticked);
    pick.enter();
    await done;
  };
  const link = (head?: object) =>
    fixture.git.add('/code/harbor', ['git@github.com:harbor-labs/harbor-ios.git'], head);

  it('by text finds profiles, and what is below those that were opened', async () => {
    await rows('Harbor', 'main');
    await filterBy('kestr');
    assert.deepEqual(await rows(), ['Profiles', '  Kestrel: Built 1 hour ago']);
    await filterBy('develop');
    assert.deepEqual(await rows(), [
      'Profiles',
      '  Harbor: Built 1 hour ago',
      '    develop: Failed · 1 hour ago',
    ]);
    await filterBy('sule');
    assert.deepEqual((await rows()).slice(2), [
      '    main: Succeeded · 3 hours ago',
      '      Slower end: Failed · 1 hour ago · 3m 12s · a1b2c3d · Şule',
    ]);
    await filterBy('A1B2C');
    assert.equal((await rows()).length, 6);
    assert.equal(fixture.treeView.description, '“A1B2C” · mika@people.example');
  });

  it('by status finds builds of branches that were opened, and branches by their newest', async () => {
    await rows('Harbor', 'main');
    await filterBy('', 'Failed');
    assert.deepEqual(await rows(), [
      'Profiles',
      '  Harbor: Built 1 hour ago',
      '    develop: Failed · 1 hour ago',
      '    main: Succeeded · 3 hours ago',
      '      Slower end: Failed · 1 hour ago · 3m 12s · a1b2c3d · Şule',
      '      a1b2c3d: Timed out · 1 hour ago · 3m 12s',
      '  Kestrel: Built 1 hour ago',
    ]);
    await filterBy('', 'With warnings');
    assert.deepEqual((await rows()).slice(2, 4), [
      '    main: Succeeded · 3 hours ago',
      '      Faster start: Succeeded with warnings · 1 hour ago · 3m 12s · a1b2c3d · Mika',
    ]);
    await filterBy('', 'Waiting or running', 'Failed');
    assert.equal(fixture.treeView.description, 'Failed or Waiting or running · mika@people.example');
    assert.deepEqual((await rows('Kestrel')).slice(-2), [
      '  Kestrel: Built 1 hour ago',
      '    main: Running · 1 hour ago',
    ]);
  });

  it('R48: the checked-out branch alone stands beside the title, follows the repository, and is one click off', async () => {
    const repository = link();
    await filterBy('', 'Checked-out branch only');
    assert.equal(fixture.treeView.description, 'main · mika@people.example');
    assert.deepEqual((await rows()).slice(0, 4), [
      'This Workspace',
      '  Harbor: Built 1 hour ago · harbor-labs/harbor-ios',
      '    main: checked out · Succeeded · 3 hours ago',
      '      Faster start: Succeeded with warnings · 1 hour ago · 3m 12s · a1b2c3d · Mika',
    ]);
    fixture.git.checkOut(repository, { name: 'develop', type: 0 });
    assert.equal(fixture.treeView.description, 'develop · mika@people.example');
    assert.equal((await rows())[2], '    develop: checked out · Failed · 1 hour ago');
    assert.equal(fixture.editor.context('appcircle.buildFilter').at(-1), 'on');
    await run('appcircle.clearBuildFilter');
    assert.equal(fixture.treeView.description, 'mika@people.example');
    assert.equal(fixture.editor.context('appcircle.buildFilter').at(-1), 'off');
    assert.equal((await rows('Harbor')).length, 5);
  });

  it('R48: a detached head hides no branch, and says so', async () => {
    link({ commit: 'fedcba98765' });
    await filterBy('', 'Checked-out branch only');
    assert.equal(fixture.treeView.description, 'all branches (detached at fedcba9) · mika@people.example');
    assert.equal((await rows()).filter((line) => /^ {4}\w/.test(line)).length, 2);
  });

  it('R48: a tag is a branch of that name where there is one', async () => {
    const repository = link({ name: 'v2.4', type: 2, commit: 'abc' });
    await filterBy('', 'Checked-out branch only');
    assert.equal(fixture.treeView.description, 'tag v2.4 · mika@people.example');
    assert.equal((await rows()).filter((line) => /^ {4}\w/.test(line)).length, 2);
    fixture.git.checkOut(repository, { name: 'develop', type: 2, commit: 'abc' });
    assert.equal((await rows()).filter((line) => /^ {4}\w/.test(line)).length, 1);
  });

  it('R48: says that Appcircle does not have the branch', async () => {
    link({ name: 'feature/new', type: 0 });
    await filterBy('', 'Checked-out branch only');
    assert.equal((await rows())[2], '    Appcircle has no branch feature/new yet');
  });

  it('R48: says that no profile belongs to the repository, and offers what helps', async () => {
    fixture.git.add('/code/harbor', ['git@github.com:else/where.git']);
    await filterBy('', 'Checked-out branch only');
    assert.deepEqual(await rows(), ['Link a Build Profile to This Folder', 'Clear Filter']);
    assert.match(String(fixture.treeView.message), /^No build profile belongs to the active repository\./);
  });

  it('is about what is under way, too', async () => {
    link();
    fixture.server.underWay = [rawUnderWay('q1'), rawUnderWay('q2', { branchName: 'develop' })];
    fixture.treeView.look(true);
    await fixture.view.watch.refresh();
    await filterBy('', 'Checked-out branch only');
    assert.deepEqual((await rows()).slice(0, 3), [
      'Under Way',
      '  Harbor: main · Running 2m 10s',
      'This Workspace',
    ]);
    await filterBy('', 'Failed');
    assert.equal((await rows())[0], 'This Workspace');
  });

  it('shows each change behind the pick, and takes it back when that is closed', async () => {
    await rows();
    const { pick, done } = await ask();
    pick.type('kestr');
    assert.equal((await rows()).length, 2);
    pick.hide();
    await done;
    assert.equal((await rows()).length, 3);
  });

  it('is remembered for the workspace; what cannot be read of it does not count', async () => {
    await filterBy('kestr', 'Failed');
    fixture.open();
    assert.equal(fixture.treeView.description, '“kestr” · Failed · mika@people.example');
    const { pick } = await ask();
    assert.deepEqual([pick.value, pick.ticked], ['kestr', ['Failed']]);
    await fixture.memento.update('appcircle.buildFilter', { text: 4, statuses: ['x', 'failed'], more: 1 });
    fixture.open();
    assert.equal(fixture.treeView.description, 'Failed · mika@people.example');
  });

  it('R25: what was open before is open again when it is cleared', async () => {
    const id = async () => fixture.view.rows.item(await fixture.row('Harbor')).id;
    const before = await id();
    fixture.treeView.fold(await fixture.row('Harbor'), true);
    await filterBy('harbor');
    assert.notEqual(await id(), before);
    fixture.treeView.fold(await fixture.row('Harbor'), false);
    await run('appcircle.clearBuildFilter');
    assert.equal(await id(), before);
    assert.equal((await rows()).length, 5);
  });

  it('that finds nothing says so', async () => {
    await rows();
    await filterBy('zzz');
    assert.deepEqual(await rows(), ['Clear Filter']);
    assert.equal(fixture.treeView.message, 'No results. Clear the filter to see everything.');
  });
});
