import { strict as assert } from 'node:assert';
import type { ServerResponse } from 'node:http';
import { Transport } from '../../../../src/api/transport/transport';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { RecordingLog } from '../../support/fakes/log';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { json, RawServer } from './rawServer';
import { failing, wire } from './transportFixture';
import { Redactor } from '../../../../src/support/redact';

describe('transport: what is sent and what is read', () => {
  let raw: RawServer;
  let sandbox: Sandbox;
  before(async () => {
    [raw, sandbox] = await Promise.all([RawServer.start(), startSandbox({ profiles: 1 })]);
  });
  after(() => Promise.all([raw.close(), sandbox.close()]));
  beforeEach(() => {
    raw.answer(json(200, {}));
  });

  const get = (path = '/x') => ({ method: 'GET', base: raw.origin, path }) as const;

  it('sends User-Agent, Accept and the token, keeps the sub-path, and encodes the query', async () => {
    await wire().transport.send({
      ...get('/list'),
      base: `${raw.origin}/sub/path`,
      query: { search: 'a&b=c +ü' },
      bearer: 'the-token',
    });
    const [request] = raw.requests;
    assert.equal(request?.url, '/sub/path/list?search=a%26b%3Dc+%2B%C3%BC');
    assert.equal(request.headers['user-agent'], 'AppcircleExplorer/0.0.0 test');
    assert.equal(request.headers.accept, 'application/json');
    assert.equal(request.headers.authorization, 'Bearer the-token');
  });

  it('sends a form with its + / = encoded, and no token that was not given', async () => {
    await wire().transport.send({ ...get(), method: 'POST', form: { personalAccessKey: sentinel } });
    const [request] = raw.requests;
    assert.ok(request);
    assert.match(request.headers['content-type'] ?? '', /^application\/x-www-form-urlencoded\b/);
    assert.equal(new URLSearchParams(request.body).get('personalAccessKey'), sentinel);
    assert.equal('authorization' in request.headers, false);
  });

  it('R30: nothing is loaded or asked before the first request', () => {
    wire();
    assert.deepEqual(raw.requests, []);
  });

  it('R18: a proxy in the environment is the business of the editor, not of this', async () => {
    const saved = process.env['http_proxy'];
    process.env['http_proxy'] = 'http://127.0.0.1:1';
    try {
      assert.equal((await wire().transport.send(get())).status, 200);
    } finally {
      if (saved === undefined) {
        delete process.env['http_proxy'];
      } else {
        process.env['http_proxy'] = saved;
      }
    }
  });

  it('R21: 204, an empty body and white space are no body; a byte order mark is not in the way', async () => {
    raw.answer((response) => response.writeHead(204).end());
    assert.deepEqual((await wire().transport.send(get())).body, undefined);
    raw.answer((response) => response.end(''));
    assert.equal((await wire().transport.send(get())).body, undefined);
    raw.answer((response) => response.end(' \r\n'));
    assert.equal((await wire().transport.send(get())).body, undefined);
    raw.answer((response) => response.end('\ufeff{"a":"ü"}'));
    assert.deepEqual((await wire().transport.send(get())).body, { a: 'ü' });
  });

  it('R21: JSON under another content type is JSON', async () => {
    raw.answer((response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('[1]'));
    assert.deepEqual((await wire().transport.send(get())).body, [1]);
  });

  it('R21: a web page in place of JSON is told with its status and type', async () => {
    sandbox.arm({ kind: 'html', times: 1 });
    const asked = { method: 'GET', base: sandbox.apiEndpoint, path: '/distribution/v2/profiles' } as const;
    await failing(wire().transport.send(asked), 'foreignResponse', {
      status: 200,
      contentType: 'text/html',
      host: new URL(sandbox.apiEndpoint).host,
    });
  });

  it('R14: tells how far the server clock is ahead, and nothing where there is no Date', async () => {
    const now = Date.parse('2026-05-05T10:00:00Z');
    const { transport } = wire({ clock: () => now });
    raw.answer(json(200, {}, { date: new Date(now + 90_000).toUTCString() }));
    assert.equal((await transport.send(get())).clockSkew, 90_000);
    raw.answer((response) => {
      response.sendDate = false;
      response.end('{}');
    });
    assert.equal((await transport.send(get())).clockSkew, undefined);
    raw.answer(json(200, {}, { date: 'yesterday' }));
    assert.equal((await transport.send(get())).clockSkew, undefined);
  });

  it('R7: gives the words of an error body, shortened, and never its stack trace', async () => {
    raw.answer(json(409, { message: 'The name is taken. '.repeat(50), stackTrace: 'at Secret.Place()' }));
    const failure = await failing(wire().transport.send(get()), 'conflict', { status: 409 });
    assert.equal(failure.facts.serverMessage?.length, 300);
    assertNoSecret('Secret.Place', failure);
  });

  it('R7: an error body that is no JSON, or huge, is left unread', async () => {
    raw.answer((response) => response.writeHead(500).end('<html>oops</html>'));
    const page = await failing(wire().transport.send(get()), 'serverFault', { status: 500 });
    assert.equal('serverMessage' in page.facts, false);
    raw.answer(json(500, { message: 'x', filler: 'y'.repeat(70_000) }));
    const huge = await failing(wire().transport.send(get()), 'serverFault');
    assert.equal('serverMessage' in huge.facts, false);
  });

  describe('the log', () => {
    it('T10: a line holds method, address, status and time, and neither query nor header', async () => {
      let now = 1000;
      const { transport, log } = wire({ clock: () => (now += 7) });
      raw.answer((response) => {
        response.sendDate = false;
        response.end('{}');
      });
      await transport.send({ ...get('/list'), query: { search: sentinel }, bearer: sentinel });
      assert.deepEqual(log.lines, [`info GET ${raw.origin}/list 200 7 ms`]);
      assertNoSecret(sentinel, log.lines);
    });

    it('R5: a form is never logged, whatever comes of it', async () => {
      const { transport, log } = wire();
      const form = { method: 'POST', base: raw.origin, path: '/auth', form: { key: sentinel } } as const;
      await transport.send(form);
      raw.answer(json(400, { error: `bad key ${sentinel}` }));
      await failing(transport.send(form), 'invalidInput');
      raw.answer((response) => response.end(`not json ${sentinel}`));
      await failing(transport.send(form), 'foreignResponse');
      raw.answer((response) => response.destroy());
      await failing(transport.send(form), 'offline');
      assert.equal(log.lines.length, 4);
      assertNoSecret(sentinel, log.lines);
    });

    it('tells a failure by its status, each attempt on a line of its own', async () => {
      const { transport, log } = wire();
      raw.answer(json(503, {}));
      await failing(transport.send(get()), 'serverFault');
      assert.deepEqual(
        log.lines.map((line) => line.replace(/\d+ ms$/, 'N ms')),
        Array<string>(3).fill(`info GET ${raw.origin}/x 503 N ms`),
      );
    });
  });

  describe('what leaves it', () => {
    const nobody = 'http://127.0.0.1:1';
    const faults: [name: string, arm: () => string][] = [
      ['a refused connection', () => nobody],
      ['a reset', () => (raw.answer((response) => response.socket?.resetAndDestroy()), raw.origin)],
      ['a page', () => (raw.answer((response) => response.end('<html>')), raw.origin)],
      ['a server fault', () => (raw.answer(json(500, { error: 'no' })), raw.origin)],
      ['a truncated body', () => (raw.answer(truncated), raw.origin)],
      ['a 401', () => (raw.answer(json(401, {})), raw.origin)],
    ];
    const truncated = (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"a":');
      setImmediate(() => response.destroy());
    };
    for (const [name, arm] of faults) {
      it(`R5: after ${name}, no AxiosError, no cause, no header, no form`, async () => {
        const base = arm();
        const { transport, log } = wire({ retries: { attempts: 1, firstDelay: 0, maxDelay: 0 } });
        for (const method of ['GET', 'POST'] as const) {
          const error = await transport
            .send({
              method,
              base,
              path: '/x',
              bearer: sentinel,
              ...(method === 'POST' && { form: { key: sentinel } }),
            })
            .catch((thrown: unknown) => thrown);
          assert.equal((error as Error).name, 'Failure');
          assert.equal((error as Error).cause, undefined);
          assert.deepEqual(Object.keys(error as object).sort(), ['facts', 'kind', 'name']);
          assertNoSecret(sentinel, error, log.lines, (error as Error).stack);
        }
      });
    }
  });

  it('takes its options as they come: a transport with nothing but a name and a log works', async () => {
    const plain = new Transport({ userAgent: 'a', log: new RecordingLog(), redactor: new Redactor() });
    assert.equal((await plain.send(get())).status, 200);
  });
});
