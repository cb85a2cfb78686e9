import { strict as assert } from 'node:assert';
import type { TextRequest } from '../../../../src/api/transport/transport';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { json, RawServer } from './rawServer';
import { failing, wire } from './transportFixture';

describe('transport: a text from anywhere', () => {
  let home: RawServer;
  let other: RawServer;
  before(async () => {
    [home, other] = await Promise.all([RawServer.start(), RawServer.start()]);
  });
  after(() => Promise.all([home.close(), other.close()]));
  beforeEach(() => {
    home.answer((response) => response.writeHead(200, { etag: '"e"' }).end('openapi: 3.1.0'));
    other.answer((response) => response.end('of the other'));
  });

  const asked = (path = '/openapi/index.html'): TextRequest => ({
    url: home.origin + path,
    maxBytes: 1000,
  });
  const fetchText = (request: TextRequest) => wire().transport.fetchText(request);

  it('is given with status, headers and address', async () => {
    const response = await fetchText({
      ...asked('/a?b=c'),
      bearer: 'the-token',
      headers: { accept: 'text/html' },
    });
    assert.deepEqual(
      [response.status, response.text, response.url],
      [200, 'openapi: 3.1.0', `${home.origin}/a?b=c`],
    );
    assert.ok(response.headers.some(([name, value]) => name === 'etag' && value === '"e"'));
    assert.equal(home.requests[0]?.headers.authorization, 'Bearer the-token');
    assert.equal(home.requests[0].headers.accept, 'text/html');
  });

  it('R21: is in the charset that it is in, and a byte order mark is no part of it', async () => {
    home.answer((response) => response.end(Buffer.from('\ufeffgrüß €')));
    assert.equal((await fetchText(asked())).text, 'grüß €');
    home.answer((response) => response.end(Buffer.from('\ufeffgrüß', 'utf16le')));
    assert.equal((await fetchText(asked())).text, 'grüß');
    home.answer((response) => response.end(Buffer.from([0x61, 0xff])));
    assert.equal((await fetchText(asked())).text, 'aÿ');
  });

  it('is no text where it is packed with what is not known, and text where it only says so', async () => {
    const packed = { 'content-encoding': 'martian' };
    home.answer((response) => response.writeHead(200, packed).end('openapi: 3.1.0'));
    assert.equal((await fetchText(asked())).text, 'openapi: 3.1.0');
    home.answer((response) => response.writeHead(200, packed).end(Buffer.of(0, 1, 2, 255)));
    await failing(fetchText(asked()), 'unreadableAnswer', { code: 'UNKNOWN_CODING', coding: 'martian' });
  });

  it('304 is an answer', async () => {
    home.answer((response) => response.writeHead(304).end());
    const response = await fetchText({ ...asked(), headers: { 'If-None-Match': '"e"' } });
    assert.deepEqual([response.status, response.text], [304, '']);
    assert.equal(home.requests[0]?.headers['if-none-match'], '"e"');
  });

  it('any other status is a failure, with the words of the server', async () => {
    home.answer(json(404, { message: 'No such page' }));
    await failing(fetchText(asked()), 'notFound', { status: 404, serverMessage: 'No such page' });
    home.answer((response) => response.writeHead(401).end());
    await failing(fetchText(asked()), 'expiredSession', { status: 401 });
  });

  it('R16: is asked for again after a passing fault', async () => {
    home.answer((response, _request, nth) =>
      nth < 3 ? response.writeHead(503).end() : response.end('text'),
    );
    assert.equal((await fetchText(asked())).text, 'text');
    assert.equal(home.requests.length, 3);
  });

  it('R26: has a limit', async () => {
    home.answer((response) => response.end('x'.repeat(1001)));
    await failing(fetchText(asked()), 'unreadableAnswer', { code: 'TOO_LARGE' });
  });

  it('keeps the token at a redirect to the same origin, and tells where it ended', async () => {
    home.answer((response, { url }) =>
      url === '/start' ? response.writeHead(302, { location: '/end?v=1' }).end() : response.end('text'),
    );
    const response = await fetchText({ ...asked('/start'), bearer: 'the-token' });
    assert.equal(response.url, `${home.origin}/end?v=1`);
    assert.equal(home.requests[1]?.headers.authorization, 'Bearer the-token');
  });

  it('never goes to another origin, with a token or without one', async () => {
    home.answer((response) => response.writeHead(302, { location: `${other.origin}/there` }).end());
    other.answer((response) => response.end());
    const facts = { host: new URL(home.origin).host, redirectedTo: new URL(other.origin).host };
    for (const bearer of [{}, { bearer: sentinel }]) {
      await failing(fetchText({ ...asked(), ...bearer }), 'foreignResponse', { status: 302, ...facts });
    }
    assert.equal(other.requests.length, 0);
  });

  it('a page that says that there is no page is its server’s own; one that refuses is not', async () => {
    const page = (status: number) => {
      home.answer((response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end('<html><h1>No</h1></html>'),
      );
      return fetchText(asked());
    };
    await failing(page(404), 'notFound', { status: 404 });
    await failing(page(405), 'methodNotAllowed', { status: 405 });
    await failing(page(401), 'foreignResponse', { status: 401 });
    await failing(page(403), 'foreignResponse', { status: 403 });
  });

  it('comes over https, or from this machine, and from no address with a name in it', async () => {
    for (const url of [
      'http://api.example.invalid/x',
      'file:///etc/passwd',
      'https://a:b@api.example.invalid/',
      'x',
    ]) {
      await failing(fetchText({ ...asked(), url }), 'invalidInput', { code: 'REFUSED_ADDRESS' });
    }
    const headers = { Authorization: 'x' };
    await failing(fetchText({ ...asked(), headers }), 'invalidInput', { code: 'REFUSED_HEADER' });
  });

  it('cancelled is cancelled', async () => {
    await failing(fetchText({ ...asked(), signal: AbortSignal.abort() }), 'cancelled');
    assert.equal(home.requests.length, 0);
  });

  it('T10: the log has the path without query', async () => {
    const { transport, log } = wire({ clock: () => 1000 });
    await transport.fetchText({ ...asked(`/a/b?key=${sentinel}#c`), bearer: sentinel });
    assert.deepEqual(log.lines, [`info GET ${home.origin}/a/b 200 0 ms`]);
    assertNoSecret(sentinel, log.lines);
  });
});
