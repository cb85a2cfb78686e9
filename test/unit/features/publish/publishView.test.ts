import { strict as assert } from 'node:assert';
import { Command } from '../../../../src/contributions';
import { usePublish } from './publishFixture';

describe('the Publish view', () => {
  const fixture = usePublish();
  const { editor } = fixture;

  it('shows platforms, profiles, versions and what is a release candidate, in words and by shape', async () => {
    assert.deepEqual(await fixture.rows(), ['iOS: 2', 'Android: 3']);
    assert.deepEqual(await fixture.rows(await fixture.node('iOS')), [
      'Harbor Notes: 2.4.5 (130) · published 20 days ago',
      'Kestrel Maps: No versions yet',
    ]);
    assert.deepEqual(await fixture.rows(await fixture.node('iOS', 'Kestrel')), ['No versions yet']);
    const versions = await fixture.tree.items(await fixture.node('iOS', 'Harbor Notes'));
    assert.deepEqual(
      versions.map(({ label, description, contextValue }) => [
        label,
        String(description).split(' · ').slice(0, -1).join(' · '),
        contextValue,
      ]),
      [
        ['2.4.5 (130)', '', 'publishVersion draft ready'],
        ['2.4.4 (129)', 'Release candidate', 'publishVersion candidate ready'],
        ['2.4.3 (128)', 'Succeeded · Release candidate', 'publishVersion candidate over'],
        ['2.4.2 (127)', 'Failed · Release candidate', 'publishVersion candidate over'],
        ['2.4.1 (126)', '', 'publishVersion draft ready'],
        ['2.4.0 (125)', 'Expired', 'publishVersion draft ready'],
      ],
    );
    const icons = versions.map(({ iconPath }) => (iconPath as { id: string }).id);
    assert.deepEqual(icons, ['package', 'verified', 'verified', 'verified', 'package', 'package']);
    assert.equal(versions[1]?.accessibilityInformation?.label, '2.4.4 (129), Release candidate, 9 days ago');
  });

  it('asks for nothing of a version that cannot have been published, and shows the run of another with its steps', async () => {
    fixture.sandbox.clearRequests();
    const draft = await fixture.version('2.4.5');
    assert.deepEqual(await fixture.rows(draft), ['Only a release candidate can be published.']);
    const asked = () => fixture.sandbox.requests().filter(({ path }) => path.endsWith('/publish'));
    assert.equal(asked().length, 0);
    const done = await fixture.version('2.4.3');
    const [run] = await fixture.tree.items(done);
    assert.equal(run?.label, 'Succeeded');
    assert.match(String(run.description), /^Started .+ · mika\.laine@people\.example$/);
    assert.equal(run.command?.command, Command.showPublishLog);
    const steps = await fixture.rows(await fixture.node('iOS', 'Harbor Notes', '2.4.3', 'Succeeded'));
    assert.deepEqual(steps.slice(0, 2), [
      'Update Meta Data: Succeeded · 1m',
      'Get Approval via Email: Succeeded · 1m',
    ]);
    assert.equal(asked().length, 1);
  });

  it('filters by name and bundle ID, in any spelling, and clears it', async () => {
    await fixture.rows();
    const filtering = fixture.run(Command.filterPublishProfiles);
    const box = await editor.box();
    box.submit('TÍDEPOOL');
    await filtering;
    assert.deepEqual(await fixture.rows(), ['Android: 1']);
    assert.match(String(fixture.tree.description), /TÍDEPOOL/);
    await fixture.run(Command.clearPublishFilter);
    assert.deepEqual(await fixture.rows(), ['iOS: 2', 'Android: 3']);
  });

  it('shows a long list of versions in pages', async () => {
    const { profiles, versions } = fixture.sandbox.publishing();
    const table = versions.get(profiles.android.rows[2]!.id)!;
    const [like] = versions.get(profiles.ios.rows[0]!.id)!.rows;
    for (let at = 0; at < 205; at++) {
      table.append({ ...like!, id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}` });
    }
    const news = await fixture.node('Android', 'Lantern News');
    const items = await fixture.tree.items(news);
    assert.equal(items.length, 201);
    const more = items.at(-1);
    assert.deepEqual([more?.label, more?.description], ['Show More', '200 of 205 shown']);
    await fixture.run(Command.showMorePublish, more?.command?.arguments?.[0]);
    assert.equal((await fixture.tree.items(news)).length, 205);
    for (const { id } of [...table.rows]) table.drop(id);
  });

  it('leads to a profile that is chosen', async () => {
    editor.chooses = (rows) => rows.find(({ label }) => label === 'Tidepool Banking');
    await fixture.run(Command.goToPublishProfile);
    assert.equal(fixture.tree.revealed.length, 1);
    assert.match(fixture.tree.revealed[0] ?? '', /android.*profile/);
  });

  it('tells what is refused for one platform below it, and shows the other', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/publish/v2/profiles/ios' });
    assert.deepEqual(await fixture.rows(), ['iOS: Not loaded', 'Android: 3']);
    const [notice] = await fixture.rows(await fixture.node('iOS'));
    assert.match(notice ?? '', /You do not have permission/);
    assert.equal(fixture.tree.message, '');
  });

  it('tells above its rows what is refused for both, with what helps', async () => {
    fixture.sandbox.arm({ kind: 'respond', status: 403, path: '/publish/v2/profiles/*' });
    assert.deepEqual(await fixture.rows(), ['Switch Account', 'Retry']);
    assert.match(String(fixture.tree.message), /You do not have permission/);
  });

  it('says once, above its rows, that the server cannot be reached, and keeps old rows', async () => {
    assert.equal((await fixture.rows()).length, 2);
    await fixture.sandbox.down();
    await fixture.view.refresh();
    assert.match(String(fixture.tree.message), /^Last updated /);
    await fixture.sandbox.up();
    await fixture.view.retryFailed();
    assert.equal(fixture.tree.message, '');
  });
});
