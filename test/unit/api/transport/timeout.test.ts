import { strict as assert } from 'node:assert';
import type { ServerResponse } from 'node:http';
import sinon from 'sinon';
import { RawServer } from './rawServer';
import { failing, wire } from './transportFixture';
import { FakeSink } from './fakeSink';

describe('transport: patience with what is long', () => {
  let server: RawServer;
  let clock: sinon.SinonFakeTimers;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    clock.restore();
  });

  /** Sends a part, and each further one so many milliseconds after the sink has written the one before. */
  function slowly(pause: number, parts: number): FakeSink {
    let answering: ServerResponse | undefined;
    server.answer((response) => {
      answering = response;
      response.write('part');
    });
    let left = parts - 1;
    return new FakeSink(() => {
      setImmediate(() => {
        clock.tick(pause);
        if (left-- > 0) answering?.write('part');
        else answering?.end();
      });
    });
  }

  const exchanging = (sink: FakeSink) =>
    wire().transport.sendHttp({
      method: 'GET',
      base: server.origin,
      target: '/x',
      timeout: 10_000,
      maxBytes: 1,
      overflow: () => Promise.resolve(sink),
    });
  const downloading = (sink: FakeSink) =>
    wire().transport.download({ url: `${server.origin}/x`, timeout: 10_000, sink });

  for (const [name, work] of Object.entries({ exchanging, downloading })) {
    it(`${name} into a sink may take long, as long as something comes`, async () => {
      assert.equal((await work(slowly(6_000, 5))).size, 'part'.length * 5);
    });

    it(`${name} ends when nothing comes any more`, async () => {
      await failing(work(slowly(10_000, 5)), 'timeout');
    });
  }

  const storing = (pause: number) =>
    wire().transport.store({
      url: `${server.origin}/x`,
      method: 'PUT',
      timeout: 10_000,
      body: {
        length: 15,
        async *stream() {
          for (let part = 0; part < 5; part++) {
            yield await Promise.resolve(Buffer.from('abc'));
            clock.tick(pause);
          }
        },
      },
    });

  it('storing may take long, as long as something goes', async () => {
    server.answer((response) => response.end());
    assert.equal((await storing(6_000)).status, 200);
  });

  it('storing ends when nothing goes any more', async () => {
    server.answer((response) => response.end());
    await failing(storing(10_000), 'timeout');
  });
});
