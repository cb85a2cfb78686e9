import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { descriptionOf } from '../../../../../src/api/openapi/description';
import { jsonFindings, unknownInBodies } from '../../../../../src/api/request/checks/bodyFindings';
import type { RequestFinding, Fix } from '../../../../../src/api/request/checks/requestFinding';
import { pathFindings } from '../../../../../src/api/request/checks/pathFindings';
import { queryFindings } from '../../../../../src/api/request/checks/queryFindings';
import { occurrencesIn } from '../../../../../src/api/request/language/occurrences';
import { matchOperation } from '../../../../../src/api/request/matchOperation';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { anyDocument } from '../language/anyDocument';

const query = (name: string, schema: object, required = false) => ({ in: 'query', name, schema, required });

const description = descriptionOf({
  openapi: '3.0.3',
  paths: {
    '/v2/profiles': {
      get: {
        parameters: [
          query('platform', { type: 'integer', enum: [1, 2] }, true),
          query('Search', { type: 'string' }),
          query('Size', { $ref: '#/components/schemas/Size' }),
          query('Active', { type: 'boolean' }),
          query('ids', { type: 'array', items: { type: 'integer' } }),
        ],
      },
      post: {},
    },
    '/v2/profiles/{id}': { delete: {} },
    '/v2/open': { get: { parameters: [query('filter', { type: 'object' }, true)] } },
  },
  components: { schemas: { Size: { type: 'integer' } } },
});

const found = (text: string): RequestFinding[] => {
  const parsed = parseRequests(text);
  return [
    ...unknownInBodies(text, parsed, occurrencesIn(text, parsed)),
    ...parsed.requests.flatMap((request) => {
      const summary = matchOperation(request, description.operations);
      const operation = summary && description.details(summary.key);
      return [
        ...jsonFindings(text, request),
        ...(operation
          ? queryFindings(text, parsed, request, { operation, resolver: description })
          : pathFindings(request, description.operations)),
      ];
    }),
  ];
};

const applied = (text: string, { edits }: Fix) =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);

/** The code, the text that it stands at, and what becomes of the text by each fix. */
const shown = (text: string) =>
  found(text).map(({ code, start, end, fixes }) => [
    code,
    text.slice(start, end),
    ...fixes.map((fix) => applied(text, fix)),
  ]);

const get = (rest: string) => `GET {{host}}/v2/profiles${rest}`;
const post = (body: string) => `POST {{host}}/v2/profiles\nContent-Type: application/json\n\n${body}`;

describe('what speaks against a request', () => {
  it('R31: a required value of the query that is missing is added', () => {
    assert.deepEqual(shown(get('')), [['missingQuery', '{{host}}/v2/profiles', get('?platform=')]]);
    assert.deepEqual(shown(get('?Search=a\n    &Size=1')), [
      ['missingQuery', '{{host}}/v2/profiles?Search=a', get('?Search=a\n    &Size=1&platform=')],
    ]);
    assert.deepEqual(shown(get('?{{name}}=1')), []);
  });

  it('R31: an unknown name of the query is changed or removed', () => {
    assert.deepEqual(shown(get('?platform=1&Serach=a&Size=1')), [
      ['unknownQuery', 'Serach', get('?platform=1&Search=a&Size=1'), get('?platform=1&Size=1')],
    ]);
    assert.deepEqual(shown(get('?platform=1&zzz')), [['unknownQuery', 'zzz', get('?platform=1')]]);
    assert.deepEqual(shown(get('?platform=1&ids[]=1')), []);
  });

  it('R31: a value of the query has to be of the type, and one of those that are allowed', () => {
    assert.deepEqual(shown(get('?platform=3')), [
      ['badQueryValue', '3', get('?platform=1'), get('?platform=2')],
    ]);
    assert.deepEqual(shown(`@p = 3\n${get('?platform={{p}}')}`), [['badQueryValue', '{{p}}']]);
    assert.deepEqual(shown(get('?platform=1&Size=many&Active=perhaps')), [
      ['badQueryType', 'many'],
      ['badQueryType', 'perhaps'],
    ]);
    assert.deepEqual(shown(get('?platform=2&Size=-5&Active=TRUE&ids=1,2')), []);
    assert.deepEqual(shown(`@p =\n${get('?platform={{p}}&Size={{unset}}')}`), []);
  });

  it('asks for nothing where a parameter is an object, whose fields may stand in the query by themselves', () => {
    assert.deepEqual(shown('GET {{host}}/v2/open?anything=1'), []);
  });

  it('R31: a path that nearly is one, or is one by another method, is told; any other is not', () => {
    assert.deepEqual(shown('POST {{host}}/v2/profile'), [
      ['similarPath', 'profile', 'POST {{host}}/v2/profiles'],
    ]);
    assert.deepEqual(shown('PATCH {{host}}/v2/profiles'), [['otherMethod', '{{host}}/v2/profiles']]);
    assert.deepEqual(shown('POST {{host}}/v2/something'), []);
    assert.deepEqual(shown('POST {{host}}/v3/profiles'), []);
    assert.deepEqual(shown('POST {{host}}'), []);
  });

  it('R31: JSON that is wrong is told where it is, and mended where that is plain', () => {
    assert.deepEqual(shown(post('{ "a": 1, }')), [['jsonSyntax', ',', post('{ "a": 1 }')]]);
    assert.deepEqual(shown(post('{ "a": 1 "b": 2 }')), [['jsonSyntax', '1', post('{ "a": 1, "b": 2 }')]]);
    assert.deepEqual(shown(post("{ 'a': 1 }")), [['jsonSyntax', "'a'", post('{ "a": 1 }')]]);
    assert.deepEqual(shown(post('{ "a": yes }')), [['jsonSyntax', 'yes', post('{ "a": "yes" }')]]);
    assert.deepEqual(shown(post('< ./body.json')), []);
    assert.deepEqual(
      shown(post('{ "a": {{x}} }').replace('json', 'xml')).map(([code]) => code),
      ['unknownInBody'],
    );
  });

  it('R31, R39: a name in a body that nothing sets is told, with what was probably meant', () => {
    const text = `@name = a\n${post('{ "name": "{{nmae}}" }')}`;
    assert.deepEqual(shown(text), [
      ['unknownInBody', 'nmae', text.replace('nmae', 'name'), `@nmae =\n${text}`],
    ]);
  });

  it('takes any document; every place and every edit lies within it', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const { start, end, fixes } of found(text)) {
          for (const place of [{ start, end }, ...fixes.flatMap(({ edits }) => edits)]) {
            assert.ok(0 <= place.start && place.start <= place.end && place.end <= text.length);
          }
        }
      }),
    );
  });
});
