import { strict as assert } from 'node:assert';
import { Failure } from '../../../src/api/failure';
import { clientOf, FakeTokens } from './fakeClient';
import { json, RawServer, type Handler } from './transport/rawServer';
import { failing } from './transport/transportFixture';

describe('client', () => {
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
  const used = () => server.requests.map(({ headers }) => headers.authorization?.slice('Bearer '.length));

  it('asks with the current token, and tells that it went well', async () => {
    server.answer(accepting('one'));
    const tokens = new FakeTokens('one');
    assert.deepEqual(await clientOf(server.origin, tokens).client.get({ path: '/a', query: { b: 'c' } }), {
      nth: 1,
    });
    assert.equal(server.requests[0]?.url, '/a?b=c');
    assert.deepEqual(tokens.refused, []);
    assert.deepEqual(tokens.ends, [undefined]);
  });

  it('R14: a 401 is one renewal and one replay', async () => {
    server.answer(accepting('two'));
    const tokens = new FakeTokens('one', () => Promise.resolve('two'));
    assert.deepEqual(await clientOf(server.origin, tokens).client.get({ path: '/a' }), { nth: 2 });
    assert.deepEqual(used(), ['one', 'two']);
    assert.deepEqual(tokens.refused, ['one']);
    assert.deepEqual(tokens.ends, [undefined]);
  });

  it('R14: a second 401 is the failure, not a loop', async () => {
    server.answer(accepting('none'));
    const tokens = new FakeTokens('one', () => Promise.resolve('two'));
    const failure = await failing(
      clientOf(server.origin, tokens).client.get({ path: '/a' }),
      'refusedRequest',
    );
    assert.equal(server.requests.length, 2);
    assert.deepEqual(tokens.ends, [failure]);
  });

  it('R15: where no other token can be had, that is the failure and nothing is replayed', async () => {
    server.answer(accepting('none'));
    const refusal = new Failure('rejectedCredential');
    const tokens = new FakeTokens('one', () => Promise.reject(refusal));
    const failure = await failing(
      clientOf(server.origin, tokens).client.get({ path: '/a' }),
      'rejectedCredential',
    );
    assert.equal(failure, refusal);
    assert.equal(server.requests.length, 1);
    assert.deepEqual(tokens.ends, [refusal]);
  });

  it('R14: nothing but a 401 asks for another token', async () => {
    for (const status of [400, 403, 404, 409, 500]) {
      server.answer(json(status, {}));
      const tokens = new FakeTokens('one');
      await clientOf(server.origin, tokens)
        .client.get({ path: '/a' })
        .catch(() => undefined);
      assert.deepEqual(tokens.refused, [], String(status));
      assert.equal(tokens.ends.length, 1);
    }
  });

  it('T5: who gave up gets a cancellation', async () => {
    server.answer(json(200, {}));
    const tokens = new FakeTokens('one');
    const { client } = clientOf(server.origin, tokens);
    await failing(client.get({ path: '/a', signal: AbortSignal.abort() }), 'cancelled');
    assert.equal(server.requests.length, 0);
  });

  it('names its host', () => {
    assert.equal(clientOf('https://api.example:444/base').client.host, 'api.example:444');
  });
});
