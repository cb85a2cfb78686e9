import { strict as assert } from 'node:assert';
import { Failure } from '../../../src/api/failure';
import type { StreamBody } from '../../../src/api/transport/transport';
import { failureOf } from '../support/until';
import { clientOf, FakeTokens } from './fakeClient';
import { json, RawServer, type Handler } from './transport/rawServer';
import { failing } from './transport/transportFixture';

describe('client: any request', () => {
  let server: RawServer;
  before(async () => {
    server = await RawServer.start();
  });
  after(() => server.close());

  const accepting =
    (good: string): Handler =>
    (response, request, nth) => {
      const ok = request.headers.authorization === `Bearer ${good}`;
      json(ok ? 200 : 401, { nth })(response, request, nth);
    };
  const used = () =>
    server.requests.map(({ headers, body }) => [headers.authorization?.slice('Bearer '.length), body]);
  const renewing = () => new FakeTokens('one', () => Promise.resolve('two'));
  const post = { method: 'POST', target: '/x?a=b', body: 'the body' } as const;

  describe('an exchange', () => {
    it('is asked with the current token, below the base', async () => {
      server.answer(accepting('one'));
      const tokens = new FakeTokens('one');
      const { client } = clientOf(`${server.origin}/sub`, tokens);
      const response = await client.sendRaw(post);
      assert.equal(Buffer.from(response.body).toString(), '{"nth":1}');
      assert.equal(server.requests[0]?.url, '/sub/x?a=b');
      assert.deepEqual([tokens.refused, tokens.ends], [[], [undefined]]);
    });

    for (const method of ['GET', 'POST', 'PATCH', 'DELETE'] as const) {
      it(`R14: a 401 of ${method} did nothing: one renewal and one replay, the body with it`, async () => {
        server.answer(accepting('two'));
        const tokens = renewing();
        const response = await clientOf(server.origin, tokens).client.sendRaw({ ...post, method });
        assert.equal(response.status, 200);
        assert.deepEqual(used(), [
          ['one', 'the body'],
          ['two', 'the body'],
        ]);
        assert.deepEqual([tokens.refused, tokens.ends], [['one'], [undefined]]);
      });
    }

    it('R14: a streamed body is made again for the replay', async () => {
      server.answer(accepting('two'));
      let made = 0;
      const told: number[] = [];
      const body: StreamBody = {
        length: 6,
        async *stream() {
          made++;
          yield await Promise.resolve(Buffer.from('abc'));
          yield await Promise.resolve(Buffer.from('def'));
        },
      };
      const sent = (bytes: number) => told.push(bytes);
      await clientOf(server.origin, renewing()).client.sendRaw({ ...post, body, onSent: sent });
      assert.deepEqual(used(), [
        ['one', 'abcdef'],
        ['two', 'abcdef'],
      ]);
      assert.equal(made, 2);
      assert.deepEqual(told, [3, 6, 3, 6]);
    });

    it('R14: a second 401 is the answer, and the session learns of it', async () => {
      server.answer(accepting('none'));
      const tokens = renewing();
      const response = await clientOf(server.origin, tokens).client.sendRaw(post);
      assert.equal(response.status, 401);
      assert.equal(Buffer.from(response.body).toString(), '{"nth":2}');
      assert.equal(server.requests.length, 2);
      assert.deepEqual(
        tokens.ends.map((end) => [end?.kind, end?.facts.status, end?.facts.host]),
        [['refusedRequest', 401, new URL(server.origin).host]],
      );
    });

    it('R14: a 401 that is larger than the limit is replayed all the same, and nobody is asked for a file', async () => {
      server.answer((response, request, nth) => {
        if (request.headers.authorization === 'Bearer two') response.end('fine');
        else json(401, { message: 'x'.repeat(5000) })(response, request, nth);
      });
      const overflow = () => assert.fail('nobody is asked');
      const { client } = clientOf(server.origin, renewing());
      assert.equal((await client.sendRaw({ ...post, maxBytes: 100, overflow })).status, 200);
    });

    it('R15: where no other token can be had, that is the failure and nothing is replayed', async () => {
      server.answer(accepting('none'));
      const refusal = new Failure('rejectedCredential');
      const tokens = new FakeTokens('one', () => Promise.reject(refusal));
      assert.equal(await failureOf(clientOf(server.origin, tokens).client.sendRaw(post)), refusal);
      assert.deepEqual([server.requests.length, tokens.ends], [1, [refusal]]);
    });

    it('any other status is an answer at once, and no failure of the session', async () => {
      const ends = { 200: undefined, 403: 'forbidden', 404: 'notFound', 503: 'serverFault' };
      for (const [status, kind] of Object.entries(ends)) {
        server.answer((response) => response.writeHead(Number(status)).end());
        const tokens = new FakeTokens('one');
        const response = await clientOf(server.origin, tokens).client.sendRaw({ ...post, method: 'GET' });
        assert.deepEqual([response.status, server.requests.length], [Number(status), 1]);
        assert.deepEqual([tokens.refused, tokens.ends.map((end) => end?.kind)], [[], [kind]]);
      }
    });

    it('a redirect and a page are shown as they are, and say nothing of the session', async () => {
      const handlers: [Handler, number][] = [
        [(response) => response.writeHead(304).end(), 304],
        [(response) => response.writeHead(302, { location: 'https://login.example/' }).end(), 302],
        [(response) => response.end('<!doctype html><title>Sign in</title>'), 200],
      ];
      for (const [handler, status] of handlers) {
        server.answer(handler);
        const tokens = new FakeTokens('one');
        const response = await clientOf(server.origin, tokens).client.sendRaw({ ...post, method: 'GET' });
        assert.deepEqual([response.status, tokens.refused, tokens.ends], [status, [], []]);
      }
    });

    it('R14: a page with 401 asks for no other token: it is shown, and told as not Appcircle’s', async () => {
      server.answer((response) => response.writeHead(401).end('<html><h1>Blocked</h1></html>'));
      const tokens = renewing();
      const response = await clientOf(server.origin, tokens).client.sendRaw(post);
      assert.equal(response.status, 401);
      assert.match(Buffer.from(response.body).toString(), /Blocked/);
      assert.deepEqual([server.requests.length, tokens.refused], [1, []]);
      assert.deepEqual(
        tokens.ends.map((end) => end?.kind),
        ['foreignResponse'],
      );
    });

    it('what goes wrong on the way is told to the session', async () => {
      const tokens = new FakeTokens('one');
      const { client } = clientOf('http://127.0.0.1:1', tokens);
      const failure = await failing(client.sendRaw(post), 'offline');
      assert.deepEqual(tokens.ends, [failure]);
    });

    it('what the caller’s own stream throws is nothing to do with the session', async () => {
      const fault = new Error('unreadable');
      const body: StreamBody = {
        length: 1,
        stream: () => {
          throw fault;
        },
      };
      const tokens = new FakeTokens('one');
      assert.equal(await failureOf(clientOf(server.origin, tokens).client.sendRaw({ ...post, body })), fault);
      assert.deepEqual(tokens.ends, []);
    });
  });

  describe('a write', () => {
    it('sends JSON, and gives the JSON of the answer', async () => {
      server.answer(json(200, { id: 1 }));
      const { client } = clientOf(server.origin);
      const name = 'ü "€" \u2028';
      const sent = await client.send({ method: 'PATCH', path: '/a', query: { b: 'c d' }, json: { name } });
      assert.deepEqual(sent, { id: 1 });
      const [request] = server.requests;
      assert.deepEqual([request?.method, request?.url], ['PATCH', '/a?b=c+d']);
      assert.equal(request?.headers['content-type'], 'application/json');
      assert.deepEqual(JSON.parse(request.body), { name });
    });

    it('sends null, false and an empty text as JSON too, and nothing for undefined', async () => {
      const bodies = [
        [null, 'null'],
        [false, 'false'],
        ['', '""'],
        [undefined, ''],
      ] as const;
      for (const [value, body] of bodies) {
        server.answer((response) => response.writeHead(204).end());
        const { client } = clientOf(server.origin);
        assert.equal(await client.send({ method: 'DELETE', path: '/a', json: value }), undefined);
        assert.equal(server.requests[0]?.body, body);
        assert.equal('content-type' in server.requests[0].headers, body !== '');
      }
    });

    it('R14: a 401 is one renewal and one replay, the body with it', async () => {
      server.answer(accepting('two'));
      const tokens = renewing();
      const write = { method: 'POST', path: '/a', json: { a: 1 } } as const;
      assert.deepEqual(await clientOf(server.origin, tokens).client.send(write), { nth: 2 });
      assert.deepEqual(used(), [
        ['one', '{"a":1}'],
        ['two', '{"a":1}'],
      ]);
      assert.deepEqual([tokens.refused, tokens.ends], [['one'], [undefined]]);
    });

    it('R14: a second 401 is the failure', async () => {
      server.answer(accepting('none'));
      const tokens = renewing();
      const work = clientOf(server.origin, tokens).client.send({ method: 'POST', path: '/a' });
      const failure = await failing(work, 'refusedRequest');
      assert.deepEqual([server.requests.length, tokens.ends], [2, [failure]]);
    });

    it('R16: fails by status, and is never sent twice of itself', async () => {
      const kinds = {
        400: 'invalidInput',
        403: 'forbidden',
        409: 'conflict',
        429: 'rateLimited',
        503: 'serverFault',
      } as const;
      for (const [status, kind] of Object.entries(kinds)) {
        server.answer(json(Number(status), { message: 'so it is' }));
        const { client } = clientOf(server.origin);
        const work = client.send({ method: 'PUT', path: '/a', json: {} });
        await failing(work, kind, { status: Number(status), serverMessage: 'so it is' });
        assert.equal(server.requests.length, 1);
      }
      server.answer((response) => response.socket?.resetAndDestroy());
      await failing(clientOf(server.origin).client.send({ method: 'DELETE', path: '/a' }), 'offline');
      assert.equal(server.requests.length, 1);
    });
  });
});
