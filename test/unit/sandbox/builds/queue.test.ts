/** Builds that are started: each is where the clock says, and ends as its server is told to let it end. */
import { strict as assert } from 'node:assert';
import { zeroGuid } from '../../../sandbox/data/random';
import { assertNamed } from '../client';
import { BuildsFixture } from './buildsFixture';

describe('sandbox: the queue of builds', () => {
  let fixture: BuildsFixture;
  before(async () => {
    fixture = await BuildsFixture.start();
  });
  after(() => fixture.sandbox.close());
  beforeEach(() => {
    fixture.calm({ buildWaitSeconds: 10, buildRunSeconds: 100, buildEnd: 'success' });
  });

  it('R47: walks null, 90, 91, 92 and the end by the clock; the build is zero until it runs', async () => {
    const id = await fixture.startedId();
    const walk: unknown[] = [];
    for (const seconds of [0, 5, 4.9, 0.1, 94.9, 0.1, 4.9, 0.1, 3600]) {
      fixture.pass(seconds);
      const { buildStatus, buildId, queueItemStatus } = await fixture.item(id);
      walk.push([buildStatus, buildId === zeroGuid, queueItemStatus]);
    }
    assert.deepEqual(walk, [
      [null, true, 0],
      [90, true, 0],
      [90, true, 0],
      [91, false, 1],
      [91, false, 1],
      [92, false, 1],
      [92, false, 1],
      [0, false, 1],
      [0, false, 1],
    ]);
    assertNamed('QueueItem', [await fixture.item(id)]);
  });

  it('R47: waits for as long as it is told to, however often it is asked', async () => {
    fixture.sandbox.setMode({ buildWaitSeconds: 40 });
    const id = await fixture.startedId();
    fixture.pass(30);
    for (let polls = 0; polls < 10; polls++) {
      assert.equal((await fixture.item(id))['buildStatus'], 90);
    }
  });

  it('ends with warnings, failed, and timed out', async () => {
    for (const [buildEnd, status, hasWarning] of [
      ['warning', 0, true],
      ['failure', 1, false],
      ['timeout', 3, false],
    ] as const) {
      fixture.sandbox.setMode({ buildEnd });
      const id = await fixture.startedId();
      fixture.pass(109);
      assert.equal((await fixture.item(id))['hasWarning'], false);
      fixture.pass(1);
      const item = await fixture.item(id);
      assert.deepEqual([item['buildStatus'], item['hasWarning']], [status, hasWarning]);
    }
  });

  it('usually lets the newest commit fail the first time, and then succeed', async () => {
    fixture.sandbox.setMode({ buildEnd: 'usual' });
    const other = await BuildsFixture.start({ buildWaitSeconds: 1, buildRunSeconds: 1 });
    try {
      const statuses: unknown[] = [];
      for (const commitId of [other.commitId, other.commitId, other.commitIds[1]!]) {
        const id = await other.startedId(commitId);
        other.pass(2);
        statuses.push((await other.item(id))['buildStatus']);
      }
      assert.deepEqual(statuses, [1, 0, 0]);
    } finally {
      await other.sandbox.close();
    }
  });

  it('has one id for queue item, task and build, or three', async () => {
    const same = (await fixture.start()).json();
    assert.equal(same['taskId'], same['queueItemId']);
    fixture.pass(10);
    assert.equal((await fixture.item(String(same['taskId'])))['buildId'], same['taskId']);
    fixture.sandbox.setMode({ buildIds: 'different' });
    const { taskId, queueItemId } = (await fixture.start()).json();
    fixture.pass(10);
    const { buildId } = await fixture.item(String(queueItemId));
    assert.equal(new Set([taskId, queueItemId, buildId]).size, 3);
    assert.deepEqual(await fixture.item(String(taskId)), await fixture.item(String(queueItemId)));
  });

  it('has the build among those of its commit and its branch once it runs, with times once it is over', async () => {
    const commitId = fixture.commitIds[1]!;
    const before = await fixture.builds(commitId);
    const id = await fixture.startedId(commitId);
    assert.equal((await fixture.builds(commitId)).length, before.length);
    fixture.pass(10);
    const running = (await fixture.builds(commitId))[0]!;
    assert.deepEqual(
      [running['id'], running['status'], running['duration'], running['endDate']],
      [id, 91, null, null],
    );
    fixture.pass(100);
    const over = (await fixture.builds(commitId))[0]!;
    assert.deepEqual([over['status'], over['duration']], [0, '00:01:40.0000000']);
    assert.equal(Date.parse(String(over['endDate'])) - Date.parse(String(over['startDate'])), 100_000);
    assertNamed('Build', [running, over]);
    const status = `/build/v2/commits/${commitId}/builds/${id}/status`;
    const template = '/build/v2/commits/{commitId}/builds/{buildId}/status';
    assert.equal((await fixture.get(status, template)).text, '0');
    fixture.sandbox.setMode({ buildStatusForm: 'object' });
    assert.deepEqual((await fixture.get(status, template)).json(), { status: 0, hasWarning: false });
  });

  it('cancels what waits or runs, by the POST and by the GET; comes too late for what is over', async () => {
    const cancel = (id: string) =>
      fixture.client.send(
        'POST',
        `/build/v3/queue/${id}/cancel`,
        fixture.token,
        undefined,
        '/build/v3/queue/{taskId}/cancel',
      );
    const older = (id: string) =>
      fixture.get(`/build/v1/queue/${id}?action=cancel`, '/build/v1/queue/{queueItemId}');
    const waiting = await fixture.startedId();
    assert.equal((await cancel(waiting)).json()['buildStatus'], 2);
    fixture.pass(1000);
    assert.deepEqual(
      [(await fixture.item(waiting))['buildStatus'], (await fixture.item(waiting))['buildId']],
      [2, zeroGuid],
    );
    const running = await fixture.startedId();
    fixture.pass(50);
    assert.equal((await older(running)).json()['buildStatus'], 2);
    assert.notEqual((await fixture.item(running))['buildId'], zeroGuid);
    const over = await fixture.startedId();
    fixture.pass(110);
    assert.equal((await cancel(over)).json()['buildStatus'], 0);
    fixture.sandbox.setMode({ cancelRoute: 'get' });
    const third = await fixture.startedId();
    assert.equal((await cancel(third)).status, 404);
    assert.equal((await older(third)).json()['buildStatus'], 2);
  });

  it('is started by the third version too, and with variables where the server has that', async () => {
    for (const way of ['build', 'build/by-workflow']) {
      const path = `/build/v3/commits/${fixture.commitId}/${way}`;
      const template = `/build/v3/commits/{commitId}/${way}`;
      const { status } = await fixture.client.send('POST', path, fixture.token, undefined, template);
      assert.equal(status, 200);
    }
    const way = 'build/by-workflow/with-environment';
    const put = (body: unknown) =>
      fixture.client.send(
        'PUT',
        `/build/v3/commits/${fixture.commitId}/${way}`,
        fixture.token,
        body,
        `/build/v3/commits/{commitId}/${way}`,
      );
    assert.match(String((await put({ A: 'b' })).json()['taskId']), /^[\da-f-]{36}$/);
    assert.equal((await put({ A: 1 })).status, 400);
    fixture.sandbox.setMode({ startWithVariables: false });
    assert.equal((await put({ A: 'b' })).status, 405);
  });

  it('tells what is under way, its step, and what others have under way', async () => {
    fixture.pass(100_000);
    assert.deepEqual(await fixture.dashboard(), []);
    const id = await fixture.startedId();
    const [waiting] = await fixture.dashboard();
    assert.deepEqual(
      [waiting?.['id'], waiting?.['queueItemStatus'], waiting?.['stepName'], waiting?.['publishId']],
      [id, 0, null, null],
    );
    fixture.pass(60);
    const [running] = await fixture.dashboard();
    assert.deepEqual([running?.['queueItemStatus'], running?.['stepName']], [1, 'Xcodebuild for Devices']);
    assert.equal(running?.['profileName'], 'Harbor Notes iOS');
    assert.equal(running['email'], fixture.sandbox.account('harbor-owner').email);
    fixture.sandbox.setMode({ othersUnderWay: true });
    const all = await fixture.dashboard();
    assertNamed('QueueEntry', all);
    assert.ok(all.some(({ publishId, stepName }) => publishId && stepName === 'Get Approval via Email'));
    assert.ok(all.some(({ publishId, email }) => publishId === undefined && email !== running['email']));
    assert.equal(new Set(all.map((row) => row['id'])).size, all.length);
    assert.equal(all.at(-1)?.['id'], id);
  });

  it('is 403 for a viewer who starts or cancels; the viewer may look', async () => {
    const { sandbox, client } = fixture;
    const viewer = await client.token(sandbox.account('harbor-viewer'));
    const id = await fixture.startedId();
    assert.equal((await fixture.start(fixture.commitId, viewer)).status, 403);
    const queue = '/build/v1/queue/{queueItemId}';
    assert.equal((await client.get(`/build/v1/queue/${id}?action=cancel`, viewer, queue)).status, 403);
    assert.equal((await client.get(`/build/v1/queue/${id}`, viewer, queue)).status, 200);
    assert.equal((await client.get(`/build/v1/queue/${id}?action=restart`, viewer, queue)).status, 400);
    const other = await client.token(sandbox.account('northwind-owner'));
    assert.equal((await client.get(`/build/v1/queue/${id}`, other, queue)).status, 404);
  });
});
