import { strict as assert } from 'node:assert';
import { canStartWithVariables, startBuild } from '../../../../src/api/builds/startBuild';
import { startClientFixture, type ClientFixture } from '../clientFixture';
import { clientOf, FakeTokens } from '../fakeClient';
import { json, RawServer } from '../transport/rawServer';
import { failing } from '../transport/transportFixture';

const id = '11111111-1111-4111-a111-111111111111';
const other = '22222222-2222-4222-a222-222222222222';

describe('builds: start', () => {
  let fixture: ClientFixture;
  let raw: RawServer;
  let commitId: string;
  before(async () => {
    [fixture, raw] = await Promise.all([startClientFixture({ profiles: 0 }), RawServer.start()]);
    const { commits } = fixture.sandbox.builds();
    commitId = [...commits.values()][0]?.[0]?.id ?? '';
  });
  after(() => Promise.all([fixture.sandbox.close(), raw.close()]));
  beforeEach(() => {
    fixture.calm();
  });
  const theirs = () => clientOf(raw.origin).client;

  it('is the request of the official command line', async () => {
    raw.answer(json(200, { taskId: id, queueItemId: other }));
    const started = await startBuild(theirs(), { commitId: 'c', workflowId: 'w', configurationId: 'k' });
    assert.deepEqual(started, { taskId: id, queueItemId: other });
    const [request] = raw.requests;
    assert.equal(request?.method, 'POST');
    assert.equal(request.url, '/build/v2/commits/c?action=build&workflowId=w&configurationId=k');
    assert.equal(request.headers['content-type'], 'application/x-www-form-urlencoded');
    assert.equal(request.headers.accept, '*/*');
    assert.equal(request.body, '{}');
    await startBuild(theirs(), { commitId: 'c' });
    assert.equal(raw.requests[1]?.url, '/build/v2/commits/c?action=build');
  });

  it('starts a build of the sandbox', async () => {
    const { taskId, queueItemId } = await startBuild(fixture.client, { commitId });
    assert.equal(taskId, queueItemId);
    assert.deepEqual(fixture.asked(), [`POST /build/v2/commits/${commitId}`]);
  });

  it('R50: with variables it is sent to the route that takes them, and never without them', async () => {
    raw.answer(json(200, { taskId: id }));
    const build = {
      commitId: 'c',
      workflowId: 'w',
      variables: { API_URL: 'https://x.example/?a=1', Ü: '"' },
    };
    assert.deepEqual(await startBuild(theirs(), build), { taskId: id, queueItemId: id });
    const [request] = raw.requests;
    assert.equal(request?.method, 'PUT');
    assert.equal(request.url, '/build/v3/commits/c/build/by-workflow/with-environment?workflowId=w');
    assert.deepEqual(JSON.parse(request.body), build.variables);
    raw.answer(json(200, { taskId: id }));
    await startBuild(theirs(), { ...build, variables: {} });
    assert.equal(raw.requests[0]?.method, 'POST');
  });

  it('R50: a server without that route is asked once', async () => {
    raw.answer(json(405, undefined));
    const client = theirs();
    const build = { commitId: 'c', workflowId: 'w', variables: { A: 'b' } };
    await failing(startBuild(client, build), 'methodNotAllowed');
    await failing(startBuild(client, build), 'methodNotAllowed');
    assert.equal(raw.requests.length, 1);
    // A 404 may be of the commit.
    raw.answer(json(404, {}));
    const elsewhere = theirs();
    await failing(startBuild(elsewhere, build), 'notFound');
    await failing(startBuild(elsewhere, build), 'notFound');
    assert.equal(raw.requests.length, 2);
  });

  it('R50: whether variables can be given is told by the description of the server, which is looked at once', async () => {
    assert.equal(await canStartWithVariables(fixture.client), true);
    const asked = fixture.asked();
    assert.ok(asked.includes('GET /openapi/index.html') && asked.includes('GET /openapi/build/swagger.json'));
    assert.ok(asked.length < 6, asked.join());
    fixture.sandbox.clearRequests();
    assert.equal(await canStartWithVariables(fixture.client), true);
    assert.deepEqual(fixture.asked(), []);
    // What the server does has the last word.
    fixture.sandbox.setMode({ startWithVariables: false });
    await failing(startBuild(fixture.client, { commitId, variables: { A: 'b' } }), 'methodNotAllowed');
    assert.equal(await canStartWithVariables(fixture.client), false);
  });

  it('R50: a description without the route says no, and nothing that can be read says that it may be tried', async () => {
    const describing = (paths: object) =>
      json(200, { openapi: '3.0.1', info: { title: 'Build', version: '1' }, paths });
    const get = { get: { responses: {} } };
    const start = '/build/v3/commits/{CommitId}/build/by-workflow/with-environment';
    const answers: [boolean, Parameters<typeof raw.answer>[0]][] = [
      [false, describing({ '/build/v2/commits/{id}': get, [start]: get })],
      [true, describing({ '/build/v2/commits/{id}': get, [start]: { put: { responses: {} } } })],
      [true, describing({ '/distribution/v2/profiles/{id}': get })],
      [true, json(404, {})],
      [true, json(500, {})],
      [true, json(200, { hello: 1 })],
      [true, (response) => response.destroy()],
    ];
    for (const [expected, answer] of answers) {
      raw.answer(answer);
      assert.equal(await canStartWithVariables(theirs()), expected);
    }
    await failing(canStartWithVariables(theirs(), AbortSignal.abort()), 'cancelled');
  });

  it('R21: takes one id, an id alone as text or JSON, and nothing else', async () => {
    for (const [answer, taskId] of [
      [{ queueItemId: id }, id],
      [{ taskId: id, queueItemId: '00000000-0000-0000-0000-000000000000' }, id],
      [id, id],
    ] as const) {
      raw.answer(json(200, answer));
      assert.deepEqual(await startBuild(theirs(), { commitId: 'c' }), { taskId, queueItemId: taskId });
    }
    raw.answer((response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(`${id}\n`));
    assert.equal((await startBuild(theirs(), { commitId: 'c' })).taskId, id);
    for (const odd of [{}, { taskId: 7 }, [], null, 'a build was started', '']) {
      raw.answer(json(200, odd));
      await failing(startBuild(theirs(), { commitId: 'c' }), 'unreadableAnswer');
    }
    raw.answer((response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html></html>'),
    );
    await failing(startBuild(theirs(), { commitId: 'c' }), 'foreignResponse');
  });

  it('is sent once, whatever comes of it, and once more with another token after a 401 (R14)', async () => {
    raw.answer(json(503, {}));
    await failing(startBuild(theirs(), { commitId: 'c' }), 'serverFault');
    assert.equal(raw.requests.length, 1);
    raw.answer((response, request, nth) => {
      (nth === 1 ? json(401, undefined) : json(200, { taskId: id }))(response, request, nth);
    });
    const tokens = new FakeTokens('old', () => Promise.resolve('new'));
    await startBuild(clientOf(raw.origin, tokens).client, { commitId: 'c' });
    assert.deepEqual(
      raw.requests.map(({ headers }) => headers.authorization),
      ['Bearer old', 'Bearer new'],
    );
  });

  it('is refused to a viewer, with the role that it takes; says what the server says, and stops at the signal', async () => {
    const viewer = await fixture.as('harbor-viewer');
    await failing(startBuild(viewer, { commitId }), 'forbidden', { role: 'operate' });
    raw.answer(json(409, { message: 'No runner is free.' }));
    await failing(startBuild(theirs(), { commitId: 'c' }), 'conflict', {
      serverMessage: 'No runner is free.',
    });
    await failing(startBuild(theirs(), { commitId: 'c' }, AbortSignal.abort()), 'cancelled');
    assert.equal(raw.requests.length, 1);
  });
});
