import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { problemsOf, resolveRequest } from '../../../../../src/api/request/resolve/resolve';
import { RequestChain } from '../../../../../src/api/request/resolve/requestChain';
import { targetOf } from '../../../../../src/api/request/target';
import { readResponse, type ReadValue } from '../../../../../src/api/response/readResponse';
import type { HttpResponse } from '../../../../../src/api/transport/model';
import { startCpuTime } from '../../../support/cpuTime';
import { anyText } from '../arbitraries';

/** What a server may say: its texts go into the next request. */
const responseOf = (value: unknown, header = 'x'): HttpResponse => {
  const body = Buffer.from(JSON.stringify(value));
  return {
    status: 200,
    statusText: '',
    headers: [
      ['content-type', 'application/json'],
      ['x-next', header],
    ],
    body,
    size: body.length,
    durationMs: 1,
    streamed: false,
  };
};

const first = { method: 'GET', path: '/a', query: [], headers: [], body: undefined } as const;

function chainOf(source: string, response: HttpResponse) {
  const document = parseRequests(source);
  const chain = new RequestChain<HttpResponse, ReadValue>(document, {
    last: () => ({ request: first, response }),
    read: readResponse,
    ofVariable: () => undefined,
  });
  return { document, chain };
}

const flow = (path: string) =>
  `# @name list\nGET {{host}}/a\n###\nPOST {{host}}/x/{{list.response.${path}}}/y?q={{list.response.${path}}}\nContent-Type: application/json\n\n{"a": "{{list.response.${path}}}"}\n`;

describe('hostile named requests and responses', () => {
  it('R32: whatever a response says changes nothing of the next request but its value', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const { document, chain } = chainOf(flow('body.$.v'), responseOf({ v: value }));
        const resolved = resolveRequest(document, document.requests[1]!, { supplied: chain });
        if (!('request' in resolved)) return;
        const url = new URL(`https://api.example/sub${targetOf(resolved.request)}`);
        assert.equal(url.host, 'api.example');
        const [, base, x, id, y, ...more] = url.pathname.split('/');
        assert.deepEqual([base, x, decodeURIComponent(id ?? ''), y, more], ['sub', 'x', value, 'y', []]);
        assert.deepEqual([...url.searchParams], [['q', value]]);
        assert.deepEqual(resolved.request.headers, [['Content-Type', 'application/json']]);
        assert.deepEqual(JSON.parse(resolved.request.body ?? ''), { a: value });
      }),
      { numRuns: 500 },
    );
  });

  it('R32: whatever is asked of a response, nothing is thrown, and what is sent stays below the base', () => {
    const piece = fc.constantFrom(
      ...[
        '$',
        '.',
        '..',
        '*',
        '[0]',
        '[*]',
        '[?',
        '@',
        '@.a',
        ']',
        '(',
        ')',
        '==',
        '"a"',
        "'",
        ',',
        ':',
        '-1',
      ],
      ...[
        'length(',
        'match(@.a,"(a+)+$")',
        'search(',
        'value(',
        '&&',
        '!',
        '1e999',
        'constructor',
        '__proto__',
      ],
    );
    const path = fc
      .array(fc.oneof({ weight: 3, arbitrary: piece }, anyText), { maxLength: 8 })
      .map((pieces) => pieces.join('').replace(/[\r\n]/g, ''));
    const value = { a: ['x', { a: '../..' }], constructor: 1, v: '\r\nHost: evil' };
    fc.assert(
      fc.property(fc.constantFrom('body.', 'headers.', 'status.', ''), path, (part, asked) => {
        const { document, chain } = chainOf(flow(part + asked), responseOf(value, '\u202e../evil'));
        problemsOf(document, () => undefined);
        for (const request of document.requests) {
          const before = chain.before(request);
          assert.ok('code' in before || before.length === 0);
          const resolved = resolveRequest(document, request, { supplied: chain });
          if ('request' in resolved) {
            const url = new URL(`https://api.example/sub${targetOf(resolved.request)}`);
            assert.ok(url.pathname.startsWith('/sub/'));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('R32: names in circles, in thousands, and paths that match everything take no longer than their length', () => {
    const many = Array.from(
      { length: 2000 },
      (_, nth) => `# @name r${nth}\nGET {{host}}/{{r${(nth + 1) % 2000}.response.body.$.id}}\n###`,
    ).join('\n');
    const all = Array.from({ length: 500 }, () => '?q={{list.response.body.$..*..*..*}}').join('\n&');
    for (const source of [many, `# @name list\nGET {{host}}/a\n###\nGET {{host}}/b\n${all}\n`]) {
      const took = startCpuTime();
      const { document, chain } = chainOf(source, responseOf(Array.from({ length: 300 }, () => [[1]])));
      problemsOf(document);
      for (const request of document.requests.slice(0, 200)) {
        chain.before(request);
        resolveRequest(document, request, { supplied: chain });
      }
      assert.ok(took() < 10_000, source.slice(0, 40));
    }
  });
});
