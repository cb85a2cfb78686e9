import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readReference } from '../../../../src/api/request/parse/readReference';
import { readResponse } from '../../../../src/api/response/readResponse';
import type { HttpResponse } from '../../../../src/api/transport/model';
import { MASK, Redactor } from '../../../../src/support/redact';

function response(
  body: unknown,
  headers: [string, string][] = [['content-type', 'application/json']],
): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(text);
  return {
    status: 201,
    statusText: 'Created',
    headers,
    body: bytes,
    size: bytes.length,
    durationMs: 1,
    streamed: false,
  };
}

const read = (given: HttpResponse, rest: string) =>
  readResponse(given, readReference(`r.response.${rest}`) ?? assert.fail(rest));

const textOf = (given: HttpResponse, rest: string) => {
  const value = read(given, rest);
  return typeof value === 'string' ? value : [value.text, value.json, value.shown(new Redactor())];
};

describe('reading a value of a response', () => {
  it('R32: status, header and body', () => {
    const given = response({ data: [{ id: 'a"b', n: 1, f: true, o: { x: [1] } }] }, [
      ['content-type', 'application/json'],
      ['x-trace', ' t '],
    ]);
    assert.deepEqual(textOf(given, 'status'), ['201', '"201"', '201']);
    assert.deepEqual(textOf(given, 'headers.X-Trace'), ['t', '"t"', 't']);
    assert.deepEqual(textOf(given, 'body.$.data[0].id'), ['a"b', '"a\\"b"', 'a"b']);
    assert.deepEqual(textOf(given, 'body.$.data[0].n'), ['1', '1', '1']);
    assert.deepEqual(textOf(given, 'body.$.data[0].f'), ['true', 'true', 'true']);
    assert.deepEqual(textOf(given, 'body.$.data[0].o'), ['{"x":[1]}', '{"x":[1]}', '{…}']);
    const whole = Buffer.from(given.body).toString();
    assert.deepEqual(textOf(given, 'body.*'), [whole, whole, '{…}']);
    assert.deepEqual(textOf(response('plain', []), 'body'), ['plain', '"plain"', 'plain']);
  });

  it('R32: numbers keep all their digits, by themselves and in what holds them', () => {
    const given = response(
      '{"id": 12345678901234567890,\n "o": {"b": [1e400, 0.10000000000000000555, " "]}}',
    );
    assert.deepEqual(textOf(given, 'body.$.id'), Array(3).fill('12345678901234567890'));
    assert.deepEqual(textOf(given, 'body.$.o.b[0]'), Array(3).fill('1e400'));
    assert.deepEqual(textOf(given, 'body.$.o.b[1]'), Array(3).fill('0.10000000000000000555'));
    const list = '{"b":[1e400,0.10000000000000000555," "]}';
    assert.deepEqual(textOf(given, 'body.$.o'), [list, list, '{…}']);
    const secret = response('{"password": 12345678901234567890}');
    assert.deepEqual(textOf(secret, 'body.$.password')[2], MASK);
  });

  it('says why there is none', () => {
    const given = response({ a: null, b: '', list: [1, 2], big: 1 });
    const cases = [
      ['body.$.a', 'noSuchValue'],
      ['body.$.b', 'noSuchValue'],
      ['body.$.c', 'noSuchValue'],
      ['headers.x-none', 'noSuchValue'],
      ['body.$.list[*]', 'severalValues'],
      ['body.$[', 'badPath'],
      ['body.$..*..*', 'heavyPath'],
      ['body.x', 'badReference'],
    ] as const;
    for (const [rest, code] of cases) {
      assert.equal(read(given, rest), code, rest);
    }
    assert.equal(read(response('<p>', []), 'body.$.a'), 'notJson');
    assert.equal(read(response(''), 'body'), 'noSuchValue');
  });

  it('a secret is read as it is, and shown masked: by its name, by that of what holds it, by a label, by its shape', () => {
    const given = response(
      {
        apiKeys: { apiSecret: { value: 'hush' } },
        password: 'hush',
        settings: [{ key: 'API_TOKEN', value: 'hush' }],
        text: `Bearer eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`,
        live: 'liveSecret123',
        open: 'open',
      },
      [
        ['content-type', 'application/json'],
        ['x-api-key', 'hush'],
      ],
    );
    const redactor = new Redactor();
    redactor.protect('liveSecret123');
    for (const rest of [
      'body.$.apiKeys.apiSecret.value',
      'body.$.password',
      'body.$.settings[0].value',
      'headers.x-api-key',
    ]) {
      const value = read(given, rest);
      assert.ok(typeof value !== 'string', rest);
      assert.equal(value.text, 'hush');
      assert.equal(value.shown(redactor), MASK, rest);
    }
    for (const rest of ['body.$.text', 'body.$.live']) {
      const value = read(given, rest);
      assert.ok(typeof value !== 'string');
      assert.doesNotMatch(value.shown(redactor), /eyJ|liveSecret/);
    }
    const open = read(given, 'body.$.open');
    assert.equal(typeof open !== 'string' && open.shown(redactor), 'open');
  });

  it('never throws, whatever the body and the path are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue().map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        fc.string(),
        (body, path) => {
          const value = readResponse(response(body), { request: 'r', part: 'body', path: `$${path}` });
          if (typeof value !== 'string') {
            value.shown(new Redactor());
          }
        },
      ),
    );
    const deep = response(`${'['.repeat(50_000)}1${']'.repeat(50_000)}`);
    assert.equal(typeof read(deep, 'body.$[0][0]'), 'object');
    const value = read(deep, 'body.$');
    assert.ok(typeof value === 'string' || value.shown(new Redactor()) === '[…]');
  });
});
