import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decodeQueueItem, getQueueItem, listUnderWay } from '../../../../src/api/builds/queue';
import { clientOf } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

const zero = '00000000-0000-0000-0000-000000000000';

describe('builds: the queue', () => {
  let raw: RawServer;
  before(async () => {
    raw = await RawServer.start();
  });
  after(() => raw.close());
  const ours = () => clientOf(raw.origin).client;

  it('R47: an item waits, runs and ends as its numbers say; its build is unknown as long as that is zero', async () => {
    const steps: [object, object][] = [
      [{ buildStatus: null, buildId: zero, queueItemStatus: 0 }, { status: 'waiting' }],
      [
        { buildStatus: 90, buildId: zero, commitId: 'c', queueItemStatus: 0 },
        { status: 'waiting', commitId: 'c' },
      ],
      [
        { buildStatus: 91, buildId: 'b', queueItemStatus: 1 },
        { status: 'running', buildId: 'b' },
      ],
      [
        { buildStatus: 92, buildId: 'b', queueItemStatus: 2 },
        { status: 'running', buildId: 'b' },
      ],
      [
        { buildStatus: 0, hasWarning: true, buildId: 'b' },
        { status: 'succeededWithWarnings', buildId: 'b' },
      ],
      [
        { buildStatus: 3, hasWarning: true, buildId: 'b' },
        { status: 'timedOut', buildId: 'b' },
      ],
    ];
    for (const [answer, expected] of steps) {
      raw.answer(json(200, answer));
      assert.deepEqual(
        await getQueueItem(ours(), 'q'),
        { commitId: undefined, buildId: undefined, ...expected },
        JSON.stringify(answer),
      );
    }
    assert.equal(raw.requests[0]?.url, '/build/v1/queue/q');
  });

  it('R21, R47: an item whose status nobody knows is no end, and one that is none fails', async () => {
    for (const odd of [{}, { buildStatus: 99 }, { buildStatus: '0' }, { queueItemStatus: 90 }]) {
      assert.equal(decodeQueueItem(odd)?.status, 'unknown', JSON.stringify(odd));
    }
    assert.equal(decodeQueueItem({ buildStatus: null, queueItemStatus: 1 })?.status, 'running');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        assert.ok(decodeQueueItem(fields));
      }),
    );
    raw.answer(json(200, [0]));
    await failing(getQueueItem(ours(), 'q'), 'unreadableAnswer');
    raw.answer(json(404, {}));
    await failing(getQueueItem(ours(), 'q'), 'notFound');
  });

  it('has what is under way, builds and publishes of everybody', async () => {
    raw.answer(
      json(200, {
        data: [
          {
            id: 'q1',
            commitId: 'c',
            commitHash: 'f00',
            profileId: 'p',
            profileName: 'Harbor',
            branchName: 'main',
            queueItemStatus: 0,
            os: 1,
            publishId: null,
            email: 'mika@people.example',
            startQueueDateTime: '2026-07-01T10:00:00Z',
          },
          { id: 'q2', queueItemStatus: 1, publishId: 'run', stepName: 'Get Approval', commitId: zero, os: 2 },
          { id: 'q3', queueItemStatus: 2, publishId: zero },
          { id: 'q4' },
          { profileName: 'no id' },
        ],
      }),
    );
    const [build, publish, third, fourth, ...more] = await listUnderWay(ours());
    assert.deepEqual(build, {
      id: 'q1',
      kind: 'build',
      status: 'waiting',
      profileId: 'p',
      profileName: 'Harbor',
      branchName: 'main',
      commitId: 'c',
      hash: 'f00',
      platform: 'ios',
      stepName: undefined,
      publishId: undefined,
      versionId: undefined,
      startedBy: 'mika@people.example',
      queuedAt: Date.UTC(2026, 6, 1, 10),
    });
    assert.deepEqual(
      [publish?.kind, publish?.status, publish?.stepName, publish?.commitId, publish?.platform],
      ['publish', 'running', 'Get Approval', undefined, 'android'],
    );
    assert.deepEqual([third?.kind, fourth?.kind], ['build', 'build']);
    assert.deepEqual(more, []);
    assert.equal(raw.requests[0]?.url, '/build/v1/queue/my-dashboard?page=1&size=1000');
  });

  it('R21: has nothing under way where the server says so in whatever way', async () => {
    for (const empty of [{ data: [] }, []]) {
      raw.answer(json(200, empty));
      assert.deepEqual(await listUnderWay(ours()), []);
    }
  });
});
