import { strict as assert } from 'node:assert';
import type { ApiClient } from '../../../../src/api/client';
import { isFailure } from '../../../../src/api/failure';
import { FileStorage } from '../../../../src/api/files/fileStorage';
import { listPublishProfiles } from '../../../../src/api/publish/profiles';
import { canStartAtStep, startRun, startRunAt, stopRun } from '../../../../src/api/publish/runWrites';
import { getRunOfVersion } from '../../../../src/api/publish/runs';
import {
  deletePublishVersion,
  listPublishVersions,
  publishDownloadLink,
  publishTarget,
  setPublishNotes,
  setReleaseCandidate,
} from '../../../../src/api/publish/versions';
import { listUnderWay } from '../../../../src/api/builds/queue';
import { PublishLogRequests } from '../../../../src/api/publish/publishLog';
import { newUpload, runUpload } from '../../../../src/api/upload/runUpload';
import { appOf } from '../../../sandbox/data/apps';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { quickTasks } from '../quickTasks';
import { failing } from '../transport/transportFixture';
import { MemoryFile } from '../upload/memoryFile';

const signal = new AbortController().signal;

describe('publishing to stores', () => {
  let fixture: ClientFixture;
  let client: ApiClient;
  before(async () => {
    fixture = await startClientFixture({ profiles: 0, names: 'friendly' });
    ({ client } = fixture);
    fixture.sandbox.clock.stop();
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm();
  });

  const profile = async () => {
    const [first] = await listPublishProfiles(client, 'ios');
    return { platform: 'ios' as const, profileId: first!.id };
  };
  const versions = async () => listPublishVersions(client, await profile());
  const refOf = async (at: number) => ({ ...(await profile()), versionId: (await versions())[at]!.id });
  const statuses = async (at: number) => {
    const run = await getRunOfVersion(client, await refOf(at));
    return [run?.status, ...(run?.steps ?? []).map(({ status }) => status)];
  };

  it('lists the profiles of a platform, and their versions with what is special about each', async () => {
    const [harbor, empty] = await listPublishProfiles(client, 'ios');
    assert.deepEqual([harbor?.name, harbor?.platform, harbor?.lastVersion], ['Harbor Notes', 'ios', '2.4.5']);
    assert.equal((await listPublishProfiles(client, 'android')).length, 3);
    assert.deepEqual(await listPublishVersions(client, { platform: 'ios', profileId: empty!.id }), []);
    const all = await versions();
    assert.deepEqual(
      all.map(({ version, isCandidate, isExpired, lastStatus }) => [
        version,
        isCandidate,
        isExpired,
        lastStatus,
      ]),
      [
        ['2.4.5', false, false, undefined],
        ['2.4.4', true, false, 'notStarted'],
        ['2.4.3', true, false, 'succeeded'],
        ['2.4.2', true, false, 'failed'],
        ['2.4.1', false, false, undefined],
        ['2.4.0', false, true, undefined],
      ],
    );
  });

  it('external operators write notes and delete, and neither mark nor download (api/README 17.1)', async () => {
    const external = await fixture.as('harbor-external');
    const [, second, last] = [await refOf(0), await refOf(1), await refOf(5)];
    await failing(setReleaseCandidate(external, second, false), 'forbidden', { role: 'operate' });
    await failing(publishDownloadLink(external, second), 'forbidden');
    await setPublishNotes(external, second, 'By them');
    assert.equal((await versions())[1]?.notes, 'By them');
    assert.match(await publishDownloadLink(await fixture.as('harbor-viewer'), second), /^http/);
    await failing(deletePublishVersion(await fixture.as('harbor-viewer'), last), 'forbidden', {
      role: 'operateExternally',
    });
    await deletePublishVersion(external, last, undefined, quickTasks);
    assert.equal((await versions()).length, 5);
  });

  it('marks a release candidate and takes it back; notes are for candidates only', async () => {
    const first = await refOf(0);
    await assert.rejects(setPublishNotes(client, first, 'New'), (error) => isFailure(error, 'invalidInput'));
    await setReleaseCandidate(client, first, true);
    await setPublishNotes(client, first, 'New');
    const [marked] = await versions();
    assert.deepEqual([marked?.isCandidate, marked?.notes], [true, 'New']);
    await setReleaseCandidate(client, first, false);
    assert.equal((await versions())[0]?.isCandidate, false);
    const foreign = await refOf(4);
    await assert.rejects(
      setReleaseCandidate(client, foreign, true),
      (error) => isFailure(error) && (error.facts.serverMessage ?? '').includes('identifier differs'),
    );
  });

  it('a viewer writes nothing, and is told which role each row of the table asks for', async () => {
    const viewer = await fixture.as('harbor-viewer');
    const version = await refOf(1);
    const run = { ...(await profile()), publishId: (await getRunOfVersion(client, version))!.publishId! };
    const writes: [role: string, write: () => Promise<unknown>][] = [
      ['operate', () => setReleaseCandidate(viewer, version, true)],
      ['operateExternally', () => setPublishNotes(viewer, version, 'x')],
      ['operate', () => startRun(viewer, run)],
      ['operate', () => startRunAt(viewer, run, 'x')],
      ['operate', () => stopRun(viewer, run)],
    ];
    for (const [role, write] of writes) {
      await assert.rejects(write, (error) => isFailure(error, 'forbidden') && error.facts.role === role);
    }
    assert.equal((await listPublishProfiles(viewer, 'ios')).length, 2);
  });

  it('a run goes step by step, waits for an approval as long as it takes, and is stopped; its log has the steps', async () => {
    const version = await refOf(1);
    const before = await getRunOfVersion(client, version);
    const run = { ...version, publishId: before!.publishId! };
    const requests = new PublishLogRequests(client, run);
    assert.equal((await requests.subject({}, signal)).status, 'waiting');
    assert.equal(await requests.text({ status: 'waiting' }, signal), undefined);
    assert.deepEqual(await statuses(1), [
      'notStarted',
      'notStarted',
      'notStarted',
      'notStarted',
      'notStarted',
    ]);

    assert.equal(await startRun(client, run), run.publishId);
    assert.equal((await statuses(1))[0], 'running');
    fixture.sandbox.clock.pass(20);
    assert.deepEqual(await statuses(1), [
      'awaitingApproval',
      'succeeded',
      'awaitingApproval',
      'notStarted',
      'notStarted',
    ]);
    fixture.sandbox.clock.pass(3 * 3_600);
    assert.equal((await statuses(1))[0], 'awaitingApproval');
    assert.equal((await requests.subject({}, signal)).status, 'running');
    assert.match((await requests.text({ status: 'running' }, signal)) ?? '', /Step started: Get Approval/);
    const [item] = await listUnderWay(client);
    assert.deepEqual(
      [item?.kind, item?.publishId, item?.versionId],
      ['publish', run.publishId, run.versionId],
    );
    await assert.rejects(startRun(client, run), (error) => isFailure(error, 'conflict'));

    await stopRun(client, run);
    assert.deepEqual(await statuses(1), ['stopped', 'succeeded', 'stopped', 'notStarted', 'notStarted']);
    assert.equal((await requests.subject({}, signal)).status, 'canceled');
    assert.deepEqual(await listUnderWay(client), []);
  });

  it('begins at a step where the description of the server has the route, and a restart may have another id', async () => {
    assert.equal(await canStartAtStep(client), true);
    const version = await refOf(1);
    const before = await getRunOfVersion(client, version);
    const run = { ...version, publishId: before!.publishId! };
    await startRunAt(client, run, before!.steps[2]!.id);
    assert.deepEqual(await statuses(1), ['running', 'skipped', 'skipped', 'running', 'notStarted']);
    await stopRun(client, run);
    fixture.sandbox.setMode({ publishRestart: 'text' });
    const other = await startRun(client, run);
    assert.notEqual(other, run.publishId);
    // Nobody knows the run before: after some looks its log is none.
    const requests = new PublishLogRequests(client, run);
    for (let look = 0; look < 3; look++) await requests.subject({}, signal);
    await assert.rejects(requests.text({ status: 'unknown' }, signal), (error) =>
      isFailure(error, 'notFound'),
    );
    await stopRun(client, { ...run, publishId: other });
  });

  it('does not offer a step to begin at where no description tells of the route', async () => {
    fixture.sandbox.setMode({ descriptions: 'absent' });
    assert.equal(await canStartAtStep(await fixture.as('harbor-owner')), false);
  });

  it('takes an app by the stages of every upload', async () => {
    const target = publishTarget(await profile());
    const file = new MemoryFile('Harbor 5.0.0.ipa', appOf('the app'));
    const result = await runUpload(newUpload({ target, file, releaseNotes: '' }), {
      client,
      storage: new FileStorage(fixture.transport, client.base),
      pace: quickTasks,
    });
    assert.equal(result.kind, 'done');
    assert.equal((await versions())[0]?.version, '5.0.0');
  });
});
