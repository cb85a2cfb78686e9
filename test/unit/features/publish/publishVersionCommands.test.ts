import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from '../../../../src/contributions';
import { failing } from '../../api/transport/transportFixture';
import { FakeUri } from '../../extension/fakeUri';
import { assertNoSecret } from '../../support/leaks';
import { until } from '../../support/until';
import { usePublish } from './publishFixture';

describe('versions of the Publish view', () => {
  const fixture = usePublish();
  const { editor } = fixture;
  const labels = async () => fixture.tree.labels(await fixture.node('iOS', 'Harbor Notes'));

  beforeEach(() => {
    fixture.sandbox.setMode({ taskPolls: 0, downloadBytes: 20_000 });
  });

  it('T9: a download asks for the place first, and its link is nowhere', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'appcircle-publish-'));
    try {
      editor.savesTo = FakeUri.file(path.join(folder, 'notes.ipa'));
      await fixture.run(Command.downloadPublishVersion, await fixture.version('2.4.3'));
      await until(() => editor.messages.length > 0);
      assert.deepEqual(await readdir(folder), ['notes.ipa']);
      assert.match(path.basename(editor.saveDialogs[0]?.defaultUri.path ?? ''), /2\.4\.3.*\.ipa$/);
      for (const secret of fixture.sandbox.secrets().storageSignatures) {
        assertNoSecret(secret, fixture.window.log.lines, editor.messages, editor.progresses);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('one is deleted after a question that names app, version and organization; T5: Esc deletes nothing', async () => {
    const node = await fixture.version('2.4.1');
    await fixture.run(Command.deletePublishVersion, node);
    assert.ok((await labels()).some((label) => label.startsWith('2.4.1')));
    editor.presses = 'Delete';
    await fixture.run(Command.deletePublishVersion, node);
    assert.equal(editor.messages.at(-1), 'Delete 2.4.1 (126) of Harbor Notes for everyone?');
    assert.match(
      editor.details.at(-1) ?? '',
      /^Profile: Harbor Notes, iOS\. Organization: Harbor Labs\.\n\nWhat is already in the store stays there\./,
    );
    assert.equal(editor.statusBar.at(-1), 'Deleted 2.4.1 (126).');
    assert.ok(!(await labels()).some((label) => label.startsWith('2.4.1')));
  });

  it('one that is being published is not deleted, and why', async () => {
    editor.choose('From the Beginning');
    editor.presses = 'Start Publish Run';
    await fixture.run(Command.startPublish, await fixture.version('2.4.4'));
    editor.messages.length = 0;
    editor.presses = 'Delete';
    await fixture.run(Command.deletePublishVersion, await fixture.version('2.4.4'));
    assert.deepEqual(editor.messages, [
      '2.4.4 (129) of Harbor Notes is being published. Stop its publish run before you delete it.',
    ]);
    editor.presses = 'Stop Publish Run';
    await fixture.run(Command.stopPublish, await fixture.version('2.4.4'));
  });

  it('who may not is told the role', async () => {
    await fixture.open('harbor-viewer');
    editor.presses = 'Delete';
    await failing(fixture.run(Command.deletePublishVersion, await fixture.version('2.4.0')), 'forbidden', {
      role: 'operateExternally',
    });
  });
});
