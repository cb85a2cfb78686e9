import { strict as assert } from 'node:assert';
import { Failure, type FailureFacts } from '../../../../src/api/failure';
import { FileStorage, storageRetries } from '../../../../src/api/files/fileStorage';
import type { StoreResponse, StoreRequest } from '../../../../src/api/transport/transport';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { failureOf } from '../../support/until';
import { RawServer } from '../transport/rawServer';
import { FakeSink } from '../transport/fakeSink';
import { failing, wire } from '../transport/transportFixture';

const quick = { ...storageRetries, firstDelay: 0 };

describe('file storage', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  const put = (url: string) => ({ url, method: 'PUT', body: 'abc' }) as const;

  /** A transport that fails in these ways, one after the other, and succeeds then. */
  function failingTransport(...faults: Error[]) {
    const requests: StoreRequest[] = [];
    const transport = {
      store: (request: StoreRequest): Promise<StoreResponse> => {
        requests.push(request);
        request.onSent?.(requests.length * 10);
        const fault = faults[requests.length - 1];
        return fault ? Promise.reject(fault) : Promise.resolve({ status: 200, headers: [] });
      },
      download: () => Promise.resolve({ size: 0, headers: [] }),
    };
    return { transport, requests };
  }
  const fault = (facts: FailureFacts, kind: Failure['kind'] = 'serverFault') => new Failure(kind, facts);

  it('R16: tries again by itself after what passes, up to five times, with a second that doubles', async () => {
    for (const passing of [
      ...[408, 429, 500, 502, 503, 504].map((status) => fault({ status })),
      ...['ECONNRESET', 'EPIPE', 'ECONNABORTED'].map((code) => fault({ code }, 'offline')),
      fault({}, 'timeout'),
    ]) {
      const { transport, requests } = failingTransport(...Array<Error>(5).fill(passing));
      await new FileStorage(transport, 'https://api.example', quick).store(put('https://s.example/x'));
      assert.equal(requests.length, 6);
      const worse = failingTransport(...Array<Error>(6).fill(passing));
      const store = new FileStorage(worse.transport, 'https://api.example', quick).store(
        put('https://s.example/x'),
      );
      assert.equal(await failureOf(store), passing);
      assert.equal(worse.requests.length, 6);
    }
    assert.deepEqual([storageRetries.attempts, storageRetries.firstDelay], [6, 1000]);
  });

  it('gives up at once after what does not pass', async () => {
    for (const lasting of [
      ...[400, 401, 403, 404, 409, 411, 413, 501].map((status) => fault({ status }, 'invalidInput')),
      fault({ code: 'ECONNREFUSED' }, 'offline'),
      fault({ code: 'CERT_HAS_EXPIRED' }, 'certificate'),
      fault({ status: 503, retryAfter: 600 }),
      new TypeError('no failure of a request'),
    ]) {
      const { transport, requests } = failingTransport(lasting);
      const store = new FileStorage(transport, 'https://api.example', quick).store(
        put('https://s.example/x'),
      );
      assert.equal(await failureOf(store), lasting);
      assert.equal(requests.length, 1);
    }
  });

  it('tells what went out, and in which attempt', async () => {
    const { transport } = failingTransport(fault({ status: 503 }), fault({ status: 503 }));
    const told: number[][] = [];
    const onSent = (bytes: number, attempt: number) => told.push([bytes, attempt]);
    await new FileStorage(transport, 'https://api.example', quick).store({
      ...put('https://s.example/'),
      onSent,
    });
    assert.deepEqual(told, [
      [10, 1],
      [20, 2],
      [30, 3],
    ]);
  });

  it('T9: goes over https, or as the API is, and not even to this machine otherwise', async () => {
    const { transport, requests } = failingTransport();
    const [secure, plain] = [
      new FileStorage(transport, 'https://api.example'),
      new FileStorage(transport, 'http://api.example'),
    ];
    await plain.store(put('http://storage.example/x'));
    await plain.store(put('https://storage.example/x'));
    await secure.store(put('https://storage.example/x'));
    assert.deepEqual(
      requests.map(({ plainHttp }) => plainHttp),
      [true, true, false],
    );
    for (const url of [`http://127.0.0.1:80/${sentinel}`, `http://storage.example/${sentinel}`]) {
      assertNoSecret(
        sentinel,
        await failing(secure.store(put(url)), 'invalidInput', { code: 'REFUSED_ADDRESS' }),
      );
    }
    for (const url of [`file:///etc/${sentinel}`, sentinel, '']) {
      for (const storage of [secure, plain]) {
        const failure = await failing(storage.store(put(url)), 'invalidInput', { code: 'REFUSED_ADDRESS' });
        assertNoSecret(sentinel, failure);
        const sink = new FakeSink();
        await failing(storage.download({ url, sink }), 'invalidInput', { code: 'REFUSED_ADDRESS' });
        assert.deepEqual(sink.ends, ['aborted']);
      }
    }
    assert.equal(requests.length, 3);
  });

  it('T5: given up between two attempts is cancelled', async () => {
    const abort = new AbortController();
    const { transport } = failingTransport(fault({ status: 503 }));
    const store = new FileStorage(transport, 'https://api.example').store({
      ...put('https://s.example/x'),
      signal: abort.signal,
      onSent: () => {
        setImmediate(() => {
          abort.abort();
        });
      },
    });
    await failing(store, 'cancelled', { host: 's.example' });
  });

  it('T9: sends no token, and gets a file without one', async () => {
    const { transport, log } = wire();
    const storage = new FileStorage(transport, server.origin, quick);
    const url = `${server.origin}/x?signature=${encodeURIComponent(sentinel)}`;
    server.answer((response, _request, nth) => response.writeHead(nth === 1 ? 503 : 200).end('file'));
    await storage.store(put(url));
    const sink = new FakeSink();
    await storage.download({ url, sink });
    assert.equal(sink.bytes.toString(), 'file');
    assert.deepEqual(
      server.requests.map(({ method, headers }) => [method, headers.authorization]),
      [
        ['PUT', undefined],
        ['PUT', undefined],
        ['GET', undefined],
      ],
    );
    assertNoSecret(sentinel, log.lines);
  });
});
