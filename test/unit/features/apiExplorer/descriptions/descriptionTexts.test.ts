import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sinon from 'sinon';
import { findDocuments } from '../../../../../src/api/openapi/discover/findDocuments';
import { DescriptionCache } from '../../../../../src/features/apiExplorer/descriptions/descriptionCache';
import { DescriptionTexts } from '../../../../../src/features/apiExplorer/descriptions/descriptionTexts';
import { startSandbox } from '../../../../sandbox/sandbox';
import { accountOf, hostsAt, hostsOf, keyOf } from '../../../account/accountFixture';
import { clientOf, FakeTokens } from '../../../api/fakeClient';
import { json, RawServer, type Handler } from '../../../api/transport/rawServer';
import { failing } from '../../../api/transport/transportFixture';
import { assertNoSecret, sentinel } from '../../../support/leaks';

describe('API Explorer: the texts of descriptions', () => {
  let server: RawServer;
  let other: RawServer;
  let storage: string;
  let cache: DescriptionCache;
  before(async () => {
    [server, other] = await Promise.all([RawServer.start(), RawServer.start()]);
  });
  after(() => Promise.all([server.close(), other.close()]));
  beforeEach(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'appcircle-texts-'));
    cache = new DescriptionCache({ fsPath: storage });
  });
  afterEach(async () => {
    sinon.restore();
    await rm(storage, { recursive: true });
  });

  /** What one window asks for one account with. */
  const texts = (signal?: AbortSignal, key = 'key') =>
    new DescriptionTexts(
      accountOf(keyOf(key), hostsAt(server.origin), key),
      clientOf(server.origin, new FakeTokens(sentinel)).client,
      cache,
      signal,
    );
  const at = (name = '/x.json') => server.origin + name;
  const tagged =
    (tag: string, text: string): Handler =>
    (response, { headers }) =>
      headers['if-none-match'] === tag
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: tag }).end(text);
  const known = () => server.requests.map(({ headers }) => headers['if-none-match']);
  /** The server is there, and not well. */
  const ill: Handler = (response) => response.writeHead(503).end();

  it('what has not changed is not sent again, and counts as new', async () => {
    server.answer(tagged('"1"', 'first'));
    sinon.useFakeTimers({ now: 1000, toFake: ['Date'] });
    assert.deepEqual(await texts().read(at()), { text: 'first', staleSince: undefined, url: at() });
    sinon.clock.setSystemTime(2000);
    assert.deepEqual(await texts().read(at()), { text: 'first', staleSince: undefined, url: at() });
    assert.deepEqual(known(), [undefined, '"1"']);
    server.answer(ill);
    assert.deepEqual(await texts().read(at()), { text: 'first', staleSince: 2000, url: at() });
  });

  it('what has changed replaces what was known, its tag as well', async () => {
    server.answer(tagged('"1"', 'first'));
    await texts().read(at());
    server.answer(tagged('"2"', 'second'));
    assert.equal((await texts().read(at())).text, 'second');
    assert.equal((await texts().read(at())).text, 'second');
    server.answer((response) => response.end('untagged'));
    assert.equal((await texts().read(at())).text, 'untagged');
    server.answer((response) => response.end('untagged'));
    await texts().read(at());
    assert.deepEqual(known(), [undefined]);
  });

  it('a server that is away or not well is stood for by what it said last, since when', async () => {
    sinon.useFakeTimers({ now: 1000, toFake: ['Date'] });
    server.answer(tagged('"1"', 'text'));
    await texts().read(at('/a'));
    sinon.clock.setSystemTime(2000);
    await texts().read(at('/b'));
    sinon.clock.setSystemTime(3000);
    for (const handler of [ill, ((response) => response.socket?.resetAndDestroy()) satisfies Handler]) {
      server.answer(handler);
      const asked = texts();
      assert.deepEqual(await asked.fetch(at('/b')), {
        status: 200,
        text: 'text',
        url: at('/b'),
        staleSince: 2000,
      });
      assert.equal(asked.staleSince, 2000);
      await asked.fetch(at('/a'));
      await asked.fetch(at('/b'));
      assert.equal(asked.staleSince, 1000);
      await failing(asked.read(at('/c')), handler === ill ? 'serverFault' : 'offline');
    }
  });

  it('nothing stands for a server that said no, or that was asked in vain', async () => {
    server.answer(tagged('"1"', 'text'));
    await texts().read(at());
    const kinds = { 403: 'forbidden', 404: 'notFound', 429: 'rateLimited' } as const;
    for (const [status, kind] of Object.entries(kinds)) {
      server.answer(json(Number(status), {}));
      const asked = texts();
      await failing(asked.read(at()), kind);
      assert.equal(asked.staleSince, undefined);
    }
    await failing(texts(AbortSignal.abort()).read(at()), 'cancelled');
  });

  it('a page in the place of a description does not replace what is known of it', async () => {
    server.answer(tagged('"1"', 'text'));
    await texts().read(at());
    for (const status of [200, 401, 403]) {
      server.answer((response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
      );
      const { text, staleSince } = await texts().read(at());
      assert.deepEqual([text, typeof staleSince], ['text', 'number']);
    }
    await failing(texts().read(at('/other.json')), 'foreignResponse');
  });

  it('any status is an answer for who looks for descriptions, and no answer is none', async () => {
    for (const status of [404, 403, 503]) {
      server.answer(json(status, { message: 'no' }));
      const { failure, ...answer } = await texts().fetch(at());
      assert.deepEqual(answer, { status, text: '', url: at() });
      assert.equal(failure?.facts.status, status);
    }
    server.answer((response) => response.socket?.resetAndDestroy());
    await failing(texts().fetch(at()), 'offline');
  });

  it('what one account was told is not known to another', async () => {
    server.answer(tagged('"1"', 'text'));
    await texts().read(at());
    await texts(undefined, 'another').read(at());
    assert.deepEqual(known(), [undefined, undefined]);
  });

  it('rule 8: nothing is kept of what came after the account had gone', async () => {
    const gone = new AbortController();
    const write = sinon.spy(cache, 'write');
    const { client } = clientOf(server.origin);
    sinon.stub(client, 'text').callsFake(async ({ url }) => {
      await Promise.resolve();
      gone.abort();
      return { status: 200, headers: [], text: 'text', url };
    });
    const account = accountOf(keyOf('key'), hostsAt(server.origin));
    await new DescriptionTexts(account, client, cache, gone.signal).read(at());
    assert.deepEqual([write.callCount, await readdir(storage)], [0, []]);
  });

  it('R20: the token goes to the account’s own host alone, and to no disk', async () => {
    server.answer((response) => response.end('text'));
    other.answer((response) => response.end('text'));
    await texts().read(at());
    await texts().read(`${other.origin}/x.json`);
    assert.equal(server.requests[0]?.headers.authorization, `Bearer ${sentinel}`);
    assert.equal(other.requests[0]?.headers.authorization, undefined);
    const written = (await readdir(storage, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    assert.equal(written.length, 2);
    for (const { parentPath, name } of written) {
      assertNoSecret(sentinel, parentPath, name, await readFile(path.join(parentPath, name), 'utf8'));
    }
  });

  describe('that were redirected', () => {
    const page = `<script>SwaggerUIBundle({ url: 'of/module.json' })</script>`;
    const found = (asked: DescriptionTexts, url: string) => findDocuments((one) => asked.fetch(one), url);

    it('are relative to where they came from, while the server is away as well', async () => {
      server.answer((response, request, nth) => {
        if (request.url === '/docs') {
          response.writeHead(301, { location: '/docs/index.html' }).end();
        } else {
          tagged('"1"', page)(response, request, nth);
        }
      });
      const expected = {
        kind: 'page',
        documents: [{ name: 'module.json', url: at('/docs/of/module.json') }],
        refused: [],
      };
      assert.deepEqual(await found(texts(), at('/docs')), expected);
      assert.deepEqual(await found(texts(), at('/docs')), expected);
      assert.equal(known().at(-1), '"1"');
      server.answer(ill);
      assert.deepEqual(await found(texts(), at('/docs')), expected);
    });

    it('to another origin are not asked for there', async () => {
      other.answer((response) => response.writeHead(302, { location: at('/evil') }).end());
      server.answer((response) => response.end(page));
      const start = `${other.origin}/docs`;
      assert.deepEqual(await found(texts(), start), { kind: 'none', reason: 'notFound' });
      await failing(texts().read(start), 'foreignResponse', { status: 302 });
      assert.deepEqual(server.requests, []);
    });
  });

  it('are those of a whole server, which can then be taken away', async function () {
    this.timeout(60_000);
    const sandbox = await startSandbox({ profiles: 1 });
    try {
      const account = accountOf(keyOf('key'), hostsOf(sandbox));
      const { client } = clientOf(sandbox.apiEndpoint);
      const find = async () => {
        const asked = new DescriptionTexts(account, client, cache);
        const documents = await findDocuments(
          (url) => asked.fetch(url),
          `${sandbox.apiEndpoint}/openapi/index.html`,
        );
        return { documents, staleSince: asked.staleSince };
      };
      const first = await find();
      assert.ok(first.documents.kind === 'page' && first.documents.documents.length > 5);
      assert.equal(first.staleSince, undefined);
      sandbox.clearRequests();
      assert.deepEqual(await find(), first);
      assert.deepEqual(
        sandbox.requests().map(({ status }) => status),
        [304, 304],
      );
      await sandbox.down();
      const last = await find();
      assert.deepEqual(last.documents, first.documents);
      assert.ok(last.staleSince !== undefined && last.staleSince <= Date.now());
    } finally {
      await sandbox.close();
    }
  });
});
