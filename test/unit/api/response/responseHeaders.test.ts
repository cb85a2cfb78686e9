import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  allHeaders,
  notableHeaders,
  type ResponseHeaders,
} from '../../../../src/api/response/responseHeaders';
import { Redactor } from '../../../../src/support/redact';
import { assertNoSecret, sentinel } from '../../support/leaks';

const notable = (headers: ResponseHeaders) => notableHeaders(headers, new Redactor());
const all = (headers: ResponseHeaders) => allHeaders(headers, new Redactor());

describe('headers of an answer', () => {
  it('T8: only those stay in sight that ask for something, in any case and in the order of their worth', () => {
    assert.deepEqual(
      notable([
        ['Date', 'Tue'],
        ['Set-Cookie', sentinel],
        ['X-Access-Token', sentinel],
        ['Server', 'nginx'],
        ['ETag', '"1"'],
        ['Content-Type', 'application/json'],
        ['X-Total-Count', '40'],
        ['Link', '</p?page=2>; rel="next", <https://api.example/p?page=9>;rel=last'],
        ['Allow', 'GET, PUT'],
        ['Location', '/distribution/v2/profiles/1?x=y'],
        ['X-RateLimit-Remaining', '9'],
        ['ratelimit', 'limit=10'],
        ['Retry-After', '3'],
        ['Sunset', 'Sat, 31 Dec 2033 23:59:59 GMT'],
        ['Deprecation', '@1688169599'],
      ]),
      [
        ['deprecation', '@1688169599'],
        ['sunset', 'Sat, 31 Dec 2033 23:59:59 GMT'],
        ['retry-after', '3'],
        ['x-ratelimit-remaining', '9'],
        ['ratelimit', 'limit=10'],
        ['location', '/distribution/v2/profiles/1'],
        ['allow', 'GET, PUT'],
        ['link', 'next, last'],
        ['x-total-count', '40'],
      ],
    );
  });

  it('R5: a location on another host is that host alone: a signed address is a secret', () => {
    const shown = notable([
      ['Location', `https://user:${encodeURIComponent(sentinel)}@storage.example:8443/f?sig=${sentinel}`],
      ['location', `/next?sig=${sentinel}`],
      ['location', `//cdn.example/f?sig=${sentinel}`],
      ['location', `https://[broken?sig=${sentinel}`],
    ]);
    assert.deepEqual(shown, [
      ['location', 'storage.example:8443'],
      ['location', '/next'],
    ]);
    assertNoSecret(sentinel, shown);
  });

  it('values are cleaned and shortened, and there are not too many', () => {
    assert.deepEqual(notable([['allow', ` a\u202eb${'c'.repeat(300)}`]]), [
      ['allow', `a‹U+202E›b${'c'.repeat(190)}…`],
    ]);
    const many = Array.from({ length: 50 }, () => ['allow', '1'] as const);
    assert.equal(notable(many).length, 20);
  });

  it('R5: all of them are as they came, secrets masked by name and by shape', () => {
    const shown = all([
      ['Content-Type', 'application/json'],
      ['Set-Cookie', `a=${sentinel}`],
      ['Set-Cookie', `b=${sentinel}`],
      ['X-Access-Token', sentinel],
      ['X-Note', `password=${sentinel}`],
      ['Location', `https://storage.example/f?any=${sentinel}`],
      ['X-\u202eName', 'a\nb'],
    ]);
    assert.deepEqual(shown, [
      ['Content-Type', 'application/json'],
      ['Set-Cookie', '•••'],
      ['Set-Cookie', '•••'],
      ['X-Access-Token', '•••'],
      ['X-Note', 'password=•••'],
      ['Location', 'https://storage.example/f?•••'],
      ['X-‹U+202E›Name', 'a‹U+000A›b'],
    ]);
    assertNoSecret(sentinel, shown);
  });

  it('no headers make it fail', () => {
    const names = fc.oneof(fc.constantFrom('location', 'link', 'Sunset'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (headers) => {
        assert.ok(notable(headers).every(([, value]) => value.length <= 201));
        assert.equal(all(headers).length, headers.length);
      }),
    );
  });
});
