/** What stands in the way of a server: pages, texts, XML and methods that are not allowed. */
import { strict as assert } from 'node:assert';
import type { Fault } from '../../sandbox/faults';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { Client } from './client';

describe('sandbox: what stands in the way', () => {
  let sandbox: Sandbox;
  let client: Client;
  let init: RequestInit;
  before(async () => {
    sandbox = await startSandbox({ profiles: 10 });
    client = new Client(sandbox);
    init = { headers: { authorization: `Bearer ${await client.token()}` } };
  });
  after(() => sandbox.close());
  afterEach(() => client.control('DELETE', 'faults'));

  const arm = async (fault: Fault): Promise<void> => {
    const { status, json } = await client.control('POST', 'faults', fault);
    assert.equal(status, 200, JSON.stringify(json));
  };
  const ask = () => fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, init);

  it('html: a web page, with 200 or another status', async () => {
    await arm({ kind: 'html', times: 1 });
    const answer = await ask();
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(await answer.text(), /<html>/);
    await arm({ kind: 'html', status: 502 });
    assert.equal((await ask()).status, 502);
  });

  it('html: under another type or under none, and packed', async () => {
    for (const contentType of ['application/json', '']) {
      await arm({ kind: 'html', status: 403, contentType, times: 1 });
      const answer = await ask();
      assert.equal(answer.headers.get('content-type') ?? '', contentType);
      assert.match(await answer.text(), /<html>/);
    }
    for (const packed of ['gzip', 'br'] as const) {
      await arm({ kind: 'html', packed, times: 1 });
      const answer = await ask();
      assert.equal(answer.headers.get('content-encoding'), packed);
      assert.match(await answer.text(), /<html>/);
    }
  });

  it('text, xml and notAllowed: what else stands in the way', async () => {
    await arm({ kind: 'text', times: 1 });
    const text = await ask();
    assert.deepEqual([text.status, text.headers.get('content-type')], [403, 'text/plain; charset=utf-8']);
    await arm({ kind: 'xml', status: 401, times: 1 });
    const xml = await ask();
    assert.deepEqual([xml.status, xml.headers.get('content-type')], [401, 'application/xml']);
    await arm({ kind: 'notAllowed', allow: 'GET, PUT', times: 1 });
    const refused = await ask();
    assert.deepEqual(
      [refused.status, refused.headers.get('allow'), await refused.text()],
      [405, 'GET, PUT', ''],
    );
  });
});
