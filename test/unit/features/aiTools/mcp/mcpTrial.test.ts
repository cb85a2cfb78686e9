import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import { tryMcpServer, type McpTrial } from '../../../../../src/features/aiTools/mcp/mcpTrial';
import { json, RawServer, type Handler } from '../../../api/transport/rawServer';

const result = { jsonrpc: '2.0', id: 1, result: { protocolVersion: '2025-06-18', capabilities: {} } };
const stream =
  (text: string, more: Record<string, string> = {}): Handler =>
  (response) => {
    // Left open, as a server may: the first event is enough.
    response.writeHead(200, { 'content-type': 'text/event-stream', ...more }).write(text);
  };

/** What an editor would do with the header is seen in its own host: here, to whom it is lent at all. */
describe('the trial of an MCP server', () => {
  let host: RawServer;
  let elsewhere: RawServer;
  before(async () => {
    host = await RawServer.start();
    elsewhere = await RawServer.start();
  });
  after(async () => {
    await host.close();
    await elsewhere.close();
  });
  beforeEach(() => {
    elsewhere.answer(json(200, result));
  });

  const trial = (handler: Handler, path = ''): Promise<McpTrial> => {
    host.answer(handler);
    return tryMcpServer({ url: host.origin + path, bearer: 'the token', version: '1.2.3' });
  };
  const unfit = async (handler: Handler, reason: RegExp): Promise<void> => {
    const found = await trial(handler);
    assert.equal(found.kind, 'unfit');
    assert.match(found.reason, reason);
    assert.deepEqual(elsewhere.requests, []);
  };

  it('is passed by a server that answers the first message, as JSON or as an event', async () => {
    assert.deepEqual(await trial(json(200, result)), { kind: 'ready' });
    const event = `event: message\r\ndata: ${JSON.stringify(result)}\r\n\r\n`;
    assert.deepEqual(await trial(stream(`: here I am\n\nid: 1\nevent: message\ndata:\n\n${event}`)), {
      kind: 'ready',
    });
    assert.equal(host.requests.length, 1);
    const [{ method, headers, body } = assert.fail()] = host.requests;
    assert.equal(method, 'POST');
    assert.equal(headers.authorization, 'Bearer the token');
    assert.equal(headers['user-agent'], 'AppcircleExplorer/1.2.3');
    assert.equal((JSON.parse(body) as { method: string }).method, 'initialize');
  });

  it('ends the session that the server began for it', async () => {
    assert.deepEqual(await trial(stream(`data: ${JSON.stringify(result)}\n\n`, { 'mcp-session-id': 's1' })), {
      kind: 'ready',
    });
    const [, end] = host.requests;
    assert.equal(end?.method, 'DELETE');
    assert.equal(end.headers['mcp-session-id'], 's1');
  });

  it('is refused with 401 and 403, after which an editor would look for a way to sign in', async () => {
    for (const status of [401, 403]) {
      const foreign = { 'www-authenticate': `Bearer resource_metadata="${elsewhere.origin}/meta"` };
      assert.deepEqual(await trial(json(status, {}, foreign)), { kind: 'refused', status });
    }
    assert.deepEqual(elsewhere.requests, []);
  });

  it('a web page in its place says nothing of the token', async () => {
    for (const status of [200, 401, 403]) {
      await unfit(
        (response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<html></html>'),
        status === 200 ? /does not speak/ : /web page/,
      );
    }
  });

  it('R20: is failed by a redirect to another host, which some editors follow with the header', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      await unfit(json(status, {}, { location: `${elsewhere.origin}/mcp` }), /another host/);
    }
    await unfit(json(307, {}, { location: 'https://[' }), /another host/);
    await unfit(json(307, {}), /another host|in a loop/);
  });

  it('R20: goes along with a redirect within the host, and not for ever', async () => {
    const once: Handler = (response, request, nth) => {
      (nth === 1 ? json(307, {}, { location: '/mcp/' }) : json(200, result))(response, request, nth);
    };
    assert.deepEqual(await trial(once, '/mcp'), { kind: 'ready' });
    assert.deepEqual(
      host.requests.map(({ url }) => url),
      ['/mcp', '/mcp/'],
    );
    await unfit(json(307, {}, { location: '/mcp' }), /in a loop/);
  });

  it('R20: is failed by the older protocol, in which the server names where the header goes', async () => {
    await unfit(stream(`event: endpoint\ndata: ${elsewhere.origin}/messages\n\n`), /streamable HTTP/);
    for (const status of [400, 404, 405]) {
      await unfit(json(status, {}), new RegExp(`returned ${status}`));
    }
  });

  it('R21: is failed by an answer that is no result', async () => {
    await unfit((response) => response.writeHead(200).end('<html>Sign in</html>'), /streamable HTTP/);
    await unfit(json(200, { jsonrpc: '2.0', id: 1, error: { code: -32600 } }), /streamable HTTP/);
    await unfit(stream('data: {not JSON\n\n'), /streamable HTTP/);
    await unfit((response) => response.writeHead(200).end('x'.repeat(600_000)), /streamable HTTP/);
    await unfit((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(': nothing\n\n');
    }, /streamable HTTP/);
  });

  it('tells a server that cannot answer from one that does not want to', async () => {
    assert.deepEqual(await trial(json(503, {})), { kind: 'unreachable' });
    assert.deepEqual(await trial((response) => response.destroy()), { kind: 'unreachable' });
    const patience = new AbortController();
    const timeout = sinon.stub(AbortSignal, 'timeout').returns(patience.signal);
    try {
      const asked = trial(() => {
        patience.abort();
      });
      assert.deepEqual([await asked, timeout.args], [{ kind: 'unreachable' }, [[15_000]]]);
    } finally {
      timeout.restore();
    }
  });

  it('R5: says nothing of a token that cannot be a header', async () => {
    const found = await tryMcpServer({ url: host.origin, bearer: 'broken\ntoken', version: '1' });
    assert.deepEqual(found, { kind: 'unreachable' });
  });
});
