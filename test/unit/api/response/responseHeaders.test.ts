import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { chosenHeaders, type ResponseHeaders } from '../../../../src/api/response/responseHeaders';
import { Redactor } from '../../../../src/support/redact';
import { assertNoSecret, sentinel } from '../../support/leaks';

const headersOf = (headers: ResponseHeaders) => chosenHeaders(headers, new Redactor());

describe('headers of an answer', () => {
  it('T8: only those worth showing, in any case and in the order of their worth', () => {
    assert.deepEqual(
      headersOf([
        ['Date', 'Tue'],
        ['Set-Cookie', sentinel],
        ['SET-COOKIE', sentinel],
        ['X-Access-Token', sentinel],
        ['Server', 'nginx'],
        ['ETag', '"1"'],
        ['X-RateLimit-Remaining', '9'],
        ['ratelimit', 'limit=10'],
        ['X-Correlation-Id', 'c1'],
        ['Content-Type', 'application/json'],
        ['Retry-After', '3'],
        ['content-length', '12'],
      ]),
      [
        ['content-type', 'application/json'],
        ['content-length', '12'],
        ['etag', '"1"'],
        ['retry-after', '3'],
        ['x-ratelimit-remaining', '9'],
        ['ratelimit', 'limit=10'],
        ['x-correlation-id', 'c1'],
        ['date', 'Tue'],
      ],
    );
  });

  it('R5: a location is its host alone: a signed address is a secret', () => {
    const shown = headersOf([
      ['Location', `https://user:${encodeURIComponent(sentinel)}@storage.example:8443/f?sig=${sentinel}`],
      ['location', `/next?sig=${sentinel}`],
      ['location', `https://[broken?sig=${sentinel}`],
    ]);
    assert.deepEqual(shown, [['location', 'storage.example:8443']]);
    assertNoSecret(sentinel, shown);
  });

  it('values are cleaned and shortened, and there are not too many', () => {
    assert.deepEqual(headersOf([['etag', ` a\u202eb${'c'.repeat(300)}`]]), [
      ['etag', `a‹U+202E›b${'c'.repeat(190)}…`],
    ]);
    const many = Array.from({ length: 50 }, () => ['etag', '1'] as const);
    assert.equal(headersOf(many).length, 20);
  });

  it('no headers make it fail', () => {
    const names = fc.oneof(fc.constantFrom('location', 'etag', 'Date'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (headers) => {
        assert.ok(headersOf(headers).every(([, value]) => value.length <= 201));
      }),
    );
  });
});
