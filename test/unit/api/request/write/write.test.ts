import { strict as assert } from 'node:assert';
import type { Content, Operation, Parameter } from '../../../../../src/api/openapi/model';
import { bodySkeleton } from '../../../../../src/api/request/write/bodySkeleton';
import { preferredContent } from '../../../../../src/api/request/mediaTypes';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { requestOf } from '../../../../../src/api/request/write/requestOf';
import { writeRequest } from '../../../../../src/api/request/write/write';
import { resolved, texts } from '../documents';

const parameter = (name: string, place: Parameter['in'], more: Partial<Parameter> = {}): Parameter => ({
  name,
  in: place,
  required: place === 'path',
  deprecated: false,
  description: undefined,
  schema: {},
  example: undefined,
  listStyle: 'repeat',
  ...more,
});

const operation = (more: Partial<Operation> = {}): Operation => ({
  key: 'x',
  method: 'GET',
  path: '/distribution/v2/profiles/{profileId}/app-versions',
  id: undefined,
  summary: 'List the versions of a profile',
  tags: [],
  deprecated: false,
  description: undefined,
  documentation: undefined,
  parameters: [parameter('profileId', 'path')],
  body: undefined,
  responses: [],
  rights: [],
  ...more,
});

const content = (mediaType: string): Content => ({ mediaType, schema: {}, example: undefined });

