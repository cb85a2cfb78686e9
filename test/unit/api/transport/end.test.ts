import { strict as assert } from 'node:assert';
import { RawServer } from './rawServer';
import { failing, wire } from './transportFixture';

describe('a transport that has ended', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  it('sends nothing, whether or not it has sent before', async () => {
    for (const isUsed of [false, true]) {
      const { transport } = wire();
      const ask = () => transport.send({ method: 'GET', base: server.origin, path: '/' });
      if (isUsed) await ask();
      server.answer((response) => response.end('{}'));
      transport.dispose();
      await failing(ask(), 'cancelled');
      assert.equal(server.requests.length, 0);
    }
  });

  it('does not try again what was under way', async () => {
    const { transport } = wire();
    server.answer((response) => {
      transport.dispose();
      response.writeHead(503).end();
    });
    const ask = transport.send({ method: 'GET', base: server.origin, path: '/' });
    await failing(ask, 'cancelled');
    assert.equal(server.requests.length, 1);
  });
});
