import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from '../../../../src/contributions';
import { accountOf, hostsOf, keyOf } from '../../account/accountFixture';
import { failing } from '../../api/transport/transportFixture';
import { FakeUri } from '../../extension/fakeUri';
import { assertNoSecret } from '../../support/leaks';
import { until } from '../../support/until';
import { useStore } from './storeFixture';

describe('what changes the Enterprise App Store', () => {
  const fixture = useStore();
  const { editor } = fixture;
  const run = (id: (typeof Command)[keyof typeof Command], argument?: unknown) =>
    Promise.resolve(fixture.view.run(id, argument, undefined));
  const writes = () => fixture.asked.filter((line) => !line.startsWith('GET'));

  /** Goes through Publish up to the question. */
  async function publish(version: string, channel: string, profile?: string): Promise<void> {
    const row = await fixture.version(version, profile);
    editor.chooses = (rows) => rows.find(({ label }) => label === channel);
    const done = run(Command.publishStoreVersion, row);
    (await editor.box()).submit('Shifts');
    (await editor.box(2)).submit('Faster start');
    await done;
  }

  it('publishes once the person knows what is replaced, and shows it', async () => {
    editor.presses = 'Replace';
    await publish('3.2.0', 'Live');
    const [channels] = editor.lists;
    assert.deepEqual(
      channels?.rows.map(({ label, detail }) => [label, detail]),
      [
        ['Live', 'It replaces 3.1.0 (297), which users can then no longer download.'],
        ['Beta', 'It replaces 3.1.4 (299), which users can then no longer download.'],
      ],
    );
    assert.deepEqual(editor.messages, ['Publish 3.2.0 (300) of Harbor Crew to Live?']);
    assert.match(
      editor.details[0] ?? '',
      /^It replaces 3\.1\.0 \(297\), .*10 minutes.*\n\nOrganization: Harbor Labs\.$/s,
    );
    assert.deepEqual(fixture.served, ['3.2.0 2', '3.1.4 1', '3.1.3 0', '3.1.0 0', '3.0.9 0']);
    assert.equal((await fixture.tree.labels(await fixture.profile()))[0], '3.2.0 (300)');
    assert.deepEqual(editor.statusBar, ['Published 3.2.0 (300) to Live.']);
  });

  it('the question names what is there now, not what an old row says, and what it leaves', async () => {
    await fixture.version('3.1.4');
    editor.answers = ({ modal }) => (modal ? 'Publish' : undefined);
    const row = await fixture.version('3.1.4');
    editor.chooses = (rows) => rows.find(({ label }) => label === 'Live');
    const done = run(Command.publishStoreVersion, row);
    (await editor.box()).submit('');
    const notes = await editor.box(2);
    // Somebody else takes the live version out meanwhile.
    const { store } = fixture.sandbox;
    const crew = (await fixture.profile()) as { row: { id: string } };
    const rows = store.versionsOf(crew.row.id);
    for (const one of rows.rows.filter(({ publishType }) => publishType === 2)) {
      rows.replace({ ...one, publishType: 0 });
    }
    notes.submit('');
    await done;
    assert.match(editor.details[0] ?? '', /^No version is published there now\.\n\nIt leaves Beta\./);
    assert.equal(fixture.served[1], '3.1.4 2');
  });

  it('T5: nothing is written at Esc, whichever question it is', async () => {
    const row = await fixture.version('3.2.0');
    await run(Command.publishStoreVersion, row);
    await publish('3.2.0', 'Beta');
    await run(Command.unpublishStoreVersion, await fixture.version('3.1.0'));
    await run(Command.deleteStoreVersion, row);
    assert.deepEqual(writes(), []);
  });

  it('an .aab file is not published, and why', async () => {
    await run(Command.publishStoreVersion, await fixture.version('1.8.0', 'Harbor Scanner'));
    assert.match(editor.messages[0] ?? '', /\.aab file, which devices cannot install/);
    assert.deepEqual([writes(), editor.lists], [[], []]);
  });

  it('notes of several lines are edited in an editor', async () => {
    const row = await fixture.version('3.1.0');
    editor.chooses = (rows) => rows.find(({ label }) => label === 'Live');
    editor.presses = 'Use Release Notes';
    editor.answers = ({ modal, buttons }) => (modal ? 'Publish' : buttons[0]);
    const done = run(Command.publishStoreVersion, row);
    const box = await editor.box();
    assert.equal(box.value, 'Shifts at a glance');
    box.submit(box.value);
    await done;
    assert.equal(editor.shownDocuments[0]?.text, 'Faster start\nOffline shifts');
    assert.match(editor.details.at(-1) ?? '', /It is published there/);
  });

  it('unpublishes and deletes after a question; what is published is not deleted', async () => {
    editor.presses = 'Unpublish';
    await run(Command.unpublishStoreVersion, await fixture.version('3.1.0'));
    assert.deepEqual(editor.messages, ['Unpublish 3.1.0 (297) of Harbor Crew from Live?']);
    assert.equal(fixture.served[3], '3.1.0 0');
    await run(Command.unpublishStoreVersion, await fixture.version('3.1.0'));
    assert.equal(editor.messages[1], '3.1.0 (297) is not published.');

    editor.presses = undefined;
    await run(Command.deleteStoreVersion, await fixture.version('3.1.4'));
    assert.equal(editor.messages[2], '3.1.4 (299) is published to Beta. Unpublish it before you delete it.');
    fixture.sandbox.setMode({ taskPolls: 0 });
    editor.presses = 'Delete';
    await run(Command.deleteStoreVersion, await fixture.version('3.0.9'));
    assert.equal(editor.messages[3], 'Delete 3.0.9 (296) of Harbor Crew for everyone?');
    assert.deepEqual(fixture.served, ['3.2.0 0', '3.1.4 1', '3.1.3 0', '3.1.0 0']);
    assert.deepEqual(writes(), [
      'PATCH /store/v2/profiles/…/app-versions/… 200',
      'DELETE /store/v2/profiles/…/app-versions/… 200',
    ]);
  });

  it('who may not is told the role, and who leaves writes nothing', async () => {
    await fixture.open('harbor-viewer');
    editor.presses = 'Unpublish';
    const row = await fixture.version('3.1.0');
    await failing(run(Command.unpublishStoreVersion, row), 'forbidden', { role: 'operate' });
    fixture.sandbox.clearRequests();
    editor.answers = ({ buttons }) => {
      const { window, sandbox } = fixture;
      window.sessions.setSignedIn(accountOf(keyOf('k'), hostsOf(sandbox), 'somebody else'));
      return buttons[0];
    };
    await run(Command.unpublishStoreVersion, row);
    assert.deepEqual(writes(), []);
  });

  it('T9: a download asks for the place first, and its link is nowhere', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'appcircle-store-'));
    try {
      fixture.sandbox.setMode({ downloadBytes: 20_000 });
      editor.savesTo = FakeUri.file(path.join(folder, 'crew.ipa'));
      await run(Command.downloadStoreVersion, await fixture.version('3.1.0'));
      await until(() => editor.messages.length > 0);
      assert.deepEqual(await readdir(folder), ['crew.ipa']);
      assert.equal(path.basename(editor.saveDialogs[0]?.defaultUri.path ?? ''), 'HarborCrew-3.1.0.ipa');
      for (const secret of fixture.sandbox.secrets().storageSignatures) {
        assertNoSecret(secret, fixture.window.log.lines, editor.messages, editor.progresses);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