describe('writeRequest', () => {
  it('writes ids as variables, what is required as it is, and what is optional as comments', () => {
    const text = writeRequest(
      operation({
        parameters: [
          parameter('profileId', 'path'),
          parameter('Page', 'query'),
          parameter('platform', 'query', { required: true }),
          parameter('filter[a b]', 'query'),
          parameter('X-Trace', 'header'),
          parameter('session', 'cookie'),
          parameter('X-Forwarded-For', 'header'),
        ],
        rights: ['distribution.read', 'evil\n### x'],
      }),
      { samples: ({ name }) => ({ Page: '1', platform: '2' })[name], comments: texts },
    );
    assert.equal(
      text,
      [
        '@profileId =',
        '',
        '### List the versions of a profile',
        '# Needs distribution.read, evil ### x',
        '# Not sent: session, X-Forwarded-For',
        'GET {{host}}/distribution/v2/profiles/{{profileId}}/app-versions',
        '    # &Page=1',
        '    ?platform=2',
        '    # &filter[a%20b]=',
        '# X-Trace:',
        'Accept: application/json',
        '',
      ].join('\n'),
    );
  });

  it('what is taken out of its comment is sent', () => {
    const given = operation({
      parameters: [
        parameter('profileId', 'path'),
        parameter('a', 'query'),
        parameter('b', 'query'),
        parameter('X-Trace', 'header'),
      ],
    });
    const values = ({ name }: Parameter) => ({ profileId: '1', a: '2', b: '&', 'X-Trace': 't' })[name];
    const text = writeRequest(given, {
      values: ({ in: place }) => (place === 'path' ? '1' : undefined),
      samples: values,
      comments: texts,
    });
    assert.deepEqual(resolved(text).query, []);
    assert.deepEqual(resolved(text.replaceAll('# ', '')), requestOf(given, { values }));
  });

  it('writes lists of a query in the style of the parameter', () => {
    const styles = ['repeat', 'comma', 'space', 'pipe'] as const;
    const parameters = styles.map((listStyle) => parameter(listStyle, 'query', { listStyle }));
    const text = writeRequest(operation({ path: '/x', parameters }), {
      values: () => ['a', 'b'],
      comments: texts,
    });
    assert.deepEqual(resolved(text).query, [
      ['repeat', 'a'],
      ['repeat', 'b'],
      ['comma', 'a,b', 'a,b'],
      ['space', 'a b'],
      ['pipe', 'a|b'],
    ]);
  });

  it('gives ids that no variable may be called names of their own, and one that comes twice one', () => {
    const path = '/{host}/{Host}/{a b}/{a_b}/{id*}/{id*}/{1}/{profile-id}/{ü}.{__proto__}';
    const document = parseRequests(writeRequest(operation({ path }), { comments: texts }));
    assert.deepEqual(
      [...document.variables.keys()],
      ['_host', '_Host', 'a_b', 'a_b_2', 'id_', '_1', 'profile-id', '_', '__proto__'],
    );
    assert.deepEqual(document.problems, []);
  });

  it('names a request by its id or path where there is no summary, and shortens what is long', () => {
    const nameOf = (more: Partial<Operation>) =>
      parseRequests(writeRequest(operation({ path: '/x', ...more }), { comments: texts })).requests[0]?.name;
    assert.equal(nameOf({ summary: undefined, id: 'listX' }), 'listX');
    assert.equal(nameOf({ summary: undefined }), 'GET /x');
    assert.equal(nameOf({ summary: 'x'.repeat(300) }), `${'x'.repeat(99)}…`);
    assert.equal(nameOf({ summary: ' a\n\u202eb ' }), 'a ‹U+202E›b');
  });

  it('a comment that would say something to the reader does not', () => {
    const text = writeRequest(operation({ path: '/x', rights: ['x'] }), {
      comments: { ...texts, requirements: () => '@import x' },
    });
    assert.deepEqual(parseRequests(text).problems, []);
  });

  it('a header value that a line cannot hold is a variable; one that nothing can hold is refused', () => {
    const given = operation({ path: '/x', parameters: [parameter('X-A', 'header')] });
    assert.deepEqual(resolved(writeRequest(given, { values: () => '{{x}}', comments: texts })).headers[0], [
      'X-A',
      '{{x}}',
    ]);
    const text = writeRequest(given, { values: () => 'a\r\nHost: evil', comments: texts });
    assert.deepEqual(
      parseRequests(text).requests[0]?.headers.map(({ name }) => name),
      ['X-A', 'Accept'],
    );
  });

  it('writes no body for methods that have none, and says so', () => {
    const body = { mediaType: 'application/json', text: '{}' };
    const text = writeRequest(operation({ path: '/x' }), { body, comments: texts });
    assert.match(text, /^# Sent without a body$/m);
    assert.equal(resolved(text).body, undefined);
  });

  it('keeps JSON as JSON and quotes other text only where it would not come back', () => {
    const written = (mediaType: string, text: string) =>
      writeRequest(operation({ method: 'POST', path: '/x' }), { body: { mediaType, text }, comments: texts })
        .split('\n')
        .slice(3)
        .join('\n');
    assert.equal(
      written('application/json', '{"a":\r\n "{{b}}\u202e"}'),
      '\n{"a":\n "{\\u007bb}}\\u202e"}\n'.replace(/^/, 'Content-Type: application/json\n'),
    );
    assert.equal(written('text/plain', 'a\n\n  b'), 'Content-Type: text/plain\n\na\n\n  b\n');
    for (const text of ['{{b}}', 'a\n### b', '\na', 'a\n', 'a\rb', '', '< a', 'a\n> {% b %}', 'a\u2028b']) {
      assert.match(written('text/plain', text), /\n# @quoted-body\n\n".*"\n$/);
    }
  });

  it('asks for JSON where it can be had, and for nothing that is no media type', () => {
    const unsaid = { description: undefined, headers: [], shared: false };
    const accept = (...types: string[]) => {
      const answers = [
        { ...unsaid, status: '404', content: [content('text/html')] },
        { ...unsaid, status: '2XX', content: types.map(content) },
      ];
      return requestOf(operation({ path: '/x', responses: answers }), {}).headers[0]?.[1];
    };
    assert.equal(accept('text/csv', 'application/problem+json'), 'application/problem+json');
    assert.equal(accept('text/csv'), 'text/csv');
    assert.equal(accept('a/b\r\nHost: evil', 'nothing'), 'application/json');
    assert.equal(accept(), 'application/json');
  });
});

describe('bodySkeleton', () => {
  it('is written in JSON first, then a form, then what there is', () => {
    const chosen = (...types: string[]) => preferredContent(types.map(content))?.mediaType;
    assert.equal(
      chosen('text/plain', 'application/x-www-form-urlencoded', 'application/json'),
      'application/json',
    );
    assert.equal(
      chosen('text/plain', 'application/x-www-form-urlencoded'),
      'application/x-www-form-urlencoded',
    );
    assert.equal(chosen('x', 'text/plain', 'text/csv'), 'text/plain');
    assert.equal(chosen('x'), undefined);
  });

  it('makes of a sample what the type asks for', () => {
    const of = (mediaType: string, sample: unknown) => bodySkeleton(content(mediaType), sample);
    assert.deepEqual(of('application/json', { a: 1 }), {
      mediaType: 'application/json',
      text: '{\n  "a": 1\n}',
    });
    assert.deepEqual(of('application/json', undefined).text, '{}');
    assert.deepEqual(of('application/json', ' {"a": 1}').text, ' {"a": 1}');
    assert.deepEqual(of('*/*', []).mediaType, 'application/json');
    assert.deepEqual(of('application/x-www-form-urlencoded', { a: 'b c', d: [1] }).text, 'a=b%20c&d=1');
    assert.deepEqual(of('text/*', 'x'), { mediaType: 'text/plain', text: 'x' });
    assert.deepEqual(of('application/octet-stream', undefined).text, '');
  });

  it('makes parts of fields, with a boundary that is in none of them', () => {
    const { mediaType, text } = bodySkeleton(content('multipart/form-data'), {
      'a"\r\nb': 'part-of-the-request',
    });
    assert.equal(mediaType, 'multipart/form-data; boundary=part-of-the-request-x');
    assert.equal(
      text,
      [
        '--part-of-the-request-x',
        'Content-Disposition: form-data; name="a%22%0D%0Ab"',
        '',
        'part-of-the-request',
        '--part-of-the-request-x--',
      ].join('\n'),
    );
  });
});
