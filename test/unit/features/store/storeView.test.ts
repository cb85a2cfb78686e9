import { strict as assert } from 'node:assert';
import { Command } from '../../../../src/contributions';
import { until } from '../../support/until';
import { useStore } from './storeFixture';

describe('the Enterprise App Store view', () => {
  const fixture = useStore();
  const { editor } = fixture;
  const run = (id: (typeof Command)[keyof typeof Command], argument?: unknown) =>
    Promise.resolve(fixture.view.run(id, argument, undefined));

  it('asks for profiles when they are looked at, and for versions when one is opened', async () => {
    assert.deepEqual(await fixture.tree.labels(), [
      'Empty $(package) [shelf](command:workbench.action.closeWindow)',
      'Harbor Crew',
      'Harbor Scanner',
      'Vardiya Çizelgesi',
    ]);
    assert.deepEqual(fixture.asked, ['GET /store/v2/profiles 200']);
    const crew = await fixture.profile();
    assert.deepEqual(await fixture.tree.labels(crew), [
      '3.1.0 (297)',
      '3.1.4 (299)',
      '3.2.0 (300)',
      '3.1.3 (298)',
      '3.0.9 (296)',
    ]);
    assert.deepEqual(fixture.asked.slice(1), ['GET /store/v2/profiles/…/app-versions 200']);
  });

  it('says the channel in words, in the icon and aloud; what is published stands on top', async () => {
    const items = await fixture.tree.items(await fixture.profile());
    const [live, beta, none] = items;
    assert.match(String(live?.description), /^Live · published .* · IPA · /);
    assert.match(String(beta?.description), /^Beta · /);
    assert.match(String(none?.description), /^not published · /);
    assert.deepEqual(
      items.slice(0, 3).map(({ iconPath }) => (iconPath as { id: string }).id),
      ['broadcast', 'beaker', 'package'],
    );
    assert.match(live?.accessibilityInformation?.label ?? '', /^3\.1\.0 \(297\), Live, published /);
    assert.deepEqual(
      items.slice(0, 3).map(({ contextValue }) => contextValue),
      ['storeVersion published', 'storeVersion published', 'storeVersion unpublished'],
    );
  });

  it('says that a profile is empty, and what went wrong with what helps, with the rows of before', async () => {
    assert.deepEqual(
      await fixture.tree.labels(
        await fixture.profile('Empty $(package) [shelf](command:workbench.action.closeWindow)'),
      ),
      ['No versions yet'],
    );
    const crew = await fixture.profile();
    await fixture.tree.labels(crew);
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/store/v2/profiles/', times: 1 });
    await fixture.view.refresh();
    const labels = await fixture.tree.labels(crew);
    assert.match(labels[0] ?? '', /^Last updated .*permission/);
    assert.ok(labels.includes('3.1.0 (297)'));
  });

  it('R17: what fails at all is said above the rows, and the rows stay', async () => {
    await fixture.tree.labels();
    fixture.sandbox.arm({ kind: 'respond', status: 500, path: '/store/v2/profiles', times: 5 });
    await fixture.view.refresh().catch(() => undefined);
    assert.match(String(fixture.tree.message), /^Last updated .* has a server error/);
    assert.equal((await fixture.tree.labels()).includes('Harbor Crew'), true);
  });

  it('filters by name in any spelling, at once, and Esc takes it back', async () => {
    await fixture.tree.labels();
    editor.answersPicks = false;
    const done = run(Command.filterStore);
    await until(() => editor.picks.length > 0);
    const [pick] = editor.picks;
    pick?.type('cizel');
    assert.deepEqual(await fixture.tree.labels(), ['Vardiya Çizelgesi']);
    assert.match(pick?.title ?? '', /1 of 4$/);
    assert.match(String(fixture.tree.description), /“cizel”/);
    pick?.hide();
    await done;
    editor.answersPicks = true;
    assert.equal((await fixture.tree.labels()).length, 4);
    fixture.view.arrangement.filterBy('harbor');
    await run(Command.clearStoreFilter);
    assert.equal((await fixture.tree.labels()).length, 4);
  });

  it('copies ids, shows JSON and a page, and opens the dashboard', async () => {
    const [profile, version] = [await fixture.profile(), await fixture.version('3.1.0')];
    const { id } = profile.kind === 'row' ? profile.row : assert.fail();
    await run(Command.copyStoreId, profile);
    assert.equal(editor.clipboard, id);
    await run(Command.copyStoreId, version);
    assert.notEqual(editor.clipboard, id);
    await run(Command.showStoreAsJson, profile);
    await run(Command.showStoreAsJson, version);
    assert.deepEqual(
      fixture.documents.map(([, path]) => (path as string[]).at(-1)),
      ['Harbor Crew', 'Harbor Crew 3.1.0 (297)'],
    );
    await run(Command.openStoreInDashboard, version);
    assert.match(editor.browsed[0] ?? '', new RegExp(`/enterprise-store/profiles/${id}$`));
    await run(Command.showStoreVersion, version);
    const [, page] = editor.executed.find(([command]) => command === 'vscode.openWith') ?? [];
    assert.match(String(page), /^appcircle-store:/);
  });

  it('T13: bare it asks for the profile and the version, and takes no row of another account', async () => {
    editor.chooses = (rows) => rows.find(({ label }) => ['Harbor Crew', '3.0.9 (296)'].includes(label));
    await run(Command.showStoreVersion);
    assert.equal(editor.lists.length, 2);
    assert.match(editor.lists[1]?.rows[0]?.description ?? '', /^Live/);
    await run(Command.showStoreVersion, { kind: 'row', row: { id: 'x', name: 'Elsewhere' } });
    assert.match(editor.messages[0] ?? '', /^Elsewhere is no longer in the Enterprise App Store/);
  });

  it('shows what a request of the API Explorer changed', async () => {
    await fixture.tree.labels(await fixture.profile());
    fixture.sandbox.clearRequests();
    await fixture.view.handleWrite({ kind: 'distribution' });
    assert.deepEqual(fixture.asked, []);
    await fixture.view.handleWrite({ kind: 'store' });
    assert.deepEqual(fixture.asked, ['GET /store/v2/profiles 200']);
  });
});
