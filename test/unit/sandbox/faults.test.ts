/** Every kind of fault, met by a real HTTP client. Armed over HTTP, as other processes do it. */
import { strict as assert } from 'node:assert';
import { get, type IncomingMessage } from 'node:http';
import type { Fault } from '../../sandbox/faults';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { until } from '../support/until';
import { Client } from './client';

const path = '/distribution/v2/profiles';

describe('sandbox: faults', () => {
  let sandbox: Sandbox;
  let client: Client;
  let token: string;
  let init: RequestInit;
  before(async () => {
    sandbox = await startSandbox({ profiles: 10 });
    client = new Client(sandbox);
    token = await client.token();
    init = { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' };
  });
  after(() => sandbox.close());
  afterEach(async () => {
    await client.control('DELETE', 'faults');
    sandbox.clearRequests();
  });

  const arm = async (fault: Fault): Promise<void> => {
    const { status, json } = await client.control('POST', 'faults', fault);
    assert.equal(status, 200, JSON.stringify(json));
  };
  const ask = async (more: RequestInit = {}): Promise<Response> =>
    fetch(`${sandbox.apiEndpoint}${path}`, { ...init, ...more });
  /** What does not come is given this time to come all the same; nothing has to come within it. */
  const abortLater = (stop: AbortController) =>
    setTimeout(() => {
      stop.abort();
    }, 100);
  const codeOf = (error: unknown): unknown => (error as { cause?: { code?: unknown } }).cause?.code;

  it('respond: status, JSON body, headers, Retry-After, as often as told', async () => {
    await arm({
      kind: 'respond',
      status: 503,
      body: { message: 'busy' },
      headers: { 'x-a': 'b' },
      retryAfter: 2,
      times: 2,
    });
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await ask();
      assert.equal(answer.status, 503);
      assert.equal(answer.headers.get('retry-after'), '2');
      assert.equal(answer.headers.get('x-a'), 'b');
      assert.deepEqual(await answer.json(), { message: 'busy' });
    }
    assert.equal((await ask()).status, 200);
  });

  it('respond: a text body, no body, a date in Retry-After', async () => {
    const retryAfter = 'Fri, 31 Jul 2026 12:00:00 GMT';
    await arm({ kind: 'respond', status: 429, body: 'slow down', retryAfter, times: 1 });
    const text = await ask();
    assert.equal(text.headers.get('retry-after'), retryAfter);
    assert.match(text.headers.get('content-type') ?? '', /^text\/plain/);
    assert.equal(await text.text(), 'slow down');
    await arm({ kind: 'respond', status: 502 });
    assert.equal(await (await ask()).text(), '');
  });

  it('delay: the usual answer, later', async () => {
    await arm({ kind: 'delay', delayMs: 120 });
    const start = Date.now();
    assert.equal((await ask()).status, 200);
    assert.ok(Date.now() - start >= 115);
  });

  it('reset: the connection is reset', async () => {
    await arm({ kind: 'reset', times: 1 });
    await assert.rejects(ask(), (error) => codeOf(error) === 'ECONNRESET');
    assert.equal((await ask()).status, 200);
    const [first] = sandbox.requests();
    assert.deepEqual([first?.status, first?.aborted], [null, true]);
    assert.match(first?.fault ?? '', /^fault-/);
  });

  it('hang: no answer until the client gives up', async () => {
    await arm({ kind: 'hang', times: 1 });
    const stop = new AbortController();
    const met = until(() => typeof sandbox.requests()[0]?.fault === 'string', 'the fault');
    void met.then(() => abortLater(stop));
    await assert.rejects(ask({ signal: stop.signal }), { name: 'AbortError' });
    assert.equal((await ask()).status, 200);
  });

  it('truncate: fewer bytes than announced, and the connection ends', async () => {
    await arm({ kind: 'truncate', keepBytes: 100, times: 1 });
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${sandbox.apiEndpoint}${path}`, { headers: { authorization: `Bearer ${token}` } }, resolve).on(
        'error',
        reject,
      );
    });
    let received = 0;
    await assert.rejects(async () => {
      for await (const chunk of answer) {
        received += (chunk as Buffer).length;
      }
    });
    assert.equal(received, 100);
    assert.ok(Number(answer.headers['content-length']) > 1000);
    assert.equal(answer.complete, false);
    assert.equal((await ask()).status, 200);
  });

  it('stall: the answer begins and does not go on', async () => {
    await arm({ kind: 'stall', times: 1 });
    const stop = new AbortController();
    const answer = await ask({ signal: stop.signal });
    assert.equal(answer.status, 200);
    abortLater(stop);
    await assert.rejects(answer.text(), { name: 'AbortError' });
  });

  it('contentType: the usual body under another type', async () => {
    await arm({ kind: 'contentType', contentType: 'text/plain' });
    const answer = await ask();
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
    assert.equal(((await answer.json()) as unknown[]).length, 10);
  });

  it('coding: the usual body, packed with a list, or only called so', async () => {
    await arm({ kind: 'coding', coding: 'deflate, gzip', times: 1 });
    const packed = await ask();
    assert.equal(packed.headers.get('content-encoding'), 'deflate, gzip');
    assert.equal(((await packed.json()) as unknown[]).length, 10);
    await arm({ kind: 'coding', coding: 'martian', keepBytes: 20 });
    const called = await ask();
    assert.equal(called.headers.get('content-encoding'), 'martian');
    assert.match(await called.text(), /^\[\{".{17}$/);
  });

  it('stream: pieces of a text, and an end or none', async () => {
    await arm({ kind: 'stream', pieces: ['data: 1\n\n', 'data: 2\n\n'], everyMs: 20, times: 1 });
    const whole = await ask();
    assert.match(whole.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.equal(await whole.text(), 'data: 1\n\ndata: 2\n\n');
    await arm({
      kind: 'stream',
      pieces: ['a'],
      contentType: 'text/plain',
      status: 201,
      end: 'cut',
      times: 1,
    });
    const cut = await ask();
    assert.deepEqual([cut.status, cut.headers.get('content-type')], [201, 'text/plain']);
    await assert.rejects(cut.text());
    await arm({ kind: 'stream', pieces: ['a'], end: 'stall' });
    const stop = new AbortController();
    const stalled = await ask({ signal: stop.signal });
    abortLater(stop);
    await assert.rejects(stalled.text(), { name: 'AbortError' });
  });

  it('oversize: as many bytes as told, announced or not', async () => {
    const bytes = 3_000_001;
    await arm({ kind: 'oversize', bytes, announced: true, times: 1 });
    await arm({ kind: 'oversize', bytes, times: 1 });
    const announced = await ask();
    assert.equal(announced.headers.get('content-length'), String(bytes));
    assert.equal((await announced.arrayBuffer()).byteLength, bytes);
    const silent = await ask();
    assert.equal(silent.headers.get('content-length'), null);
    const text = await silent.text();
    assert.equal(text.length, bytes);
    assert.deepEqual(JSON.parse(text), []);
  });

  it('redirect: to another origin', async () => {
    await arm({ kind: 'redirect', location: `${sandbox.authEndpoint}/elsewhere`, times: 1 });
    await arm({ kind: 'redirect', location: '/distribution/v2/testing-groups', status: 307, times: 1 });
    const answer = await ask();
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('location'), `${sandbox.authEndpoint}/elsewhere`);
    assert.equal((await ask()).status, 307);
  });

  it('meets only the host, method and path that it is for', async () => {
    const groups = async (): Promise<number> =>
      (await fetch(`${sandbox.apiEndpoint}/distribution/v2/testing-groups`, init)).status;
    const cases: [Omit<Fault, 'kind'>, boolean, boolean][] = [
      [{ host: 'auth' }, false, false],
      [{ host: 'api', method: 'get' }, true, true],
      [{ method: 'POST' }, false, false],
      [{ path: '/distribution/v2/prof' }, true, false],
      [{ path: 'distribution/' }, true, true],
      [{ path: '/distribution/*/profiles' }, true, false],
      [{ path: '/*/profiles' }, false, false],
      [{ path: '**/profiles' }, true, false],
      [{ path: '/distribution/v2/testing-groups' }, false, true],
    ];
    for (const [match, meetsProfiles, meetsGroups] of cases) {
      await arm({ kind: 'respond', status: 418, ...match });
      const met = [(await ask()).status === 418, (await groups()) === 418];
      assert.deepEqual(met, [meetsProfiles, meetsGroups], JSON.stringify(match));
      await client.control('DELETE', 'faults');
    }
  });

  it('lets requests pass first, counts its hits, and is cleared by id', async () => {
    await arm({ kind: 'respond', status: 500, after: 2, times: 1 });
    const statuses = [await ask(), await ask(), await ask(), await ask()].map(({ status }) => status);
    assert.deepEqual(statuses, [200, 200, 500, 200]);
    const [listed] = (await client.control('GET', 'faults')).json['faults'] as { id: string; hits: number }[];
    assert.equal(listed?.hits, 1);
    await arm({ kind: 'hang' });
    const { json } = await client.control('DELETE', `faults/${listed.id}`);
    assert.deepEqual(
      (json['faults'] as Fault[]).map(({ kind }) => kind),
      ['hang'],
    );
  });

  it('meets the exchange too, and the log knows what was sent', async () => {
    await arm({ kind: 'respond', status: 500, host: 'auth', times: 1 });
    assert.equal(
      (await client.exchange('/auth/v3/token', { personalAccessKey: sandbox.personalAccessKey })).status,
      500,
    );
    const [entry] = sandbox.requests();
    assert.deepEqual(
      [entry?.status, entry?.carries.credential, entry?.bodyFields],
      [500, true, ['personalAccessKey']],
    );
  });

  it('refuses to be armed with what makes no sense', async () => {
    for (const fault of [
      {},
      { kind: 'explode' },
      { kind: 'respond' },
      { kind: 'hang', time: 1 },
      { kind: 'delay' },
    ]) {
      assert.equal((await client.control('POST', 'faults', fault)).status, 400, JSON.stringify(fault));
    }
  });

  it('keeps no sandbox from closing', async () => {
    const other = await startSandbox({ profiles: 1 });
    const own = await new Client(other).token();
    other.arm({ kind: 'hang', times: 1 });
    other.arm({ kind: 'stall', times: 1 });
    other.arm({ kind: 'delay', delayMs: 60_000, times: 1 });
    const asked = [1, 2, 3].map(async () => {
      const answer = await fetch(`${other.apiEndpoint}${path}`, {
        headers: { authorization: `Bearer ${own}` },
      });
      return answer.text();
    });
    const settled = Promise.allSettled(asked);
    await until(() => other.requests().filter(({ fault }) => fault !== null).length === 3, 'the faults');
    const start = Date.now();
    await other.close();
    // Far less than the delay, and far more than a busy machine takes.
    assert.ok(Date.now() - start < 20_000, `took ${Date.now() - start} ms`);
    assert.deepEqual(
      (await settled).map(({ status }) => status),
      ['rejected', 'rejected', 'rejected'],
    );
  });
});
