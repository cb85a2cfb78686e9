import { strict as assert } from 'node:assert';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { problemsOf, resolveRequest } from '../../../../../src/api/request/resolve/resolve';
import { targetOf } from '../../../../../src/api/request/target';
import { resolved } from '../documents';

describe('resolveRequest', () => {
  it('encodes values as one segment or one value, and leaves in a path what a URL may hold', () => {
    const request = resolved(`@v = a/b?c#d é%2F+'\nGET {{host}}/Users('1'):x%2F%zz|é/{{v}}?q={{v}}`);
    assert.equal(
      targetOf(request),
      "/Users('1'):x%2F%25zz%7C%C3%A9/a%2Fb%3Fc%23d%20%C3%A9%252F%2B%27?q=a%2Fb%3Fc%23d%20%C3%A9%252F%2B%27",
    );
  });

  it('puts values into headers without the blanks at their ends, and into bodies as they are', () => {
    const request = resolved('@v = " x\\" "\nPOST {{host}}/x\nX-A: {{v}}\nX-B:\n\n{"a": "{{v}}"}');
    assert.deepEqual(request.headers, [
      ['X-A', 'x"'],
      ['X-B', ''],
    ]);
    assert.equal(request.body, '{"a": " x" "}');
  });

  it('sends the lines of a multipart body with CR LF, those of a value as they are', () => {
    const head = '@v = "1\\n2"\nPOST {{host}}/x\nContent-Type: multipart/form-data; boundary=b';
    assert.equal(resolved(`${head}\n\n--b\n\n{{v}}\n--b--`).body, '--b\r\n\r\n1\n2\r\n--b--');
    assert.equal(resolved(`${head}\n# @quoted-body\n\n"--b\\n--b--"`).body, '--b\n--b--');
  });

  it('sends what a quoted body means, and puts nothing into it', () => {
    const text = '@v = 1\nPOST {{host}}/x\n# @quoted-body\nX-A: b\n\n\n  "{{v}}\\r\\n### \\u0000\\n" \n\n###';
    assert.equal(resolved(text).body, '{{v}}\r\n### \u0000\n');
    assert.equal(resolved('POST {{host}}/x\n# @quoted-body\n\n""').body, '');
  });

  it('R39: a variable that is blank or set nowhere is never sent, wherever it stands', () => {
    const text = [
      '@id =',
      'GET {{host}}/{{id}}',
      'GET {{host}}/y',
      'GET {{host}}/x?id={{id}}',
      'GET {{host}}/x\nX-A: {{id}}',
      'POST {{host}}/x\n\n{{id}}',
      '@a = x{{id}}\nGET {{host}}/{{a}}',
      'GET {{host}}/{{nowhere}}',
    ].join('\n###\n');
    const document = parseRequests(text);
    assert.deepEqual(document.problems, []);
    const codes = document.requests.map((request) => {
      const resolution = resolveRequest(document, request);
      return 'problems' in resolution ? resolution.problems.map(({ code }) => code).join() : 'sent';
    });
    assert.deepEqual(codes, [
      'needsValue',
      'sent',
      ...Array<string>(4).fill('needsValue'),
      'unknownVariable',
    ]);
    assert.equal(resolved('@a = ""\n\nGET {{host}}/x?a={{a}}').query[0]?.[1], '', 'empty by its own wish');
  });

  it('a broken variable that two requests use is told of once, at its place', () => {
    const text = '@a = {{b}}\nGET {{host}}/{{a}}\n###\nGET {{host}}/{{a}}';
    assert.deepEqual(problemsOf(parseRequests(text)), [
      { code: 'unknownVariable', start: 5, end: 10, facts: { name: 'b' } },
    ]);
  });

  it('tells a name that is a page long in part', () => {
    const [problem] = problemsOf(parseRequests(`GET {{host}}/{{${'x'.repeat(500)}}}`));
    assert.deepEqual([problem?.code, problem?.facts.name], ['unknownVariable', 'x'.repeat(80)]);
  });

  it('a body that would grow beyond measure is refused', () => {
    const text = `@a = "${'x'.repeat(100_000)}"\nPOST {{host}}/x\n\n${'{{a}}'.repeat(100)}`;
    const document = parseRequests(text);
    const result = resolveRequest(document, document.requests[0]!);
    assert.deepEqual('problems' in result && result.problems.map(({ code }) => code), ['longRequest']);
  });
});
