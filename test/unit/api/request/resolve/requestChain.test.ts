import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { openValues } from '../../../../../src/api/request/resolve/openValues';
import { RequestChain } from '../../../../../src/api/request/resolve/requestChain';
import { resolveRequest } from '../../../../../src/api/request/resolve/resolve';
import { typedValue } from '../../../../../src/api/request/resolve/supplied';
import { targetOf } from '../../../../../src/api/request/target';
import { startCpuTime } from '../../../support/cpuTime';
import { anyText } from '../arbitraries';

type Last = Record<string, { request: HttpRequest; response: string }>;

/** A chain in which a response is one text, which is what is read of it. */
function chainOf(source: string, last: Last = {}, values: Record<string, string> = {}) {
  const document = parseRequests(source);
  const chain = new RequestChain<string, { text: string; json: string }>(document, {
    last: (name) => (Object.hasOwn(last, name) ? last[name] : undefined),
    read: (response) =>
      response === '' ? 'noSuchValue' : { text: response, json: JSON.stringify(response) },
    ofVariable: (name) => (Object.hasOwn(values, name) ? typedValue(values[name]!) : undefined),
  });
  const request = (nth: number) => document.requests[nth] ?? assert.fail(`no request ${nth}`);
  return {
    document,
    chain,
    request,
    before: (nth: number) => {
      const before = chain.before(request(nth));
      return 'code' in before
        ? [before.code, before.facts.name]
        : before.map((other) => other.request.handle);
    },
    resolve: (nth: number) => resolveRequest(document, request(nth), { supplied: chain }),
  };
}

const sent = (path: string): HttpRequest => ({
  method: 'GET',
  path,
  query: [],
  headers: [],
  body: undefined,
});

const two = `# @name list
GET {{host}}/list
###
GET {{host}}/a/{{list.response.body.$.id}}/b?c={{list.response.body.$.id}}
X-A: {{list.response.status}}
`;

