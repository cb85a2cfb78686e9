import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import type { Transport, TransportOptions } from '../../../src/api/transport/transport';
import { Redactor } from '../../../src/support/redact';
import { RawServer } from '../api/transport/rawServer';
import { FakeVscode } from '../extension/fakeVscode';
import { RecordingLog } from '../support/fakes/log';
import { failureOf, until } from '../support/until';

interface Build {
  options: (wanted: { production: boolean; outdir: string; more: Record<string, string> }) => BuildOptions;
}

interface Shipped {
  Transport: new (options: TransportOptions) => Transport;
}

/** For a process of its own: whatever a file reads of the editor while it is loaded is there. */
const editor = `
  const vscode = new Proxy(class {}, { get: (target, name) => (name in target ? target[name] : vscode) });
  const load = module.constructor._load;
  module.constructor._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
`;

describe('the transport as it is shipped, with what is left of axios', () => {
  const fromHere = createRequire(__filename);
  let folder: string;
  let server: RawServer;
  let transport: Transport;
  let leave: () => void;

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), 'appcircle-transport-'));
    const { options } = fromHere('../../../esbuild.js') as Build;
    const more = { transport: 'src/api/transport/transport.ts' };
    await build({ ...options({ production: true, outdir: folder, more }), logLevel: 'silent' });
    leave = new FakeVscode().install();
    const { Transport: Shipped } = fromHere(path.join(folder, 'transport.js')) as Shipped;
    transport = new Shipped({ userAgent: 'shipped', log: new RecordingLog(), redactor: new Redactor() });
    server = await RawServer.start();
  });

  after(async () => {
    await server.close();
    leave();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks with headers and token, and reads JSON that is packed', async () => {
    server.answer((response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync('{"fine":true}')),
    );
    const query = { a: 'ü &' };
    const answer = await transport.send({
      method: 'GET',
      base: server.origin,
      path: '/x',
      query,
      bearer: 't',
    });
    assert.deepEqual(answer.body, { fine: true });
    const [asked] = server.requests;
    assert.equal(asked?.url, '/x?a=%C3%BC+%26');
    const { connection: _, host, ...headers } = asked.headers;
    assert.equal(`http://${String(host)}`, server.origin);
    assert.deepEqual(headers, {
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
      authorization: 'Bearer t',
      'user-agent': 'shipped',
    });
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    it(`${method} says how long its body is`, async () => {
      server.answer((response) => response.end('{}'));
      await transport.send({ method, base: server.origin, path: '/', json: { name: 'ü' } });
      const [asked] = server.requests;
      assert.equal(asked?.body, '{"name":"ü"}');
      assert.equal(asked.headers['content-length'], '13');
      assert.equal(asked.headers['content-type'], 'application/json');
    });
  }

  it('streams a body, and gives the answer of a server that refuses', async () => {
    server.answer((response) => response.writeHead(500).end());
    const parts = [Buffer.from('one'), Buffer.from('two')];
    const stream = async function* () {
      yield* await Promise.resolve(parts);
    };
    const store = transport.store({ url: `${server.origin}/a`, method: 'PUT', body: { stream, length: 6 } });
    assert.match(String(await failureOf(store)), /serverFault/);
    assert.equal(server.requests[0]?.body, 'onetwo');
    assert.equal(server.requests[0].headers['content-length'], '6');
  });

  it('follows a redirect by itself, and shows one that it does not follow', async () => {
    server.answer((response, { url }) =>
      url === '/from' ? response.writeHead(302, { location: '/to' }).end() : response.end('{"at":"to"}'),
    );
    const to = { base: server.origin, path: '/from' };
    assert.deepEqual((await transport.send({ method: 'GET', ...to })).body, { at: 'to' });
    assert.match(String(await failureOf(transport.send({ method: 'POST', ...to }))), /foreignResponse/);
  });

  it('gives up when it is told to, before an answer and in the middle of one', async () => {
    for (const begin of [false, true]) {
      let closed = false;
      server.answer((response) => {
        response.on('close', () => (closed = true));
        if (begin) response.write('{');
      });
      const abort = new AbortController();
      const asked = failureOf(
        transport.send({ method: 'GET', base: server.origin, path: '/', signal: abort.signal }),
      );
      await until(() => server.requests.length === 1);
      abort.abort();
      assert.match(String(await asked), /cancelled/);
      await until(() => closed);
    }
  });

  it('says what became of a connection', async () => {
    const asked = transport.send({ method: 'POST', base: 'http://127.0.0.1:1', path: '/' });
    assert.match(String(await failureOf(asked)), /offline/);
  });

  it('R30: wakes no undici, and no http2', async () => {
    const named = (pattern: RegExp) => readdirSync(folder).filter((name) => pattern.test(name));
    const files = [/^axios-/, /^httpAdapter-/, /^pipeline-/, /^sendJson-/].flatMap(named);
    assert.equal(files.length, 4);
    const program = `${editor} ${JSON.stringify(files)}.forEach((name) => require(${JSON.stringify(folder)} + '/' + name));
      process.stdout.write(process.moduleLoadList.join('\\n'));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', program]);
    assert.match(stdout, /\bhttps$/m);
    assert.doesNotMatch(stdout, /undici|http2/);
  });
});
