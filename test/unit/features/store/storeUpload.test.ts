import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from '../../../../src/contributions';
import { buildIpa } from '../../../apps/appBuilder';
import { appOf } from '../../../sandbox/data/apps';
import { FakeUri } from '../../extension/fakeUri';
import { until } from '../../support/until';
import { useStore } from './storeFixture';

describe('Upload to Enterprise App Store', () => {
  const fixture = useStore();
  const { editor } = fixture;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'appcircle-store-'));
    const file = path.join(folder, 'HarborCrew-3.3.0.ipa');
    writeFileSync(file, appOf('an app'));
    editor.opens = [FakeUri.file(file)];
    fixture.sandbox.setMode({ taskPolls: 0 });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const upload = (argument?: unknown) =>
    Promise.resolve(fixture.view.run(Command.uploadStoreVersion, argument, undefined));

  it('sends a file to the profile of the row, asks for no notes, and shows the version', async () => {
    await upload(await fixture.profile());
    await until(() => editor.messages.length > 0);
    assert.deepEqual(editor.messages, ['Uploaded HarborCrew-3.3.0.ipa to Harbor Crew.']);
    assert.equal(editor.boxes.length, 0);
    assert.equal(fixture.served[0], '3.3.0 0');
    assert.ok((await fixture.tree.labels(await fixture.profile())).includes('3.3.0 (1)'));
    const commit = fixture.sandbox.requests().find(({ method, host }) => method === 'POST' && host === 'api');
    assert.match(commit?.query ?? '', /createNewProfile=false/);
  });

  it('bare it asks for the profile, which may be a new one', async () => {
    editor.chooses = (rows) => rows.find(({ label }) => label.startsWith('New Profile'));
    await upload();
    await until(() => editor.messages.length > 0);
    assert.deepEqual(editor.messages, ['Uploaded HarborCrew-3.3.0.ipa to a new profile.']);
    assert.ok((await fixture.tree.labels()).includes('HarborCrew-3.3.0'));
  });

  it('who may not is told the role', async () => {
    await fixture.open('harbor-viewer');
    editor.opens = [FakeUri.file(path.join(folder, 'HarborCrew-3.3.0.ipa'))];
    await upload(await fixture.profile());
    assert.match(editor.messages[0] ?? '', /Only owners, managers, and operators can do this/);
  });

  it('a bundle, which the store cannot publish, is told before it is sent and cannot be; a version that is there is named', async () => {
    const bundle = path.join(folder, 'HarborCrew-3.3.0.aab');
    writeFileSync(bundle, appOf('a bundle', bundle));
    editor.opens = [FakeUri.file(bundle)];
    await upload(await fixture.profile());
    assert.deepEqual(editor.messages, ['HarborCrew-3.3.0.aab cannot be uploaded to Harbor Crew.']);
    assert.deepEqual(editor.shownMessages[0]?.buttons, ['Choose Another File']);
    const labels = await fixture.tree.labels(await fixture.profile());
    const [, version = '', build = ''] =
      /^(\S+) \((\d+)\)$/.exec(labels[0] ?? '') ?? assert.fail(String(labels));
    const there = path.join(folder, 'HarborCrew.ipa');
    const info = { CFBundleShortVersionString: version, CFBundleVersion: build };
    writeFileSync(there, buildIpa({ info }));
    editor.opens = [FakeUri.file(there)];
    await upload(await fixture.profile());
    assert.match(editor.details.at(-1) ?? '', /Version \S+ \(\d+\) is already there/);
    assert.ok(fixture.sandbox.requests().every(({ method, host }) => method === 'GET' || host !== 'api'));
  });
});
