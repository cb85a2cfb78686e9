import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { harLog, type SentExchange } from '../../../../src/api/export/harLog';
import type { HttpRequest } from '../../../../src/api/request/request';
import type { HttpResponse } from '../../../../src/api/transport/model';
import { Redactor } from '../../../../src/support/redact';
import { assertNoSecret, sentinel } from '../../support/leaks';

interface Entry {
  startedDateTime: string;
  time: number;
  comment?: string;
  request: {
    url: string;
    headers: { name: string; value: string }[];
    queryString: { name: string; value: string }[];
    postData?: { mimeType: string; text: string };
  };
  response: {
    headers: { name: string; value: string }[];
    redirectURL: string;
    content: { text?: string; comment?: string };
  };
}

const redactor = new Redactor();

/** By the JSON Schemas of HAR 1.2, which are of an older draft. */
function validator() {
  const folder = path.resolve(__dirname, '../../../../node_modules/har-schema/lib');
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  ajv.addMetaSchema(read(path.resolve(folder, '../../ajv/dist/refs/json-schema-draft-06.json')));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    ajv.addSchema(read(path.join(folder, name)));
  }
  return ajv.getSchema('har.json#') ?? assert.fail('no schema');
}

const isValid = validator();

function entriesOf(...exchanges: SentExchange[]): Entry[] {
  const har = harLog(exchanges, {
    base: 'https://api.example/sub',
    creator: { name: 'Appcircle Explorer', version: '0.9.0' },
    redactor,
    comments: { masked: 'Masked.', remembered: 'Remembered.', withoutBody: 'Without body.' },
  });
  assert.ok(isValid(JSON.parse(JSON.stringify(har))), JSON.stringify(isValid.errors));
  return (har as { log: { entries: Entry[] } }).log.entries;
}

const request = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  path: '/a',
  query: [],
  headers: [],
  body: undefined,
  ...more,
});

function response(body: string, more: Partial<HttpResponse> = {}): HttpResponse {
  const bytes = Buffer.from(body);
  return {
    status: 200,
    statusText: 'OK',
    headers: [['content-type', 'application/json']],
    body: bytes,
    size: bytes.length,
    durationMs: 40,
    streamed: false,
    ...more,
  };
}

const exchange = (more: Partial<SentExchange> = {}): SentExchange => ({
  method: 'POST',
  path: '/a',
  status: 200,
  at: Date.UTC(2026, 10, 30, 12),
  ...more,
});

describe('the export as HAR', () => {
  it('is valid by the schema of HAR 1.2, oldest first, with what is there of each', () => {
    const whole = exchange({
      request: request({
        query: [['q', 'a b']],
        headers: [
          ['Accept', 'application/json'],
          ['Content-Type', 'application/json'],
        ],
        body: '{"a": 1}',
      }),
      response: response('{"b": 2}'),
    });
    const [old, one] = entriesOf(whole, exchange({ method: 'GET', at: Date.UTC(2026, 10, 30, 11) }));
    assert.equal(old?.comment, 'Remembered.');
    assert.deepEqual([old.request.headers, old.response.content.comment], [[], 'Without body.']);
    assert.equal(one?.request.url, 'https://api.example/sub/a?q=a%20b');
    assert.deepEqual(one.request.queryString, [{ name: 'q', value: 'a b' }]);
    assert.deepEqual(one.request.postData, { mimeType: 'application/json', text: '{"a": 1}' });
    assert.equal(one.response.content.text, '{"b": 2}');
    assert.deepEqual([one.time, one.startedDateTime], [40, '2026-11-30T11:59:59.960Z']);
  });

  it('T10: holds no secret: headers of credentials are left out, others are masked wherever they stand', () => {
    const held = redactor.protect(sentinel);
    const form = `password=${encodeURIComponent(sentinel)}&a=1`;
    const secretly = exchange({
      path: `/a/${encodeURIComponent(sentinel)}/token/Short9/keystores/generate`,
      request: request({
        query: [
          ['api_key', 'short1'],
          ['a', sentinel],
          ['token=short10', 'x'],
        ],
        headers: [
          ['X-Api-Key', 'short2'],
          ['X-Other', sentinel],
          ['Content-Type', 'application/json'],
        ],
        body: `{"password": "short3", "a": "${sentinel}"}`,
      }),
      response: response(`{"access_token": "short4", "a": "${sentinel}"}`, {
        statusText: 'token=short11',
        headers: [
          ['content-type', 'application/json'],
          ['set-cookie', 'sid=short5'],
          ['proxy-authorization', 'short6'],
          ['location', 'https://store.example/x?X-Amz-Signature=short7'],
          ['link', '<https://store.example/x?sig=short8>; rel=next'],
          ['etag', 'W/"1"'],
        ],
      }),
    });
    const formed = exchange({
      request: request({ headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: form }),
      response: response(form, { headers: [['content-type', 'application/x-www-form-urlencoded']] }),
    });
    const parts = `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\nshort12\r\n--b--`;
    const inParts = exchange({
      request: request({ headers: [['Content-Type', 'multipart/form-data; boundary=b']], body: parts }),
    });
    const entries = entriesOf(secretly, formed, inParts);
    assertNoSecret(sentinel, entries);
    assert.doesNotMatch(JSON.stringify(entries), /short\d/i);
    const [one] = entries;
    assert.match(one?.request.url ?? '', /\/token\/[^/]+\/keystores\/generate\?/);
    assert.deepEqual(
      one?.response.headers.map(({ name }) => name),
      ['content-type', 'location', 'link', 'etag'],
    );
    assert.equal(one.response.redirectURL, 'https://store.example');
    held.dispose();
  });

  it('has no bytes of files, and of bodies with files their names', () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    const [one, other] = entriesOf(
      exchange({
        request: request({ parts: ['--b\r\n\r\n', { file: './a.apk' }, '\r\n--b--'] }),
        response: response('', { body: bytes, headers: [['content-type', 'application/zip']] }),
      }),
      exchange({ request: request(), response: response('', { streamed: true, size: 5_000_000 }) }),
    );
    assert.match(one?.request.postData?.text ?? '', /< \.\/a\.apk/);
    for (const entry of [one, other]) {
      assert.deepEqual(
        [entry?.response.content.text, entry?.response.content.comment],
        [undefined, 'Without body.'],
      );
    }
  });
});
