import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseRequests } from '../../../../src/api/request/parse/parse';
import type { Problem } from '../../../../src/api/request/parse/problem';
import { problemsOf, resolveRequest } from '../../../../src/api/request/resolve/resolve';
import { targetOf } from '../../../../src/api/request/target';
import { briefOrLong } from '../../support/briefOrLong';
import { startCpuTime } from '../../support/cpuTime';
import { anyText } from './arbitraries';
import { refusedDocuments } from './refusedDocuments';

/** What stops the requests of a document, each of which has to be stopped. */
function problemsOfEach(source: string): Problem[] {
  const document = parseRequests(source);
  const results = document.requests.map((request) => resolveRequest(document, request));
  for (const result of results) {
    assert.ok('problems' in result, `was let through: ${JSON.stringify(result)}`);
  }
  return problemsOf(document);
}

describe('hostile documents', () => {
  for (const [code, marked] of refusedDocuments) {
    it(`is refused, with its place: ${code} in ${JSON.stringify(marked.slice(0, 80))}`, () => {
      const start = marked.indexOf('«');
      const end = marked.indexOf('»') - 1;
      const problems = problemsOfEach(marked.replace('«', '').replace('»', ''));
      const found = problems.filter((problem) => problem.code === code);
      assert.deepEqual(
        found.map((problem) => [problem.start, problem.end]),
        [[start, end]],
        JSON.stringify(problems),
      );
    });
  }

  it('a problem of what holds for the file stops each of its requests, others only their own', () => {
    const file = parseRequests('GET {{host}}/x\n###\n@host = evil\nGET {{host}}/y\n###\nGET {{host}}/z');
    assert.deepEqual(
      file.requests.map((request) => 'problems' in resolveRequest(file, request)),
      [true, true, true],
    );
    const one = parseRequests('GET {{host}}/x\n###\nGET {{host}}/y\nHost: evil\n###\nGET {{host}}/z');
    assert.deepEqual(
      one.requests.map((request) => 'problems' in resolveRequest(one, request)),
      [false, true, false],
    );
  });

  it('a value changes nothing but itself, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const document = parseRequests(
          `@v = ${JSON.stringify(value)}\n\nGET {{host}}/a/x{{v}}/b?c={{v}}&{{v}}=d`,
        );
        const result = resolveRequest(document, document.requests[0]!);
        assert.ok('request' in result, JSON.stringify(result));
        const url = new URL(`https://api.example/sub${targetOf(result.request)}`);
        assert.equal(url.host, 'api.example');
        const [, base, a, id, b, ...more] = url.pathname.split('/');
        assert.deepEqual([base, a, b, more], ['sub', 'a', 'b', []]);
        assert.equal(decodeURIComponent(id ?? ''), `x${value}`);
        assert.deepEqual(
          [...url.searchParams],
          [
            ['c', value],
            [value, 'd'],
          ],
        );
      }),
    );
  });

  it('whatever a document is, what can be sent stays below the base, and nothing is thrown', () => {
    const document = fc
      .tuple(anyText, anyText, anyText, anyText)
      .map(
        ([value, path, query, rest]) =>
          `@v = ${value}\n\nGET {{host}}/${path}{{v}}/${path}?${query}\n${rest}\n\n${rest}`,
      );
    fc.assert(
      fc.property(fc.oneof(document, anyText, fc.string({ unit: 'binary' })), (source) => {
        const parsed = parseRequests(source);
        problemsOf(parsed);
        for (const request of parsed.requests) {
          const result = resolveRequest(parsed, request);
          if ('request' in result) {
            const url = new URL(`https://api.example/sub${targetOf(result.request)}`);
            assert.equal(url.origin, 'https://api.example');
            assert.ok(url.pathname.startsWith('/sub/'));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('T10: no problem tells anything of a query', () => {
    const secret = 's3cr3tInTheQuery';
    const query = fc
      .tuple(anyText, anyText, anyText)
      .map(([before, name, after]) => `${before}${secret}${name}=${secret}${after}`.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(query, fc.constantFrom('?', '\n  ?', '\nAccept: x\n&', '\\?'), (text, mark) => {
        const document = parseRequests(`GET {{host}}/a${mark}${text}\n`);
        const facts = problemsOf(document).map((problem) => problem.facts);
        assert.ok(!JSON.stringify(facts).includes(secret));
      }),
    );
  });

  it('time grows with the length of a text, whatever is in it', function () {
    this.timeout(60_000);
    const size = briefOrLong(60_000, 200_000);
    const long = (text: string) => text.repeat(Math.ceil(size / text.length));
    const texts = [
      ...['\n', '\r', '###\n', '# a\n', '# @import\n', '@host=\n', 'GET {{host}}/{{a}}\n###\n'].map(long),
      ...['{', '{{', 'a/', 'a&', ' ', '\ud800'].map((text) => `GET {{host}}/${long(text)}`),
      ...['{{', '{{a}}', '<\n', '< a\n', '"', '\n', ' '].map((text) => `POST {{host}}/\n\nx${long(text)}x`),
      `@a = "${long('\\')}"`,
      `@a = ${long('{{b}}')}\nGET {{host}}/{{a}}`,
    ];
    for (const text of texts) {
      const computed = startCpuTime();
      problemsOf(parseRequests(text));
      const took = computed();
      // Each takes some milliseconds. Growing with the square of the length it would be a minute for the longest.
      assert.ok(took < size / 150, `${took} ms for ${JSON.stringify(text.slice(0, 30))}`);
    }
  });

  it('a document above five megabytes is refused unread', () => {
    const source = `GET {{host}}/x\n\n${'#'.repeat(5 * 1024 * 1024)}`;
    const document = parseRequests(source);
    assert.deepEqual(document.requests, []);
    assert.deepEqual(document.problems, [{ code: 'tooLarge', start: 0, end: source.length, facts: {} }]);
  });

  it('variables that blow each other up are refused, not worked out', () => {
    const lines = Array.from({ length: 30 }, (_, nth) => `@a${nth} = {{a${nth + 1}}}{{a${nth + 1}}}`);
    const source = (count: number) =>
      [...lines.slice(0, count), `@a${count} = x`, 'GET {{host}}/{{a0}}'].join('\n');
    assert.deepEqual(
      problemsOf(parseRequests(source(18))).map(({ code }) => code),
      ['longValue'],
    );
    assert.deepEqual(
      problemsOf(parseRequests(source(30))).map(({ code }) => code),
      ['deepVariable'],
    );
  });
});
