import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { looksLikeCurl } from '../../../../../src/api/request/curl/commandLine';
import { readCurl } from '../../../../../src/api/request/curl/curlRequest';
import { writeCurlDocument } from '../../../../../src/api/request/curl/curlDocument';
import { curlCommand } from '../../../../../src/api/request/copyAs/curl';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { maskText } from '../../../../../src/support/redact';
import { isSecretName } from '../../../../../src/support/redaction/secretNames';
import { briefOrLong } from '../../../support/briefOrLong';
import { anyRequest, anyText } from '../arbitraries';
import { base, comments, requestOfCurl } from './readings';

const at = 'https://api.example/sub/a';

describe('readCurl and curlCommand', function () {
  this.timeout(60_000);

  /** Without what is dropped on purpose, and what is the same on the wire. */
  const plain = (request: HttpRequest): HttpRequest => ({
    ...request,
    path: request.path.replace(/^\/+/, '/'),
    query: request.query.filter(([name, value]) => name !== '' || value !== ''),
    body: request.body === '' ? undefined : request.body,
  });
  const isSecret = (name: string, value: string) => isSecretName(name) || maskText(value) !== value;
  const meaning = ({ body, ...rest }: HttpRequest): unknown => ({ ...rest, body });

  it('R36: any request, copied as cURL and read again, is the same request', () => {
    fc.assert(
      fc.property(
        anyRequest,
        fc.constantFrom(base, 'https://api.example', 'http://127.0.0.1:4010'),
        (request, host) => {
          fc.pre(![...request.query, ...request.headers].some(([name, value]) => isSecret(name, value)));
          const command = curlCommand(request, host);
          assert.ok(looksLikeCurl(command), command);
          assert.deepEqual(meaning(plain(requestOfCurl(command, host))), meaning(plain(request)), command);
        },
      ),
      { numRuns: briefOrLong(150, 2000) },
    );
  });

  it('R36: so is one with files in it', () => {
    const type = (mediaType: string) => [['Content-Type', mediaType]] as const;
    const whole = { headers: type('application/octet-stream'), parts: [{ file: "./it's a/b.apk" }] };
    const head = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
    const several = {
      headers: type('multipart/form-data; boundary=b'),
      parts: [
        `${head('%s\\n')}1\r\n${head('x')}`,
        { file: './x' },
        `\r\n${head('y')}`,
        { file: '../y z' },
        '\r\n--b--',
      ],
    };
    for (const given of [whole, several]) {
      const request = { method: 'POST', path: '/a', query: [], body: undefined, ...given } as const;
      assert.deepEqual(requestOfCurl(curlCommand(request, base)), request);
    }
  });

  it('R36: whatever is pasted becomes one request below the account or a refusal, without an exception', () => {
    const pieces = fc.constantFrom(
      ...[
        'curl',
        'curl.exe',
        "'",
        '"',
        '\\',
        '^',
        '`',
        '\n',
        ' ',
        '$',
        '$(',
        '${',
        '|',
        '<<E\n',
        '<<<',
        '>',
        '&',
        '@',
      ],
      ...[
        '-d',
        '-H',
        '-F',
        '-X',
        '-G',
        '--json',
        '--next',
        '-u',
        '--data-urlencode',
        `'${at}'`,
        at,
        '{{host}}/a',
        '%A%',
      ],
    );
    const line = fc.array(fc.oneof({ weight: 3, arbitrary: pieces }, anyText), { maxLength: 15 });
    fc.assert(
      fc.property(line, fc.constantFrom(' ', ''), (parts, between) => {
        const read = readCurl(`curl ${parts.join(between)}`, base);
        if ('refusal' in read) return;
        const { requests, general } = parseRequests(writeCurlDocument(read.curl, comments));
        assert.equal(requests.length, 1);
        assert.deepEqual(general, []);
        assert.equal(requests[0]?.method, read.curl.request.method);
      }),
      { numRuns: briefOrLong(500, 10_000) },
    );
  });

  it('R36: long texts of anything take no longer than their length', () => {
    const size = briefOrLong(30_000, 100_000);
    // Quadratic work would take a hundred times as much. Microseconds.
    const limit = size * 30;
    const pieces = [
      ...[
        "'",
        '"',
        '\\',
        '`',
        '$',
        '$(',
        '$(a)',
        '${a',
        "$'",
        "\\'",
        ' ',
        'a',
        '-d a ',
        '-F a=b ',
        '-H a:b ',
        '<<a\n',
        '&',
        '|',
        '\n',
      ],
      ...[
        '^',
        '^"',
        '%a',
        '%',
        '/..',
        'a&',
        'ACVAR1Z',
        '$a ',
        '{{',
        ';type=',
        '-',
        '\ufdd0',
        "''",
        '#',
        '()',
        '\\"',
        '<',
        '2>',
      ],
    ];
    for (const piece of pieces) {
      for (const start of [
        `curl ${at} `,
        `curl '${at}?`,
        `curl ${at} -d '`,
        `curl ${at} -d "`,
        'curl.exe "',
        `curl ^"${at}^" `,
        '',
      ]) {
        const text = start + piece.repeat(size / piece.length);
        const began = process.cpuUsage().user;
        for (const whole of [`${text}'`, `${text}"`]) {
          looksLikeCurl(whole);
          const read = readCurl(whole, base);
          if ('curl' in read) writeCurlDocument(read.curl, comments);
        }
        assert.ok(process.cpuUsage().user - began < limit, `${start}${piece}`);
      }
    }
  });
});
