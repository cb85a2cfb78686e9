import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { ago, hour, rawBranch, rawBuild, rawCommit, rawProfile } from '../buildServer';
import { useBuilds } from '../buildsFixture';

const ill = new Failure('serverFault', { host: 'api.example', status: 500 });

describe('the rows of the Builds view', () => {
  const fixture = useBuilds();
  const rows = (...opened: string[]) => fixture.rows(...opened);
  const row = (label: string, ...opened: string[]) => fixture.row(label, ...opened);

  beforeEach(() => {
    const { server } = fixture;
    server.profiles = [
      rawProfile('harbor', { name: 'Harbor', repositoryName: 'harbor-labs/harbor-ios' }),
      rawProfile('kestrel', { name: 'Kestrel', repositoryName: 'kestrel/maps', lastBuildDate: null }),
    ];
    server.branches['harbor'] = [
      rawBranch('develop', { buildStatus: 1 }),
      rawBranch('main', { lastBuildDate: ago(3 * hour) }),
      rawBranch('empty', { buildStatus: null, lastBuildDate: null }),
    ];
    server.builds['main-id'] = [
      rawBuild('b2', { status: 1 }),
      rawBuild('b1', {
        hash: '0123456789',
        startDate: ago(26 * hour),
        endDate: ago(25 * hour),
        hasWarning: true,
      }),
    ];
    server.commits['main-id'] = [
      rawCommit('b2', 'Faster start\n\nMore of it'),
      rawCommit('b1', '', { author: undefined }),
    ];
  });

  it('are profiles below one heading where none belongs to the workspace', async () => {
    assert.deepEqual(await rows(), ['Profiles', '  Harbor: Built 1 hour ago', '  Kestrel: Never built']);
    assert.deepEqual(fixture.server.asked, ['/build/v2/profiles']);
    assert.equal(fixture.state, 'ready');
  });

  it('R49: those of the workspace stand first, with why they do; the others are folded below', async () => {
    fixture.git.add('/code/harbor', ['git@github.com:Harbor-Labs/harbor-ios.git']);
    fixture.server.profiles.push(
      rawProfile('twin', { name: 'Harbor Release', repositoryName: 'harbor-labs/harbor-ios' }),
    );
    assert.deepEqual(await rows(), [
      'This Workspace',
      '  Harbor: Built 1 hour ago · harbor-labs/harbor-ios',
      '  Harbor Release: Built 1 hour ago · harbor-labs/harbor-ios',
      'Profiles',
    ]);
    const item = fixture.view.rows.item(await row('Harbor'));
    assert.equal(item.contextValue, 'buildProfile linked');
    const shown = await fixture.view.rows.resolve(item, await row('Harbor'));
    assert.match((shown.tooltip as { value: string }).value, /Folder.*harbor.*remote is this repository/);
  });

  it('have the checked-out branch first and marked, then those with the newest builds', async () => {
    fixture.git.add('/code/harbor', ['https://github.com/harbor-labs/harbor-ios']);
    assert.deepEqual((await rows('Harbor')).slice(1, 5), [
      '  Harbor: Built 1 hour ago · harbor-labs/harbor-ios',
      '    main: checked out · Succeeded · 3 hours ago',
      '    develop: Failed · 1 hour ago',
      '    empty: Never built',
    ]);
    const items = await fixture.treeView.items(await row('Harbor'));
    assert.deepEqual(
      items.map(({ iconPath }) => (iconPath as { id: string }).id),
      ['target', 'git-branch', 'git-branch'],
    );
    assert.equal(
      items[0]?.accessibilityInformation?.label,
      'main, branch, checked out, Succeeded, 3 hours ago',
    );
  });

  it('have the builds of a branch, newest first, with status, age, duration, commit and author', async () => {
    assert.deepEqual((await rows('Harbor', 'main')).slice(3, 6), [
      '    main: Succeeded · 3 hours ago',
      '      Faster start: Failed · 1 hour ago · 3m 12s · a1b2c3d · Mika',
      '      0123456: Succeeded with warnings · 26 hours ago · 1h',
    ]);
    const items = await fixture.treeView.items(await row('main', 'Harbor'));
    assert.deepEqual(
      items.map(({ iconPath, contextValue, command }) => [
        (iconPath as { id: string }).id,
        contextValue,
        command?.command,
      ]),
      [
        ['error', 'build over listed', 'appcircle.showBuildLog'],
        ['warning', 'build over listed succeeded', 'appcircle.showBuildLog'],
      ],
    );
    assert.equal(
      items[0]?.accessibilityInformation?.label,
      'Faster start, Failed, 1 hour ago, took 3 minutes 12 seconds, commit a1b2c3d, by Mika',
    );
  });

  it('are asked for when somebody opens what they are below, and once', async () => {
    await rows('Harbor', 'main');
    await rows('Harbor', 'main');
    assert.deepEqual(fixture.server.asked, [
      '/build/v2/profiles',
      '/build/v1/profiles/harbor',
      '/build/v1/builds main-id',
      '/build/v2/commits main-id',
    ]);
  });

  it('say that there is nothing', async () => {
    fixture.server.branches['kestrel'] = [];
    assert.deepEqual((await rows('Kestrel', 'Harbor', 'empty')).slice(-4), [
      '    empty: Never built',
      '      No builds yet',
      '  Kestrel: Never built',
      '    No branches yet',
    ]);
    fixture.server.profiles = [];
    await fixture.view.refresh();
    assert.deepEqual(await rows(), []);
    assert.equal(fixture.state, 'empty');
  });

  it('R24: a row is the same object after a refresh, and has the same id', async () => {
    const before = await row('main', 'Harbor');
    const { id } = fixture.view.rows.item(before);
    fixture.server.branches['harbor'] = [rawBranch('main', { buildStatus: 2 })];
    await fixture.view.refresh();
    assert.equal(await row('main', 'Harbor'), before);
    assert.equal(fixture.view.rows.item(before).id, id);
    assert.match(String(fixture.view.rows.item(before).description), /^Canceled/);
  });

  it('R23: ids are told apart, whatever the server calls things', async () => {
    fixture.server.profiles = [rawProfile('a/branch/b'), rawProfile('a')];
    fixture.server.branches['a'] = [rawBranch('b', { id: 'b' })];
    fixture.server.branches['a/branch/b'] = [rawBranch('b', { id: 'b' })];
    const ids = await fixture.treeView.ids();
    assert.equal(new Set(ids).size, ids.length);
    // With the heading of variables and what is told below it.
    assert.equal(ids.length, 9);
  });

  it('R16: a failure below a row is told there with what helps, and not asked for again until Refresh', async () => {
    fixture.server.fails = { '/build/v1/builds': ill };
    const lines = await rows('Harbor', 'main');
    assert.deepEqual(lines.slice(4, 7), [
      '      api.example has a server error (500). Retry in a moment.',
      '      Retry',
      '      Show Log',
    ]);
    await rows('Harbor', 'main');
    assert.equal(fixture.server.asked.filter((path) => path.includes('builds')).length, 1);
    fixture.server.fails = {};
    await fixture.view.refresh();
    assert.match((await rows('Harbor', 'main'))[4] ?? '', /Faster start/);
  });

  it('rule 17: old rows stay below a failure, with the time that they are from', async () => {
    await rows('Harbor', 'main');
    fixture.server.fails = { '/build/v1/builds': ill };
    await fixture.view.refresh();
    const lines = await rows('Harbor', 'main');
    assert.match(lines[4] ?? '', /^ {6}Last updated .*\. api\.example has a server error/);
    assert.match(lines[7] ?? '', /Faster start/);
  });

  it('rule 16: what meets everything stands once above the rows', async () => {
    const offline = new Failure('offline', { host: 'api.example', code: 'ECONNREFUSED' });
    await rows();
    fixture.server.fails = { '/build/v1': offline };
    assert.deepEqual(await rows('Harbor', 'Kestrel'), [
      'Profiles',
      '  Harbor: Built 1 hour ago',
      '    Not loaded',
      '  Kestrel: Never built',
      '    Not loaded',
    ]);
    assert.match(String(fixture.treeView.message), /api\.example/);
    assert.deepEqual((await rows()).slice(0, 3), ['Retry', 'Show Log', 'Profiles']);
    fixture.server.fails = {};
    await fixture.view.retryFailed();
    assert.deepEqual([(await rows())[0], fixture.treeView.message], ['Profiles', '']);
  });

  it('a list that fails is told above the rows; old rows stay', async () => {
    fixture.server.fails = { '/build/v2': ill };
    assert.deepEqual(await rows(), ['Retry', 'Show Log']);
    assert.equal(fixture.state, 'failed');
    fixture.server.fails = {};
    await fixture.view.refresh();
    fixture.server.fails = { '/build/v2': ill };
    await fixture.view.refresh();
    assert.match(String(fixture.treeView.message), /^Last updated .*server error/);
    assert.deepEqual((await rows()).slice(2, 4), ['Profiles', '  Harbor: Built 1 hour ago']);
  });

  it('a missing word about commits keeps no build away', async () => {
    fixture.server.fails = { '/build/v2/commits': ill };
    assert.match((await rows('Harbor', 'main'))[4] ?? '', /^ {6}a1b2c3d: Failed/);
  });

  it('nothing of one account is shown to another', async () => {
    const node = await row('main', 'Harbor');
    fixture.server.profiles = [rawProfile('other', { name: 'Other' })];
    fixture.server.switchAccount();
    assert.deepEqual(await rows(), ['Profiles', '  Other: Built 1 hour ago']);
    fixture.server.profiles = [rawProfile('harbor', { name: 'Harbor' })];
    await fixture.view.refresh();
    assert.notEqual(await row('main', 'Harbor'), node);
  });

  it('follow what a request of the API Explorer changed', async () => {
    await fixture.view.handleWrite({ kind: 'builds' });
    assert.deepEqual(
      fixture.server.asked.filter((path) => path.includes('profiles')),
      [],
    );
    await rows('Harbor');
    fixture.server.branches['harbor'] = [rawBranch('new')];
    await fixture.view.handleWrite({ kind: 'distribution' });
    assert.match((await rows('Harbor'))[2] ?? '', /develop/);
    await fixture.view.handleWrite({ kind: 'builds' });
    assert.match((await rows('Harbor'))[2] ?? '', /new/);
  });

  it('R22: more than 500 rows come page by page', async () => {
    fixture.server.branches['harbor'] = Array.from({ length: 1100 }, (_, at) => rawBranch(`b${at}`));
    const harbor = await row('Harbor');
    const labels = async () => (await fixture.treeView.labels(harbor)).slice(-1);
    const items = await fixture.treeView.items(harbor);
    assert.equal(items.length, 501);
    assert.equal(items.at(-1)?.description, '500 of 1100 shown');
    const more = () => fixture.treeView.nodes(harbor).then((nodes) => nodes.at(-1));
    fixture.view.run('appcircle.showMoreBuilds', await more(), undefined);
    assert.deepEqual(fixture.treeView.renewed.at(-1), harbor);
    assert.equal((await fixture.treeView.nodes(harbor)).length, 1001);
    fixture.view.run('appcircle.showMoreBuilds', await more(), undefined);
    assert.deepEqual(await labels(), ['b1099']);
    fixture.view.run('appcircle.showMoreBuilds', undefined, undefined);
  });
});
