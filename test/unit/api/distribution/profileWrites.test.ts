import { strict as assert } from 'node:assert';
import {
  changeTestingGroups,
  createProfile,
  deleteProfile,
  getProfile,
  pinProfile,
  renameProfile,
  setTestingGroups,
} from '../../../../src/api/distribution/profileWrites';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { quickTasks } from '../quickTasks';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('writes of a profile', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture(), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
    fixture.sandbox.replaceProfiles(12);
  });
  const theirs = () => clientOf(raw.origin).client;
  const served = () => fixture.sandbox.profiles().find(({ id }) => id === fixture.profileId);
  const path = () => `/distribution/v2/profiles/${fixture.profileId}`;

  it('one is read without its versions', async () => {
    const profile = await getProfile(fixture.client, fixture.profileId);
    assert.equal(profile.name, served()?.name);
    assert.equal(profile.raw['appVersions'], null);
    raw.answer(json(200, {}));
    await failing(getProfile(theirs(), 'p'), 'unreadableAnswer');
  });

  it('one is created, with any name', async () => {
    const profile = await createProfile(fixture.client, 'Ünïcode "quoted"');
    assert.equal(fixture.sandbox.profiles().find(({ id }) => id === profile.id)?.name, 'Ünïcode "quoted"');
    assert.deepEqual(fixture.asked(), ['POST /distribution/v2/profiles']);
    await failing(createProfile(fixture.client, ' '), 'invalidInput', { status: 400 });
    raw.answer(json(200, { name: 'no id' }));
    await failing(createProfile(theirs(), 'x'), 'unreadableAnswer');
  });

  it('one is renamed and pinned, and nothing else of it changes', async () => {
    const before = served();
    await renameProfile(fixture.client, fixture.profileId, 'Another');
    await pinProfile(fixture.client, fixture.profileId, before?.pinned !== true);
    const after = served();
    assert.deepEqual(
      { ...after, updateDate: null },
      { ...before, name: 'Another', pinned: before?.pinned !== true, updateDate: null },
    );
    assert.deepEqual(fixture.asked(), [`PATCH ${path()}`, `PATCH ${path()}`]);
    await pinProfile(fixture.client, fixture.profileId, before?.pinned === true);
    assert.equal(served()?.pinned, before?.pinned === true);
  });

  it('R21: of an answer to a change nothing is expected', async () => {
    for (const answer of [{}, null, 'ok']) {
      raw.answer(json(200, answer));
      await renameProfile(theirs(), 'p', 'x');
    }
    raw.answer((response) => response.writeHead(204).end());
    await pinProfile(theirs(), 'p', true);
    assert.equal(raw.requests[0]?.body, '{"pinned":true}');
  });

  for (const deletion of ['done', 'task'] as const) {
    it(`one is gone when its deletion is told: ${deletion}`, async () => {
      fixture.sandbox.setMode({ deletion });
      await deleteProfile(fixture.client, fixture.profileId, undefined, quickTasks);
      assert.equal(served(), undefined);
    });
  }

  it('one is not gone when the task that deletes it fails, or does not end', async () => {
    raw.answer((response, request, nth) => {
      json(200, nth === 1 ? { taskId: 't' } : { stateValue: 2, message: 'In use' })(response, request, nth);
    });
    await failing(deleteProfile(theirs(), 'p', undefined, quickTasks), 'serverFault', {
      code: 'TASK_FAILED',
      serverMessage: 'In use',
    });
    raw.answer(json(200, { taskId: 't', stateValue: 1 }));
    const impatient = { ...quickTasks, timeout: 0, firstPause: 1 };
    await failing(deleteProfile(theirs(), 'p', undefined, impatient), 'timeout', { code: 'TASK' });
  });

  it('all of it is refused to a viewer', async () => {
    const viewer = await fixture.as('harbor-viewer');
    const { profileId } = fixture;
    for (const write of [
      () => createProfile(viewer, 'x'),
      () => renameProfile(viewer, profileId, 'x'),
      () => pinProfile(viewer, profileId, true),
      () => deleteProfile(viewer, profileId),
      () => setTestingGroups(viewer, profileId, []),
    ]) {
      await failing(write(), 'forbidden', { status: 403 });
    }
  });

  describe('groups that new versions are sent to', () => {
    const groups = () => fixture.sandbox.testingGroups().map(({ id }) => id);
    const now = () => served()?.testingGroupIds ?? [];

    it('are replaced as a whole', async () => {
      const [a = '', b = '', c = ''] = groups();
      await setTestingGroups(fixture.client, fixture.profileId, [a, b]);
      assert.deepEqual(now(), [a, b]);
      await setTestingGroups(fixture.client, fixture.profileId, [c]);
      assert.deepEqual(now(), [c]);
      await setTestingGroups(fixture.client, fixture.profileId, []);
      assert.deepEqual(now(), []);
    });

    it('are changed when they are still those that the person saw, in whatever order', async () => {
      const [a = '', b = '', c = ''] = groups();
      await setTestingGroups(fixture.client, fixture.profileId, [a, b]);
      fixture.sandbox.clearRequests();
      await changeTestingGroups(fixture.client, fixture.profileId, { expected: [b, a], wanted: [a, c] });
      assert.deepEqual(now(), [a, c]);
      assert.deepEqual(fixture.asked(), [`GET ${path()}`, `PATCH ${path()}`]);
    });

    it('stay, and it is a conflict, when somebody else changed them in between', async () => {
      const [a = '', b = '', c = ''] = groups();
      await setTestingGroups(fixture.client, fixture.profileId, [a]);
      for (const expected of [[], [b], [a, b]]) {
        const change = { expected, wanted: [a, c] };
        await failing(changeTestingGroups(fixture.client, fixture.profileId, change), 'conflict', {
          host: fixture.client.host,
        });
      }
      assert.deepEqual(now(), [a]);
    });

    it('are not written when they are as wanted already', async () => {
      const [a = '', b = ''] = groups();
      await setTestingGroups(fixture.client, fixture.profileId, [a]);
      fixture.sandbox.clearRequests();
      await changeTestingGroups(fixture.client, fixture.profileId, { expected: [a, b], wanted: [a] });
      assert.deepEqual(fixture.asked(), [`GET ${path()}`]);
    });
  });

  it('T5: are given up at the signal', async () => {
    const signal = AbortSignal.abort();
    const change = { expected: [], wanted: ['g'] };
    for (const write of [
      () => createProfile(fixture.client, 'x', signal),
      () => deleteProfile(fixture.client, fixture.profileId, signal),
      () => changeTestingGroups(fixture.client, fixture.profileId, change, signal),
    ]) {
      await failing(write(), 'cancelled');
    }
    assert.deepEqual(fixture.asked(), []);
  });
});
