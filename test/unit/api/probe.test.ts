import { strict as assert } from 'node:assert';
import { probe } from '../../../src/api/probe';
import { json, RawServer } from './transport/rawServer';
import { failing, wire } from './transport/transportFixture';

describe('probe', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());
  const { signal } = new AbortController();

  it('R19: any answer is an answer, with any status and any body', async () => {
    for (const status of [200, 204, 302, 401, 404, 500]) {
      server.answer((response) => response.writeHead(status).end(status === 204 ? undefined : '<html>'));
      await probe(wire().transport, `${server.origin}/base`, signal);
      assert.equal(server.requests[0]?.url, '/base/');
    }
  });

  it('R19: tells what stands in the way', async () => {
    server.answer(json(407, {}));
    await failing(probe(wire().transport, server.origin, signal), 'proxy');
    await failing(probe(wire().transport, 'http://127.0.0.1:1', signal), 'offline', { code: 'ECONNREFUSED' });
    await failing(probe(wire().transport, server.origin, AbortSignal.abort()), 'cancelled');
  });
});
