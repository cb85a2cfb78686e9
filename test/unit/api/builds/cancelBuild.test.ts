import { strict as assert } from 'node:assert';
import { cancelBuild } from '../../../../src/api/builds/cancelBuild';
import { startBuild } from '../../../../src/api/builds/startBuild';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

describe('builds: cancel', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture({ profiles: 0 }), RawServer.start()]);
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
  });
  const theirs = () => clientOf(raw.origin).client;
  const asked = () => raw.requests.map(({ method, url }) => `${method} ${url}`);
  /** Answers by method and path; 404 for what is not among them. */
  const serve = (answers: Record<string, [status: number, body?: unknown]>) => {
    raw.answer((response, request, nth) => {
      const [status, body] = answers[`${request.method} ${request.url}`] ?? [404, {}];
      json(status, body)(response, request, nth);
    });
  };
  const post = 'POST /build/v3/queue/q/cancel';
  const get = 'GET /build/v1/queue/q?action=cancel';
  const look = 'GET /build/v1/queue/q';

  it('is a POST, after which the build is canceled', async () => {
    const { commits } = fixture.sandbox.builds();
    const commitId = [...commits.values()][0]?.[0]?.id ?? '';
    const { queueItemId } = await startBuild(fixture.client, { commitId });
    fixture.sandbox.clearRequests();
    assert.equal(await cancelBuild(fixture.client, queueItemId), 'canceled');
    assert.equal(fixture.asked()[0], `POST /build/v3/queue/${queueItemId}/cancel`);
    await failing(cancelBuild(await fixture.as('harbor-viewer'), queueItemId), 'forbidden', {
      role: 'operate',
    });
  });

  it('came too late where the build had ended otherwise, however the server tells it', async () => {
    const over = { buildStatus: 0, buildId: 'b' };
    const ways: Record<string, [number, unknown?]>[] = [
      { [post]: [200, over] },
      { [post]: [204], [look]: [200, over] },
      { [post]: [200, { taskId: 't' }], [look]: [200, { buildStatus: 1 }] },
      { [post]: [409, { message: 'It is over.' }], [look]: [200, over] },
      { [post]: [400, {}], [look]: [200, over] },
      { [post]: [404, {}], [look]: [200, over] },
    ];
    for (const way of ways) {
      serve(way);
      assert.equal(await cancelBuild(theirs(), 'q'), 'tooLate', JSON.stringify(way));
      assert.equal(asked().includes(get), false);
    }
    // Somebody else was faster.
    serve({ [post]: [409, {}], [look]: [200, { buildStatus: 2 }] });
    assert.equal(await cancelBuild(theirs(), 'q'), 'canceled');
  });

  it('is no failure because nobody can say what came of it', async () => {
    serve({ [post]: [204], [look]: [503, {}] });
    assert.equal(await cancelBuild(theirs(), 'q'), 'canceled');
    serve({ [post]: [204], [look]: [200, { buildStatus: 91 }] });
    assert.equal(await cancelBuild(theirs(), 'q'), 'canceled');
  });

  for (const status of [405, 410]) {
    it(`is the older GET where the POST is unknown (${status}), and from then on nothing else`, async () => {
      serve({ [post]: [status], [get]: [200, { buildStatus: 2 }] });
      const client = theirs();
      assert.equal(await cancelBuild(client, 'q'), 'canceled');
      assert.deepEqual(asked(), [post, get]);
      assert.equal(await cancelBuild(client, 'q'), 'canceled');
      assert.deepEqual(asked(), [post, get, get]);
    });
  }

  it('is the older GET after a 404 only of a build that is known and not over', async () => {
    serve({ [look]: [200, { buildStatus: 90 }], [get]: [200, {}] });
    const client = theirs();
    assert.equal(await cancelBuild(client, 'q'), 'canceled');
    assert.deepEqual(asked(), [post, look, get, look]);
    // The server has the route, and not the build.
    serve({});
    await failing(cancelBuild(theirs(), 'q'), 'notFound');
    assert.deepEqual(asked(), [post, look]);
  });

  it('fails as the server says where the build is not over', async () => {
    serve({ [post]: [409, { message: 'Not now.' }], [look]: [200, { buildStatus: 91 }] });
    await failing(cancelBuild(theirs(), 'q'), 'conflict', { serverMessage: 'Not now.' });
    serve({ [post]: [500, {}] });
    await failing(cancelBuild(theirs(), 'q'), 'serverFault');
    assert.deepEqual(asked(), [post]);
    await failing(cancelBuild(theirs(), 'q', AbortSignal.abort()), 'cancelled');
  });
});
