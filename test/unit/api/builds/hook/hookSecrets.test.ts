import { strict as assert } from 'node:assert';
import { hookClient } from '../../../../../src/api/builds/hook/hookClient';
import { HookEvents } from '../../../../../src/api/builds/hook/hookEvents';
import { assertNoSecret, sentinel, spellings } from '../../../support/leaks';
import { until } from '../../../support/until';
import { clientOf, FakeTokens } from '../../fakeClient';
import { json, RawServer, type Handler, type RawRequest } from '../../transport/rawServer';

/** No web token: only its value tells that it is a secret. */
const hookToken = 'Hook+token/of-the~stream0123456789==';

const streamTo =
  (text: string): Handler =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text);
  };

/** What a host may do with the request of a stream, and says of it by its address. */
const responses: [how: string, respond: (address: string) => Handler][] = [
  ['refuses it', (address) => json(401, { message: `not good: ${address}` })],
  ['forbids it', (address) => json(403, { error: address, error_description: hookToken })],
  ['fails', (address) => json(500, { title: address })],
  ['has a page', (address) => (response) => response.writeHead(502).end(`<html>${address}</html>`)],
  ['sends it elsewhere', (address) => json(302, {}, { location: `http://127.0.0.1:9${address}` })],
  ['sends it to itself', (address) => json(302, {}, { location: `/v2/other${address}` })],
  ['hangs up', () => (response) => response.destroy()],
  ['says its status with it', (address) => (response) => response.writeHead(400, address).end()],
  ['names its type by it', (address) => (response) => response.setHeader('content-type', address).end()],
  ['streams it', (address) => streamTo(`event: ${address}\ndata: {"a": "${hookToken}"}\n\n:${address}\n`)],
];

describe('rule 11: the secrets of live logs', () => {
  let hook: RawServer;
  before(async () => {
    hook = await RawServer.start();
  });
  after(() => hook.close());

  for (const [how, respond] of responses) {
    it(`are in no log, whatever the host does with a stream: it ${how}`, async () => {
      const asked: RawRequest[] = [];
      hook.answer((response, request, nth) => {
        asked.push(request);
        const isToken = request.url === '/auth/token';
        const isStream = request.url.startsWith('/v2/');
        const handler = isToken ? json(200, { access_token: hookToken }) : json(204, undefined);
        (isStream ? respond(request.url) : handler)(response, request, nth);
      });
      const tokens = new FakeTokens(sentinel);
      const { transport, log } = clientOf(hook.origin, tokens);
      const abort = new AbortController();
      const told: string[] = [];
      const listening = new HookEvents({
        client: hookClient(transport, hook.origin, tokens, log),
        transport,
        owner: { userId: 'u', organizationId: 'o' },
      }).listen(
        'q1',
        { append: (text) => told.push(text), reportGap: () => undefined, reportEnd: () => undefined },
        abort.signal,
      );
      await until(
        () => log.lines.some((line) => line.includes('/v2/')) || how.includes('streams'),
        'its line',
      );
      await until(() => asked.some(({ url }) => url.startsWith('/v2/')), 'the stream');
      abort.abort();
      await listening;

      assertNoSecret(hookToken, log.lines, told);
      assertNoSecret(sentinel, log.lines, told);
      const [stream] = asked.filter(({ url }) => url.startsWith('/v2/'));
      assert.equal(stream?.headers.authorization, undefined);
      const query = new URL(stream?.url ?? '', hook.origin).searchParams;
      assert.deepEqual([...query.keys()].sort(), ['browserId', 'organizationId', 'token', 'userId']);
      assert.equal(query.get('token'), hookToken);
      for (const { url } of asked) {
        for (const spelled of spellings(sentinel)) assert.ok(!url.includes(spelled), url);
      }
      for (const { url } of asked.filter((request) => !request.url.startsWith('/v2/'))) {
        for (const spelled of spellings(hookToken)) assert.ok(!url.includes(spelled), url);
      }
    });
  }
});
