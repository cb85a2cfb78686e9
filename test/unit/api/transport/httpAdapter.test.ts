import { strict as assert } from 'node:assert';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { sendOverHttp, type PreparedRequest } from '../../../../src/api/transport/httpAdapter';
import { until } from '../../support/until';
import { RawServer } from './rawServer';

/** An agent that never gets a connection, as where the editor waits for a proxy. */
class WaitingAgent extends http.Agent {
  asked = false;

  /** What Node calls for each request. */
  addRequest(): void {
    this.asked = true;
  }
}

describe('HTTP adapter', () => {
  let server: RawServer;

  before(async () => {
    server = await RawServer.start((response) => response.end('whole'));
  });

  after(() => server.close());

  const prepared = (more: Partial<PreparedRequest> = {}, headers: object = {}): PreparedRequest => ({
    url: server.origin,
    method: 'get',
    headers: { toJSON: () => headers },
    ...more,
  });

  it('R18: a request for which the editor still looks for a proxy can be given up', async () => {
    const agent = http.globalAgent;
    const waiting = new WaitingAgent();
    http.globalAgent = waiting;
    try {
      const abort = new AbortController();
      const sent = sendOverHttp(prepared({ signal: abort.signal }));
      await until(() => waiting.asked);
      abort.abort(new Error('given up'));
      await assert.rejects(sent, /given up/);
    } finally {
      http.globalAgent = agent;
    }
  });

  it('what has come before it was given up, and was not read, is not taken for a body', async () => {
    const abort = new AbortController();
    const { message } = await sendOverHttp(prepared({ signal: abort.signal }));
    await until(() => message.complete);
    abort.abort();
    await assert.rejects(text(message), { name: 'AbortError' });
  });

  it('leaves out what a header cannot have', async () => {
    server.requests.length = 0;
    const { message } = await sendOverHttp(
      prepared({}, { Authorization: 'Bearer a€b', 'X-Many': ['ü', '1€'] }),
    );
    assert.equal(await text(message), 'whole');
    const [asked] = server.requests;
    assert.equal(asked?.headers.authorization, 'Bearer ab');
    assert.equal(asked.headers['x-many'], 'ü, 1');
  });
});
