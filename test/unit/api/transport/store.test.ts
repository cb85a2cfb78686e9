import { strict as assert } from 'node:assert';
import { Readable } from 'node:stream';
import type { StoreRequest, StreamBody } from '../../../../src/api/transport/transport';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { json, RawServer, type Handler } from './rawServer';
import { failing, wire } from './transportFixture';
import { Generated, MB, sha256 } from './streams';

describe('transport: bytes for a storage', () => {
  let storage: RawServer;
  before(async () => {
    storage = await RawServer.start();
  });
  after(() => storage.close());
  beforeEach(() => {
    storage.answer((response) => response.writeHead(200, { etag: '"e"' }).end());
  });

  const host = () => new URL(storage.origin).host;
  const put = (body: StoreRequest['body']): StoreRequest => ({
    url: `${storage.origin}/bucket/${encodeURIComponent(sentinel)}?X-Signature=${encodeURIComponent(sentinel)}`,
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body,
  });
  const streamed = (source: AsyncIterable<Uint8Array>, length: number): StreamBody => ({
    stream: () => source,
    length,
  });

  it('arrive as they are, with their length and without a token, at the address as it is', async () => {
    for (const body of [
      'text',
      Buffer.from([0, 255, 1]),
      streamed(Readable.from([Buffer.from('a'), Buffer.from('bc')]), 3),
    ]) {
      storage.answer((response) => response.writeHead(201, { etag: '"e"' }).end('<xml/>'));
      const response = await wire().transport.store(put(body));
      const [request] = storage.requests;
      const bytes = typeof body === 'object' && 'stream' in body ? Buffer.from('abc') : Buffer.from(body);
      assert.deepEqual(request?.bytes, bytes);
      assert.equal(request.method, 'PUT');
      assert.equal(storage.origin + request.url, put('').url);
      assert.equal(request.headers['content-length'], String(bytes.length));
      assert.equal(request.headers['transfer-encoding'], undefined);
      assert.equal(request.headers['content-type'], 'application/octet-stream');
      assert.equal(request.headers.authorization, undefined);
      assert.equal(response.status, 201);
      assert.ok(response.headers.some(([name, value]) => name === 'etag' && value === '"e"'));
    }
  });

  it('nothing at all is a body too', async () => {
    await wire().transport.store(put(streamed(Readable.from([]), 0)));
    assert.equal(storage.requests[0]?.headers['content-length'], '0');
  });

  it('by POST with the type of a form', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    await wire().transport.store({ ...put('--b--'), method: 'POST', headers });
    assert.equal(storage.requests[0]?.method, 'POST');
    assert.equal(storage.requests[0].headers['content-type'], 'multipart/form-data; boundary=b');
  });

  it('64 MB are read no faster than the storage takes them, and it is told how many went out', async function () {
    this.timeout(60_000);
    const source = new Generated(64 * MB);
    const hash = sha256();
    let taken = 0;
    let most = 0;
    storage.answerLive((response, message) => {
      void (async () => {
        for await (const chunk of message as AsyncIterable<Buffer>) {
          if (taken === 0) {
            // Until the sockets are full, and the source has to wait.
            for (let before = -1, calm = 0; calm < 20; before = source.made) {
              await new Promise(setImmediate);
              calm = before === source.made ? calm + 1 : 0;
            }
          }
          most = Math.max(most, source.made - taken);
          taken += chunk.length;
          hash.update(chunk);
        }
        response.end();
      })();
    });
    const told: number[] = [];
    await wire().transport.store({
      ...put(streamed(source, 64 * MB)),
      onSent: (bytes) => told.push(bytes),
    });
    assert.equal(hash.digest(), source.digest());
    assert.ok(most < 16 * MB, `${most} bytes were on their way`);
    assert.equal(told.at(-1), 64 * MB);
    assert.deepEqual(
      told,
      [...told].sort((a, b) => a - b),
    );
    assert.ok(told.length > 100);
  });

  it('T10: a signed address is a secret: the log has its host, whatever happens', async () => {
    const { transport, log } = wire();
    const body = streamed(Readable.from([sentinel]), sentinel.length);
    const answers: Handler[] = [
      (response) => response.end(sentinel),
      json(500, { message: sentinel }),
      (response) => response.writeHead(302, { location: `/x?sig=${sentinel}` }).end(),
      (response) => response.destroy(),
    ];
    for (const answer of answers) {
      storage.answer(answer);
      await transport.store(put(sentinel)).catch((error: unknown) => {
        assertNoSecret(sentinel, error, (error as Error).stack);
      });
    }
    await transport.store(put(body)).catch(() => undefined);
    assert.deepEqual(
      log.lines.map((line) => line.replace(/\d+ ms/, 'N ms')),
      ['200', '500', '302', 'ECONNRESET', 'ECONNRESET'].map((end) => `info PUT ${host()} ${end} N ms`),
    );
  });

  it('go to https, or to this machine, and to no address with a name in it', async () => {
    for (const url of [
      `http://storage.example.invalid/${sentinel}`,
      `ftp://storage.example.invalid/${sentinel}`,
      `https://me:pw@storage.example.invalid/${sentinel}`,
      `storage/${sentinel}`,
      '',
    ]) {
      const { transport, log } = wire();
      const failure = await failing(transport.store({ ...put('a'), url }), 'invalidInput', {
        code: 'REFUSED_ADDRESS',
      });
      assertNoSecret(sentinel, failure, failure.stack, log.lines);
    }
  });

  it('take no header that is the transport’s own', async () => {
    for (const name of ['authorization', 'Content-Length', 'Host']) {
      const request = { ...put('a'), headers: { [name]: 'x' } };
      await failing(wire().transport.store(request), 'invalidInput', { code: 'REFUSED_HEADER' });
    }
    assert.equal(storage.requests.length, 0);
  });
});
