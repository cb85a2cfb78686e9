import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readDescription } from '../../../../../src/api/openapi/description';
import type { SuggestionSources } from '../../../../../src/api/request/assist/suggestAt';
import { suggestAt } from '../../../../../src/api/request/assist/suggestAt';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { described, open } from '../../openapi/examples';
import { anyText } from '../arbitraries';
import { appcircle, ordered, plain, sourcesOf, suggestAtMark } from './suggestions';

const create = 'POST {{host}}/distribution/v2/profiles';
const json = `${create}\nContent-Type: application/json\n\n`;

describe('R31: suggestions while a request is written', () => {
  let sources: SuggestionSources;

  before(async () => {
    sources = sourcesOf(await appcircle());
  });

  const labelsAt = async (marked: string) =>
    ordered(await suggestAtMark(marked, sources)).map(({ label }) => label);

  const first: readonly (readonly [marked: string, labels: readonly string[]])[] = [
    ['|', ['GET', 'POST']],
    ['P|OST {{host}}/x', ['GET', 'POST']],
    ['POST create dist prof|', ['/distribution/v2/profiles']],
    ['POST {{|', ['host']],
    ['POST {{host}}/distribution/|', ['v2', 'v1', 'v2/profiles']],
    ['GET {{host}}/distribution/v2/profiles/|', ['{{profileId}}', '{profileId}/app-versions']],
    ['GET {{host}}/publish/v2/profiles/|', ['ios', 'android', '{{platform}}']],
    ['@platform = |\nGET {{host}}/publish/v2/profiles/{{platform}}', ['ios', 'android']],
    ['GET {{host}}/distribution/v2/profiles?|', ['Page', 'Size']],
    ['GET {{host}}/distribution/v2/profiles?Page=1&|', ['Size', 'Sort']],
    ['GET {{host}}/distribution/v2/profiles?platform=|', ['0', '1', '2', '9']],
    ['GET {{host}}/distribution/v2/profiles\n|', ['?Page', '?Size']],
    [`${create}\n|`, ['Content-Type', 'Accept']],
    [`${create}\nContent-Type: application/json\n|`, ['Accept']],
    [`${create}\nContent-Type: |`, ['application/json']],
    [`${json}|`, ['{ name }']],
    [`${json}{ | }`, ['name']],
    ['@a = 1\n# @name list\nGET {{host}}/x/{{|', ['a', 'list']],
    ['# @name list\nGET {{host}}/x/{{list.|', ['response']],
    ['# @name list\nGET {{host}}/x/{{list.response.|', ['body', 'headers', 'status']],
    ['@|\nGET {{host}}/x/{{profileId}}', ['profileId']],
    ['# @|', ['name']],
    ['### A ti|tle', []],
  ];
  for (const [marked, labels] of first) {
    it(`${JSON.stringify(marked)}: ${labels.join(', ')}`, async () => {
      assert.deepEqual((await labelsAt(marked)).slice(0, labels.length), labels);
    });
  }

  it('finds operations by words in any order, and writes the whole request', async () => {
    const { items, incomplete } = await suggestAtMark('profile create dist|', sources);
    const found = items.find(({ label }) => label === `POST /distribution/v2/profiles`);
    assert.ok(found && incomplete);
    assert.equal(
      plain(found.snippet),
      `${create}\nAccept: application/json\nContent-Type: application/json\n\n{\n  "name": ""\n}`,
    );
  });

  it('sets the variables that a request needs, once', async () => {
    const wanted = 'GET /distribution/v2/profiles/{profileId}/app-versions';
    const written = async (marked: string) =>
      plain(
        (await suggestAtMark(marked, sources)).items.find(({ label }) => label === wanted)?.snippet ?? '',
      );
    assert.match(await written('app-versions|'), /^@profileId = \n\nGET /);
    assert.match(await written('@profileId = x\n\napp-versions|'), /^GET /);
    assert.match(await written('GET {{host}}/x\n\napp-versions|'), /^### [^\n]+\n@profileId = \nGET /);
    const path = await suggestAtMark('GET {{host}}/distribution/v2/profiles/|', sources);
    assert.deepEqual(ordered(path)[0]?.declares, ['profileId']);
  });

  it('proposes required things first, and nothing that is there', async () => {
    const description = await described(
      open({
        parameters: [
          { name: 'optional', in: 'query', schema: { type: 'boolean' } },
          { name: 'needed', in: 'query', required: true, schema: { type: 'string', enum: ['a b', 'c&d'] } },
          { name: 'X-Needed', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['b'],
                properties: {
                  a: { type: 'string' },
                  b: { type: 'integer', enum: [1, 2], description: '1 = iOS, 2 = Android' },
                },
              },
            },
          },
        },
      }),
    );
    const own = sourcesOf(description);
    const at = async (marked: string) => ordered(await suggestAtMark(marked, own));
    assert.deepEqual(
      (await at('POST {{host}}/x?|')).map(({ label }) => label),
      ['needed', 'optional'],
    );
    assert.deepEqual(
      (await at('POST {{host}}/x?needed=|')).map(({ snippet }) => plain(snippet)),
      ['a%20b', 'c%26d'],
    );
    assert.deepEqual(
      (await at('POST {{host}}/x?needed=a&optional=|')).map(({ label }) => label),
      ['true', 'false'],
    );
    assert.deepEqual(
      (await at('POST {{host}}/x\n|')).slice(0, 3).map(({ label }) => label),
      ['?needed', 'Content-Type', 'X-Needed'],
    );
    const body = 'POST {{host}}/x\nContent-Type: application/json\n\n';
    assert.deepEqual(
      (await at(`${body}{ | }`)).map(({ label }) => label),
      ['b', 'a'],
    );
    assert.deepEqual(
      (await at(`${body}{ "b": | }`)).map(({ label, detail }) => `${label} ${detail}`),
      ['1 iOS', '2 Android'],
    );
    assert.deepEqual(
      (await at(`${body}|`)).map(({ label }) => label),
      ['{ b }', '{ a, b }'],
    );
  });

  it('writes what no description can turn into another header, line or variable', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (name, value) => {
        const description = await described(
          open(
            {
              summary: name,
              parameters: [
                { name: name || 'x', in: 'query', required: true, schema: { enum: [value], default: value } },
                { name: name || 'x', in: 'header', required: true, example: value },
              ],
              requestBody: {
                content: {
                  'application/json': {
                    schema: { type: 'object', required: [name], properties: { [name]: { example: value } } },
                  },
                },
              },
            },
            {},
            '/only',
          ),
        );
        const { items } = await suggestAtMark('|', sourcesOf(description));
        const text = plain(items.find(({ kind }) => kind === 'operation')?.snippet ?? '');
        const parsed = parseRequests(text);
        assert.equal(parsed.requests.length, 1, text);
        assert.equal(parsed.variables.size, 0, text);
        assert.equal(parsed.requests[0]?.method, 'POST');
        assert.equal(parsed.requests[0].uses.length, 0, text);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws, whatever the document', async () => {
    const piece = fc.oneof(
      anyText,
      fc.constantFrom(
        '\n',
        '\n\n',
        '### ',
        create,
        json,
        '{ "name": ',
        '"',
        '{',
        '?platform=',
        '@a = ',
        '# @name x\n',
        '{{x.response.',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 10 }), fc.nat(), async (pieces, seed) => {
        const text = pieces.join('');
        const at = seed % (text.length + 1);
        for (const { start, end } of (await suggestAt(text, at, sources)).items) {
          assert.ok(start <= at && at <= end && end <= text.length, JSON.stringify([text, at, start, end]));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('survives nonsense for a description', async () => {
    const nonsense = await readDescription(
      JSON.stringify({
        openapi: '3.1.0',
        paths: {
          '/{a}{b}/c': {
            get: { parameters: [null, 1, { in: 'query', name: 'q', schema: 7 }] },
            post: { requestBody: { content: { '*/*': { schema: { $ref: '#/paths' } } } } },
          },
        },
      }),
    );
    const own = sourcesOf(nonsense);
    for (const marked of [
      '|',
      'GET {{host}}/|',
      'GET {{host}}/1/c?|',
      'GET {{host}}/1/c?q=|',
      'POST {{host}}/xy/c\n\n{ "a": | }',
    ]) {
      await suggestAtMark(marked, own);
    }
  });
});
