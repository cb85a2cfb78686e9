import { strict as assert } from 'node:assert';
import { Failure } from '../../../src/api/failure';
import { assertNoSecret, sentinel } from '../support/leaks';
import { clientOf, FakeTokens } from './fakeClient';
import { RawServer, type Handler } from './transport/rawServer';
import { failing } from './transport/transportFixture';

describe('client: a text from any address', () => {
  let own: RawServer;
  let other: RawServer;
  before(async () => {
    [own, other] = await Promise.all([RawServer.start(), RawServer.start()]);
  });
  after(() => Promise.all([own.close(), other.close()]));
  beforeEach(() => {
    own.answer((response) => response.end('of the own'));
    other.answer((response) => response.end('of the other'));
  });

  const accepting =
    (good: string): Handler =>
    (response, { headers }) =>
      headers.authorization === `Bearer ${good}` ? response.end('text') : response.writeHead(401).end();
  const text = (tokens: FakeTokens, url = `${own.origin}/openapi/index.html`, base = own.origin) =>
    clientOf(base, tokens).client.text({ url, maxBytes: 1000 });
  const used = (server = own) => server.requests.map(({ headers }) => headers.authorization);

  it('R20: has the token where it is of the client’s own origin, whatever the path of its base', async () => {
    const tokens = new FakeTokens('one');
    assert.equal((await text(tokens)).text, 'of the own');
    await text(tokens, `${own.origin}/openapi`, `${own.origin}/sub`);
    assert.deepEqual(used(), ['Bearer one', 'Bearer one']);
    assert.deepEqual(tokens.ends, [undefined, undefined]);
  });

  it('R20: has none anywhere else, and no token is even asked for', async () => {
    const tokens = new FakeTokens(sentinel, () => assert.fail('no token is asked for'));
    tokens.current = () => assert.fail('no token is asked for');
    assert.equal((await text(tokens, `${other.origin}/x`)).text, 'of the other');
    const sameHost = other.origin.replace('127.0.0.1', 'localhost');
    await text(tokens, `${other.origin}/x`, sameHost);
    assert.deepEqual(used(other), [undefined, undefined]);
    assertNoSecret(sentinel, other.requests);
    assert.deepEqual(tokens.ends, []);
  });

  it('R20: what only looks like the own origin is another one', async () => {
    const tokens = new FakeTokens(sentinel);
    tokens.current = () => assert.fail('no token is asked for');
    const { host } = new URL(own.origin);
    for (const url of [
      `${own.origin}@${new URL(other.origin).host}/x`,
      `https://${host}/x`,
      `${own.origin}.example.invalid/x`,
      `//${host}/x`,
      'x',
      '',
      'data:,x',
    ]) {
      await text(tokens, url).then(
        () => assert.fail(`${url} was asked`),
        (error: unknown) => {
          assert.ok(error instanceof Failure, String(error));
        },
      );
    }
    assert.deepEqual([own.requests, other.requests], [[], []]);
  });

  it('R20: the token does not follow a redirect to another origin', async () => {
    own.answer((response) => response.writeHead(302, { location: `${other.origin}/x` }).end());
    const tokens = new FakeTokens(sentinel);
    await failing(text(tokens), 'foreignResponse', { status: 302 });
    assert.deepEqual(tokens.ends, []);
    assert.deepEqual(other.requests, []);
  });

  it('R14: a 401 is one renewal and one replay', async () => {
    own.answer(accepting('two'));
    const tokens = new FakeTokens('one', () => Promise.resolve('two'));
    assert.equal((await text(tokens)).text, 'text');
    assert.deepEqual(used(), ['Bearer one', 'Bearer two']);
    assert.deepEqual([tokens.refused, tokens.ends], [['one'], [undefined]]);
  });

  it('R14: a second 401 is the failure, and the session learns of it', async () => {
    own.answer(accepting('none'));
    const tokens = new FakeTokens('one', () => Promise.resolve('two'));
    const failure = await failing(text(tokens), 'refusedRequest');
    assert.deepEqual([own.requests.length, tokens.ends], [2, [failure]]);
  });

  it('R15: where no other token can be had, that is the failure and nothing is replayed', async () => {
    own.answer(accepting('none'));
    const refusal = new Failure('rejectedCredential');
    const tokens = new FakeTokens('one', () => Promise.reject(refusal));
    assert.equal(await failing(text(tokens), 'rejectedCredential'), refusal);
    assert.deepEqual([own.requests.length, tokens.ends], [1, [refusal]]);
  });

  it('a 401 of another server renews nothing, and is nothing to do with the session', async () => {
    other.answer((response) => response.writeHead(401).end());
    const tokens = new FakeTokens('one', () => assert.fail('nothing is renewed'));
    await failing(text(tokens, `${other.origin}/x`), 'expiredSession');
    assert.deepEqual([other.requests.length, tokens.ends], [1, []]);
  });

  it('304 is an answer', async () => {
    own.answer((response) => response.writeHead(304).end());
    const tokens = new FakeTokens('one');
    const headers = { 'If-None-Match': '"e"' };
    const { client } = clientOf(own.origin, tokens);
    assert.equal((await client.text({ url: `${own.origin}/x`, headers, maxBytes: 10 })).status, 304);
    assert.equal(own.requests[0]?.headers['if-none-match'], '"e"');
    assert.deepEqual(tokens.ends, [undefined]);
  });
});
