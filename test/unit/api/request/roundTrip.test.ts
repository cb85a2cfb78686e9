import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseRequests } from '../../../../src/api/request/parse/parse';
import type { HttpRequest } from '../../../../src/api/request/request';
import { requestOf } from '../../../../src/api/request/write/requestOf';
import { problemsOf } from '../../../../src/api/request/resolve/resolve';
import { targetOf } from '../../../../src/api/request/target';
import { writeRequest } from '../../../../src/api/request/write/write';
import { anyInputs, anyOperation } from './arbitraries';
import { resolved, texts } from './documents';

const anyCall = anyOperation.chain((operation) =>
  anyInputs(operation).map((inputs) => ({ operation, inputs, request: requestOf(operation, inputs) })),
);

/** An id that is `..` is refused, as it has to be, and comes back as a problem. */
const walks = ({ path }: HttpRequest) => /\/(\.|%2e){1,2}(\/|$)/i.test(path);

function meaning(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return body;
  }
}

function assertSame(actual: HttpRequest, expected: HttpRequest): void {
  const isJson = expected.headers.some(([name, value]) => name === 'Content-Type' && /[/+]json/.test(value));
  const comparable = (request: HttpRequest) => ({
    ...request,
    body: isJson ? meaning(request.body) : request.body,
  });
  assert.deepEqual(comparable(actual), comparable(expected));
}

describe('round trip of requests', function () {
  this.timeout(60_000);

  it('any operation with any values is written, read and resolved to the same request', () => {
    fc.assert(
      fc.property(anyCall, ({ operation, inputs, request }) => {
        fc.pre(!walks(request));
        const document = parseRequests(writeRequest(operation, { ...inputs, comments: texts }));
        assert.deepEqual(problemsOf(document), []);
        assert.equal(document.requests.length, 1);
        assertSame(resolved(document), request);
      }),
      { numRuns: 400 },
    );
  });

  it('no text of a description becomes a request, a variable or a header of its own', () => {
    fc.assert(
      fc.property(anyCall, ({ operation, inputs, request }) => {
        const document = parseRequests(writeRequest(operation, { ...inputs, comments: texts }));
        assert.equal(document.requests.length, 1);
        assert.deepEqual(
          document.requests[0]?.headers.map(({ name }) => name),
          request.headers.map(([name]) => name),
        );
        const ids = new Set(operation.path.match(/\{[^{}/]+\}/g));
        const inHeaders = document.requests[0].uses.filter(({ where }) => where === 'header');
        assert.equal(document.variables.size, ids.size + inHeaders.length);
      }),
      { numRuns: 200 },
    );
  });

  it('whatever base it is put behind, the address has the origin and the path of the base', () => {
    const bases = [
      'https://api.example',
      'https://api.example:8443/sub/path',
      'http://127.0.0.1:1',
      'https://[::1]/x',
    ];
    fc.assert(
      fc.property(anyCall, fc.constantFrom(...bases), ({ request }, base) => {
        fc.pre(!walks(request));
        const url = new URL(base + targetOf(request));
        assert.equal(url.origin, new URL(base).origin);
        assert.ok(`${url.pathname}/`.startsWith(new URL(`${base}/`).pathname));
        assert.equal(url.username + url.password + url.hash, '');
        assert.equal(url.href, base + targetOf(request), 'is sent as it is');
        assert.deepEqual(
          [...url.searchParams],
          request.query.map(([name, value]) => [name, value]),
        );
      }),
      { numRuns: 200 },
    );
  });
});
