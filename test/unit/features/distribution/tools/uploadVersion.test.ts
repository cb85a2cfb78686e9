import { strict as assert } from 'node:assert';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { JsonObject } from '../../../../../src/api/decode';
import { Failure } from '../../../../../src/api/failure';
import type * as UploadTool from '../../../../../src/features/distribution/tools/uploadVersion';
import type { ToolAnswer, ToolPlan } from '../../../../../src/ui/tools/tool';
import { binaryPlist } from '../../../../apps/plistBuilder';
import { zipAround } from '../../../../apps/zipAround';
import { appOf } from '../../../../sandbox/data/apps';
import { FakeUri } from '../../../extension/fakeUri';
import { until } from '../../../support/until';
import { useUploads } from '../upload/uploadFixture';
import { rawVersion } from '../versions/versionFixture';
import { DistributionServer, idOf } from './distributionServer';

describe('appcircle_uploadVersion', () => {
  const uploads = useUploads();
  let server: DistributionServer;
  let workspace: string;
  let stop: AbortController;
  beforeEach(() => {
    server = new DistributionServer(uploads.account);
    server.profiles = [{ id: idOf(1), name: 'Field Reports', testingGroupIds: [] }];
    stop = new AbortController();
    workspace = path.join(uploads.folder, 'workspace');
    mkdirSync(path.join(workspace, 'build'), { recursive: true });
    writeFileSync(path.join(workspace, 'build', 'app.ipa'), appOf('the app'));
    uploads.editor.folders = [{ uri: FakeUri.file(workspace) }];
    uploads.sessions.setSignedIn(uploads.account, { organizationName: 'Harbor Labs' });
  });

  /** The tool as it is registered, over the uploads of the view. */
  function tool() {
    const module = uploads.editor.load('features/distribution/tools/uploadVersion') as typeof UploadTool;
    const made = module.uploadVersionTool({
      sessions: uploads.sessions,
      uploadAgreed: (job, signal) => uploads.uploads.uploadAgreed(job, signal),
    });
    return made.kind === 'write' ? made : assert.fail('R69: it writes');
  }
  const parsed = (input: object) => tool().parse(JsonObject.of(input) ?? assert.fail());
  const plan = (input: object = {}): Promise<ToolPlan> =>
    tool().plan(
      parsed({ file: 'build/app.ipa', profile: 'Field Reports', ...input }),
      server.call(stop.signal),
    );
  const carryOut = (agreed: ToolPlan): Promise<ToolAnswer> =>
    tool().carryOut(agreed, server.call(stop.signal));

  it('R69: the plan names file, size, app, profile, organization, who will be notified, and the notes, and writes nothing', async () => {
    server.profiles = [{ id: idOf(1), name: 'Field Reports', testingGroupIds: ['g', 'h'] }];
    server.groups = [{ id: 'g', name: 'QA', testers: ['a@x.example', 'b@x.example'] }];
    const { title, lines, button } = await plan({ releaseNotes: ' Faster ' });
    assert.equal(title, 'Upload app.ipa to Field Reports?');
    assert.deepEqual(
      lines.filter((line) => !line.startsWith('File: ')),
      [
        'Profile: Field Reports',
        'Organization: Harbor Labs.',
        'Will be notified: QA (2 testers), h.',
        'Release notes: Faster',
      ],
    );
    assert.match(lines[0] ?? '', new RegExp(`^File: build.app\\.ipa \\(\\d.* (?:byte|kB)`));
    assert.equal(button, 'Upload');
    assert.deepEqual([uploads.server.steps, uploads.editor.messages], [[], []]);
  });

  it('R69: says so where nobody is notified, and where that is not known', async () => {
    const notified = async () => (await plan()).lines.find((line) => line.includes('notified')) ?? '';
    assert.match(await notified(), /^No one will be notified/);
    server.profiles = [{ id: idOf(1), name: 'Field Reports' }];
    assert.match(await notified(), /is unknown/);
    server.profiles = [{ id: idOf(1), name: 'Field Reports', testingGroupIds: ['g'] }];
    server.groups = new Failure('forbidden', { host: 'api.example' });
    assert.match(await notified(), /names could not be loaded/);
  });

  it('R69: two plans are one deed only where file, profile, groups, and notes are the same', async () => {
    const { key } = await plan();
    assert.equal((await plan()).key, key);
    assert.notEqual((await plan({ releaseNotes: 'x' })).key, key);
    writeFileSync(path.join(workspace, 'build', 'app.ipa'), appOf('another app'));
    assert.notEqual((await plan()).key, key);
    server.profiles = [{ id: idOf(1), name: 'Field Reports', testingGroupIds: ['g'] }];
    assert.notEqual((await plan()).key, (await plan()).key.replace('"g"', ''));
  });

  it('uploads what was agreed to as the command does: progress, the message, the rows, the profile that was last', async () => {
    const answer = await carryOut(await plan({ releaseNotes: 'Faster' }));
    assert.equal(answer['uploaded'], true);
    assert.deepEqual(uploads.server.steps, ['announce', 'store', 'commit', 'task']);
    assert.deepEqual(uploads.server.stored, ['the app']);
    assert.match(JSON.stringify(uploads.server.commits), /Faster/);
    assert.deepEqual(uploads.changes, [`renew ${idOf(1)}`]);
    await until(
      () => uploads.editor.messages.some((text) => text.startsWith('Uploaded app.ipa')),
      'it is told',
    );
    assert.ok(JSON.stringify(uploads.memento.get('appcircle.lastUploads')).includes(idOf(1)));
    assert.match(JSON.stringify(uploads.editor.progresses.map(({ title }) => title)), /Uploading app\.ipa/);
  });

  it('what fails is told to both, and can be tried again by the person', async () => {
    uploads.server.once('commit', new Failure('forbidden', { host: 'api.example', status: 403 }));
    const answer = await carryOut(await plan());
    assert.equal(answer['uploaded'], false);
    await until(
      () => uploads.editor.shownMessages.some(({ buttons }) => buttons.includes('Try Again')),
      'Try Again',
    );
  });

  it('ends with its call: nothing more is sent', async () => {
    const agreed = await plan();
    uploads.server.onStep = (step) => {
      if (step === 'announce') stop.abort();
    };
    await assert.rejects(carryOut(agreed), (error) => error instanceof Failure && error.kind === 'cancelled');
    assert.deepEqual(uploads.server.steps, ['announce']);
    await assert.rejects(carryOut(agreed), (error) => error instanceof Failure && error.kind === 'cancelled');
    assert.deepEqual(uploads.server.steps, ['announce']);
  });

  it('a file that changed since it was agreed to is not sent', async () => {
    const agreed = await plan();
    writeFileSync(path.join(workspace, 'build', 'app.ipa'), appOf('something else entirely'));
    await assert.rejects(carryOut(agreed), { name: 'ToolInputError', message: /changed/ });
    assert.deepEqual(uploads.server.steps, []);
  });

  it('takes files of the workspace alone, and none in Restricted Mode', async () => {
    writeFileSync(path.join(uploads.folder, 'secret.ipa'), appOf('of somebody'));
    symlinkSync(path.join(uploads.folder, 'secret.ipa'), path.join(workspace, 'link.ipa'));
    for (const file of [
      '../secret.ipa',
      path.join(uploads.folder, 'secret.ipa'),
      'link.ipa',
      '/etc/passwd',
    ]) {
      await assert.rejects(
        plan({ file }),
        { name: 'ToolInputError', message: /Only files in a folder/ },
        file,
      );
    }
    await assert.rejects(plan({ file: 'build/none.ipa' }), /no such file/);
    assert.match((await plan({ file: path.join(workspace, 'build', 'app.ipa') })).title, /app\.ipa/);
    uploads.editor.folders = undefined;
    await assert.rejects(plan(), /Only files in a folder/);
    uploads.editor.folders = [{ uri: FakeUri.file(workspace) }];
    uploads.editor.trusted = false;
    await assert.rejects(plan(), /Restricted Mode/);
    assert.deepEqual(server.asked, [`/distribution/v2/profiles`, `/distribution/v2/profiles/${idOf(1)}`]);
  });

  it('refuses what cannot be of use there, and warns of what may not be', async () => {
    writeFileSync(path.join(workspace, 'build', 'app.apk'), appOf('the app'));
    await assert.rejects(plan({ file: 'build/app.apk' }), { name: 'ToolInputError', message: /IPA/ });
    writeFileSync(path.join(workspace, 'build', 'notes.txt'), 'x');
    await assert.rejects(plan({ file: 'build/notes.txt' }), /is not an app/);
    writeFileSync(path.join(workspace, 'build', 'page.ipa'), '<html>');
    await assert.rejects(plan({ file: 'build/page.ipa' }), { name: 'ToolInputError' });
    const told = { CFBundleIdentifier: 'x.y', CFBundleShortVersionString: '2.4.0', CFBundleVersion: '318' };
    const { head, tail } = zipAround(
      { name: 'Payload/x', size: 1 },
      { 'Payload/A.app/Info.plist': binaryPlist(told) },
    );
    writeFileSync(path.join(workspace, 'build', 'app.ipa'), Buffer.concat([head, Buffer.from('x'), tail]));
    server.versions[idOf(1)] = [rawVersion('v', { uniqueName: 'x.y' })];
    const { lines } = await plan();
    assert.equal(lines[1], 'App: x.y 2.4.0 (318)');
    assert.equal(lines[2], 'It has no provisioning profile. Devices cannot install it.');
    assert.match(lines[3] ?? '', /^Version 2\.4\.0 \(318\) is already there/);
  });

  it('nonsense is answered in words: no file, no profile, several, notes without an end', async () => {
    server.profiles = [
      { id: idOf(1), name: 'Harbor One' },
      { id: idOf(2), name: 'Harbor Two' },
    ];
    assert.throws(() => parsed({ profile: 'x' }), /Send "file"/);
    assert.throws(() => parsed({ file: 'a\0b', profile: 'x' }), /Send "file"/);
    assert.throws(() => parsed({ file: 'x' }), /Send "profile"/);
    assert.throws(() => parsed({ file: 'x', profile: 'y', releaseNotes: 'z'.repeat(10_001) }), /10,000/);
    await assert.rejects(plan({ profile: 'harbor' }), /Several profiles/);
    await assert.rejects(plan({ profile: 'zebra' }), /No profile/);
  });

  it('R69: long names push nothing out of the question, and notes that are not all shown are told of', async () => {
    const long = `\u202e${'w'.repeat(3_000)}`;
    server.profiles = [{ id: idOf(1), name: `Field Reports ${long}`, testingGroupIds: ['g'] }];
    server.groups = [{ id: 'g', name: long, testers: ['a@x.example'] }];
    uploads.sessions.setNames(uploads.account, { organizationName: long });
    const { title, lines } = await plan({ profile: idOf(1), releaseNotes: 'n'.repeat(9_000) });
    const notes = lines.at(-1) ?? '';
    for (const line of [title, ...lines.slice(0, -1)]) {
      assert.ok(line.length <= 300, line);
      assert.doesNotMatch(line, /\u202e/);
    }
    assert.match(lines.at(-2) ?? '', /^Will be notified: .*\(1 tester\)\.$/);
    assert.match(notes, /… \(more characters not shown here: 8400\)$/);
  });
});
