import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { ParsedDocument } from '../../../../../src/api/request/document';
import { requestHeader } from '../../../../../src/api/request/headers';
import { formatDocument } from '../../../../../src/api/request/language/format';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { resolveRequest } from '../../../../../src/api/request/resolve/resolve';
import { anyDocument, jsonDocument } from './anyDocument';

const options = { indentation: '  ', newline: '\n' };

const format = (text: string) => formatDocument(text, options) ?? text;

/** What each request sends, JSON as the value that it means. */
const sentBy = (document: ParsedDocument) =>
  document.requests.map((request) => {
    const resolved = resolveRequest(document, request);
    if ('problems' in resolved) {
      return resolved.problems.map(({ code }) => code);
    }
    const { body = '', ...head } = resolved.request;
    return { ...head, body: requestHeader(head, 'content-type')?.includes('json') ? meant(body) : body };
  });

/** A value that is put in may break the JSON around it: then its blanks do not matter either. */
const meant = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body.replace(/\s/g, '');
  }
};

describe('formatDocument', () => {
  it('lays out variables, query, headers, JSON, and what is between requests', () => {
    assert.equal(
      format(
        [
          '',
          '@name=Tidal Notes  ',
          '  @blank =',
          '@kept = "  {{x}}  "',
          '### Creates a profile  ',
          '# a comment  ',
          'post   {{host}}/distribution/v2/profiles?a=b HTTP/1.1',
          '&c=d',
          '   # &e=f',
          'Content-Type:application/json',
          '',
          '',
          '{"name":"{{name}}","testers":[],"groups":[ 1.0,{{count}} ]}',
          '',
          '',
          '### Next',
          'GET {{host}}/x',
          '',
          '',
        ].join('\n'),
      ),
      [
        '@name = Tidal Notes',
        '@blank =',
        '@kept = "  {{x}}  "',
        '',
        '### Creates a profile',
        '# a comment',
        'POST {{host}}/distribution/v2/profiles?a=b HTTP/1.1',
        '    &c=d',
        '   # &e=f',
        'Content-Type: application/json',
        '',
        '{',
        '  "name": "{{name}}",',
        '  "testers": [],',
        '  "groups": [',
        '    1.0,',
        '    {{count}}',
        '  ]',
        '}',
        '',
        '### Next',
        'GET {{host}}/x',
        '',
      ].join('\n'),
    );
  });

  for (const [what, head, body] of [
    ['a quoted body', '# @quoted-body\nContent-Type: application/json', '"{\\"a\\":1}"'],
    ['a file', 'Content-Type: application/json', '< ./body.json'],
    ['JSON that is wrong', 'Content-Type: application/json', '{"a":1,}'],
    ['what does not say to be JSON', 'Content-Type: text/plain', '  {"a":1}'],
    ['what may be anything', '@type = x\nContent-Type: {{type}}', '{"a":1}'],
  ] as const) {
    it(`leaves alone ${what}`, () => {
      const text = `POST {{host}}/x\n${head}\n\n${body}\n`;
      assert.equal(format(text), text);
    });
  }

  it('ends lines as the document does', () => {
    assert.equal(
      formatDocument('GET   {{host}}/x\r\n\r\n\r\n###\r\nGET {{host}}/y', { ...options, newline: '\r\n' }),
      'GET {{host}}/x\r\n\r\n###\r\nGET {{host}}/y\r\n',
    );
  });

  for (const [what, documents] of [
    ['JSON is sent', jsonDocument],
    ['a document is anything', anyDocument],
  ] as const) {
    it(`R31: never changes what is sent, where ${what}`, () => {
      fc.assert(
        fc.property(documents, (text) => {
          const formatted = format(text);
          assert.deepEqual(sentBy(parseRequests(formatted)), sentBy(parseRequests(text)), formatted);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('formats nothing twice', () => {
    fc.assert(
      fc.property(fc.oneof(jsonDocument, anyDocument), (text) => {
        const once = format(text);
        assert.equal(format(once), once);
      }),
      { numRuns: 500 },
    );
  });
});
