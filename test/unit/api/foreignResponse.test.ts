import { strict as assert } from 'node:assert';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isInconclusive, type FailureFacts, type FailureKind } from '../../../src/api/failure';
import { foreignTypeOf } from '../../../src/api/foreignResponse';
import { failureOfResponse } from '../../../src/api/responseFailure';
import { RawServer } from './transport/rawServer';
import { failing, wire } from './transport/transportFixture';
import { Redactor } from '../../../src/support/redact';

const page =
  '<!DOCTYPE html>\n<html><head><title>Blocked</title></head><body>Your request was blocked.</body></html>';
const url = 'https://auth.example/auth/v3/token';

describe('a response that is not Appcircle’s', () => {
  const failureOf = (status: number, body: string, headers: Record<string, string> = {}, truncated = false) =>
    failureOfResponse(
      {
        status,
        headers: Object.entries(headers),
        body: Buffer.from(body),
        ...(truncated && { earlyEnd: 'full' }),
      },
      { url, redactor: new Redactor() },
    );
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const statuses = [400, 401, 402, 403, 404, 405, 406, 409, 410, 413, 414, 418, 422, 431, 451, 511];

  for (const status of statuses) {
    it(`a page with ${status} says nothing of a key, a role or what was asked for`, () => {
      const failure = failureOf(status, page, html);
      assert.equal(failure.kind, 'foreignResponse');
      assert.deepEqual(failure.facts, { host: 'auth.example', status, contentType: 'text/html' });
      assert.ok(isInconclusive(failure));
    });
  }

  const anybodys: [status: number, kind: FailureKind][] = [
    [407, 'proxy'],
    [408, 'timeout'],
    [429, 'rateLimited'],
    [500, 'serverFault'],
    [502, 'serverFault'],
    [503, 'serverFault'],
    [504, 'serverFault'],
  ];
  for (const [status, kind] of anybodys) {
    it(`a page with ${status} says what it says whoever wrote it, and nothing of a key either`, () => {
      const failure = failureOf(status, page, html);
      assert.deepEqual([failure.kind, failure.facts.contentType], [kind, 'text/html']);
      assert.ok(isInconclusive(failure));
    });
  }

  const bodies: [what: string, type: string | undefined, body: string, foreign: string | undefined][] = [
    ['JSON', 'application/json', '{"error":"invalid_grant"}', undefined],
    ['a JSON text', 'application/json', '"no"', undefined],
    ['problem+json', 'Application/Problem+JSON; charset=utf-8', '{"title":"no"}', undefined],
    ['JSON that is called text', 'text/plain', '{"message":"no"}', undefined],
    ['JSON that is called a page', 'text/html', '[]', undefined],
    ['JSON without a type', undefined, ' {"message":"no"}\r\n', undefined],
    ['nothing', undefined, '', undefined],
    ['nothing, called JSON', 'application/json', ' \n', undefined],
    ['nothing, called text', 'text/plain', '', undefined],
    ['a page', 'text/html', page, 'text/html'],
    ['a page without a type', undefined, page, 'text/html'],
    ['a page that is called JSON', 'application/json', page, 'text/html'],
    ['a page that is called text', 'text/plain', page, 'text/html'],
    ['a page behind a comment', undefined, `<!-- ${'x'.repeat(300)} -->\n<HTML>`, 'text/html'],
    ['an XHTML page', 'application/xhtml+xml', '<?xml version="1.0"?><html/>', 'text/html'],
    ['nothing, called a page', 'text/html', '', 'text/html'],
    ['nothing, called a picture', 'image/png', '', 'image/png'],
    ['text', 'text/plain; charset=utf-8', 'Unauthorized', 'text/plain'],
    ['text without a type', undefined, 'Access denied by policy', ''],
    ['text that is called JSON', 'application/json', 'Unauthorized', 'application/json'],
    ['a word that would be JSON', 'text/plain', 'null', 'text/plain'],
    ['XML', 'application/xml', '<Error><Code>AccessDenied</Code></Error>', 'application/xml'],
    ['a picture', 'image/png', '\u0089PNG\r\n', 'image/png'],
    ['half of JSON', 'application/json', '{"message":', 'application/json'],
  ];
  for (const [what, type, body, foreign] of bodies) {
    it(`${what} ${foreign === undefined ? 'may be its own' : 'is somebody else’s'}`, () => {
      assert.equal(foreignTypeOf(type, body), foreign);
      const failure = failureOf(401, body, type === undefined ? {} : { 'content-type': type });
      assert.equal(failure.kind, foreign === undefined ? 'expiredSession' : 'foreignResponse');
    });
  }

  it('the beginning of long JSON is its own where it is called so', () => {
    assert.equal(failureOf(403, '{"message":"aa', json, true).kind, 'forbidden');
    assert.equal(failureOf(403, '{"message":"aa', {}, true).kind, 'foreignResponse');
    assert.equal(failureOf(403, page.slice(0, 40), html, true).kind, 'foreignResponse');
  });

  const redirects: [location: string, redirectedTo: string][] = [
    ['https://login.example:8443/x?y=z', 'login.example:8443'],
    ['//portal.example/', 'portal.example'],
    ['/login', 'auth.example'],
    ['http://[', ''],
  ];
  for (const [location, redirectedTo] of redirects) {
    it(`a redirect to ${location} is told by its host and no more`, () => {
      const failure = failureOf(302, page, { ...html, location });
      assert.equal(failure.kind, 'foreignResponse');
      assert.deepEqual(failure.facts, { host: 'auth.example', status: 302, redirectedTo });
    });
  }

  it('405 names the methods that are allowed, and nothing else that stands there', () => {
    const allow = (value: string) => failureOf(405, '', { allow: value });
    assert.deepEqual(allow('GET, put').facts, { host: 'auth.example', status: 405, allow: 'GET, PUT' });
    assert.equal(allow('GET').kind, 'methodNotAllowed');
    assert.equal(allow('GET, [x](command:y), $(zap), \u202ePOST').facts.allow, 'GET');
    assert.equal(allow('').facts.allow, undefined);
    assert.ok((allow(`${'A'.repeat(20)},`.repeat(5000)).facts.allow ?? '').length < 500);
  });

  it('words of a page are in no failure', () => {
    assert.doesNotMatch(JSON.stringify(failureOf(403, page, html)), /blocked/i);
  });

  describe('over the network', () => {
    let server: RawServer;
    before(async () => {
      server = await RawServer.start();
    });
    after(() => server.close());

    const answered = (status: number, body: Buffer | string, headers: Record<string, string>) => {
      server.answer((response) => response.writeHead(status, headers).end(body));
      return wire().transport.send({ method: 'POST', base: server.origin, path: '/x', form: { a: 'b' } });
    };
    const expected: FailureFacts = { contentType: 'text/html' };

    it('is told packed as well', async () => {
      const packed = (encoding: string, body: Buffer) =>
        answered(403, body, { ...html, 'content-encoding': encoding });
      await failing(packed('gzip', gzipSync(page)), 'foreignResponse', { ...expected, status: 403 });
      await failing(packed('br', brotliCompressSync(page)), 'foreignResponse', { ...expected, status: 403 });
    });

    it('is told of its beginning where it is cut off, whatever it is called, and where it is not packed as it says', async () => {
      const cutOff = (body: string, headers: Record<string, string>) => {
        server.answer((response) => {
          response
            .writeHead(403, { ...headers, 'content-length': '9000' })
            .write(body, () => response.destroy());
        });
        return wire().transport.send({ method: 'POST', base: server.origin, path: '/x', form: { a: 'b' } });
      };
      await failing(cutOff(page.slice(0, 40), {}), 'foreignResponse', { ...expected, status: 403 });
      await failing(cutOff(page.slice(0, 40), json), 'foreignResponse', { ...expected, status: 403 });
      await failing(cutOff('Access den', {}), 'foreignResponse', { status: 403 });
      await failing(cutOff('{"message":"no', json), 'forbidden', { status: 403 });
      const misnamed = { ...json, 'content-encoding': 'gzip' };
      await failing(answered(401, page, misnamed), 'foreignResponse', { ...expected, status: 401 });
      await failing(answered(401, 'Denied', misnamed), 'foreignResponse', { status: 401 });
    });

    it('is told with a good status, too; JSON that is broken is the server’s own', async () => {
      await failing(answered(200, page, {}), 'foreignResponse', { ...expected, status: 200 });
      await failing(answered(200, 'Welcome', { 'content-type': 'text/plain' }), 'foreignResponse');
      await failing(answered(200, '{"a":', json), 'unreadableAnswer', { status: 200 });
    });
  });
});