describe('requests that read each other', () => {
  it('R32: what is read is put in, encoded as any other value', () => {
    const { resolve } = chainOf(two, { list: { request: sent('/list'), response: 'x' } });
    const resolved = resolve(1);
    assert.ok('request' in resolved);
    assert.equal(targetOf(resolved.request), '/a/x/b?c=x');
    assert.deepEqual(resolved.request.headers, [['X-A', 'x']]);
  });

  it('R32: what was not sent yet comes first, and so does what comes before that, each once', () => {
    assert.deepEqual(chainOf(two).before(1), ['list']);
    assert.deepEqual(chainOf(two).before(0), []);
    const three = `${two}###\n# @name c\nGET {{host}}/c/{{list.response.status}}\n###\n@v = {{c.response.status}}\n@w = {{v}}\nGET {{host}}/{{w}}/{{list.response.status}}`;
    assert.deepEqual(chainOf(three).before(3), ['list', 'c']);
    assert.deepEqual(chainOf(two, { list: { request: sent('/list'), response: 'x' } }).before(1), []);
  });

  it('R32: a response to what the request was before is an old one', () => {
    assert.deepEqual(chainOf(two, { list: { request: sent('/other'), response: 'x' } }).before(1), ['list']);
    const blank = '@p =\n\n# @name list\nGET {{host}}/list/{{p}}\n###\nGET {{host}}/{{list.response.status}}';
    const last = { list: { request: sent('/list/1'), response: 'x' } };
    assert.deepEqual(chainOf(blank, last, { p: '1' }).before(1), []);
    assert.deepEqual(chainOf(blank, last, { p: '2' }).before(1), ['list']);
    assert.deepEqual(chainOf(blank, last).before(1), ['list']);
    const chained = `# @name a\nGET {{host}}/a\n###\n# @name b\nGET {{host}}/b/{{a.response.status}}\n###\nGET {{host}}/{{b.response.status}}`;
    const b = { request: sent('/b/1'), response: 'x' };
    assert.deepEqual(chainOf(chained, { a: { request: sent('/a'), response: '1' }, b }).before(2), []);
    assert.deepEqual(chainOf(chained, { a: { request: sent('/a'), response: '2' }, b }).before(2), ['b']);
    assert.deepEqual(chainOf(chained, { b }).before(2), ['a', 'b']);
  });

  it('R32: cycles, long chains and names that are none, or two, are told of', () => {
    assert.deepEqual(chainOf('# @name a\nGET {{host}}/{{a.response.status}}').before(0), [
      'cyclicRequest',
      'a',
    ]);
    const circle =
      '# @name a\nGET {{host}}/{{b.response.status}}\n###\n# @name b\nGET {{host}}/{{a.response.status}}';
    assert.deepEqual(chainOf(circle).before(0), ['cyclicRequest', 'a']);
    const last = { a: { request: sent('/1'), response: '1' }, b: { request: sent('/1'), response: '1' } };
    assert.deepEqual(chainOf(circle, last).before(0), ['cyclicRequest', 'a'], 'no end, and no throw');
    assert.deepEqual(chainOf('GET {{host}}/{{x.response.status}}').before(0), ['unknownRequest', 'x']);
    const twice =
      '# @name a\nGET {{host}}/1\n###\n# @name a\nGET {{host}}/2\n###\nGET {{host}}/{{a.response.status}}';
    assert.deepEqual(chainOf(twice).before(2), ['duplicateName', 'a']);
    const chain = (count: number) =>
      Array.from(
        { length: count },
        (_, nth) => `# @name r${nth}\nGET {{host}}/{{r${nth + 1}.response.status}}\n###\n`,
      ).join('');
    assert.deepEqual(chainOf(`${chain(19)}# @name r19\nGET {{host}}/x`).before(0).length, 19);
    assert.equal(chainOf(`${chain(100)}# @name r100\nGET {{host}}/x`).before(0)[0], 'deepRequest');
    const broad = Array.from({ length: 30 }, (_, nth) => `# @name r${nth}\nGET {{host}}/${nth}\n###\n`).join(
      '',
    );
    const uses = Array.from({ length: 30 }, (_, nth) => `{{r${nth}.response.status}}`).join('/');
    assert.equal(chainOf(`${broad}GET {{host}}/${uses}`).before(30)[0], 'deepRequest');
  });

  it('R39: what has no value is found, also by way of variables, each once', () => {
    const source =
      '@a =\n@b = {{a}}{{c}}\n\nPOST {{host}}/{{b}}?x={{a}}&y={{d}}\n\n{"z": "{{e}}{{f.response.status}}"}';
    const document = parseRequests(source);
    assert.deepEqual(openValues(document, document.requests[0]!).variables, [
      { name: 'a', optional: false },
      { name: 'c', optional: false },
      { name: 'd', optional: false },
      { name: 'e', optional: true },
    ]);
    const circle = parseRequests('@a = {{b}}\n@b = {{a}}\n\nGET {{host}}/{{a}}');
    assert.deepEqual(openValues(circle, circle.requests[0]!), { variables: [], references: [] });
  });

  it('whatever is read, nothing changes but its own place: no host, no path, no header, no field of a body', () => {
    const source = (type: string, body: string) =>
      `# @name l\nGET {{host}}/l\n###\n@v = {{l.response.body.$}}\n\nPOST {{host}}/a/x{{v}}/b?c={{v}}&{{v}}=d\nContent-Type: ${type}\n\n${body}`;
    fc.assert(
      fc.property(
        anyText.filter((text) => text !== ''),
        (value) => {
          const last = { l: { request: sent('/l'), response: value } };
          const json = chainOf(
            source('application/json', '{"a": "x{{v}}y", "b": {{v}}, "c": 1}'),
            last,
          ).resolve(1);
          assert.ok('request' in json, JSON.stringify(json));
          const url = new URL(`https://api.example/sub${targetOf(json.request)}`);
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
          assert.deepEqual(JSON.parse(json.request.body ?? ''), { a: `x${value}y`, b: value, c: 1 });
          const form = chainOf(source('application/x-www-form-urlencoded', 'a={{v}}&b=1'), last).resolve(1);
          assert.ok('request' in form);
          assert.deepEqual(
            [...new URLSearchParams(form.request.body)],
            [
              ['a', value],
              ['b', '1'],
            ],
          );
          const parts = chainOf(
            source('multipart/form-data; boundary=b', '--b\n\n{{v}}\n--b--'),
            last,
          ).resolve(1);
          assert.equal('request' in parts, !/[\r\n]/.test(value));
        },
      ),
    );
    for (const dots of ['.', '..', '%2e']) {
      const resolved = chainOf('# @name l\nGET {{host}}/l\n###\nGET {{host}}/{{l.response.body.$}}', {
        l: { request: sent('/l'), response: dots },
      }).resolve(1);
      assert.equal(
        'problems' in resolved ? resolved.problems[0]?.code : targetOf(resolved.request),
        dots === '%2e' ? '/%252e' : 'dotSegment',
      );
    }
  });

  it('what a person typed is a number where it reads as one, and a text otherwise, in JSON', () => {
    const body = (value: string) => {
      const { resolve } = chainOf('@v =\n\nPOST {{host}}/x\n\n{"a": {{v}}, "b": "{{v}}"}', {}, { v: value });
      const resolved = resolve(0);
      return 'request' in resolved ? (JSON.parse(resolved.request.body ?? '') as unknown) : resolved;
    };
    assert.deepEqual(body('5'), { a: 5, b: '5' });
    assert.deepEqual(body('true'), { a: true, b: 'true' });
    assert.deepEqual(body('", "admin": true, "'), { a: '", "admin": true, "', b: '", "admin": true, "' });
  });

  it('never throws and ends soon, whatever the document is', function () {
    this.timeout(60_000);
    const names = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
    const use = names.map((name) => `{{${name}.response.body.$}}`);
    const block = fc
      .tuple(names, fc.array(fc.oneof(use, anyText), { maxLength: 3 }), fc.option(use, { nil: '' }))
      .map(([name, pieces, body]) => `# @name ${name}\nPOST {{host}}/${pieces.join('/')}\n\n${body}`);
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), anyText, (blocks, value) => {
        const last = Object.fromEntries(
          ['a', 'b', 'c'].map((name) => [name, { request: sent('/x'), response: value }]),
        );
        const { document, chain } = chainOf(blocks.join('\n###\n'), last);
        for (const request of document.requests) {
          chain.before(request);
          resolveRequest(document, request, { supplied: chain });
        }
      }),
    );
    const many = (line: string, count: number) => line.repeat(count);
    for (const text of [
      many('# @name a\nGET {{host}}/{{a.response.status}}\n###\n', 4000),
      `GET {{host}}/${many('{{a.response.body.$}}/', 10_000)}`,
      `@v = ${many('{{w}}', 40_000)}\n\nGET {{host}}/{{v}}`,
      `GET {{host}}/x?${many('{{a.response.body.$', 10_000)}`,
      `${Array.from({ length: 8000 }, (_, nth) => `@v${nth} = {{v${nth + 1}}}\n`).join('')}GET {{host}}/{{v0}}`,
    ]) {
      const computed = startCpuTime();
      const { document, chain } = chainOf(text);
      document.requests.slice(0, 5).forEach((request) => {
        chain.before(request);
        resolveRequest(document, request, { supplied: chain });
      });
      const took = computed();
      assert.ok(took < 4000, `${took} ms for ${text.slice(0, 30)}`);
    }
  });
});
