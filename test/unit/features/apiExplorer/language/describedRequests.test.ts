import { strict as assert } from 'node:assert';
import type * as Knowledge from '../../../../../src/features/apiExplorer/assist/requestKnowledge';
import type { ApiModule } from '../../../../../src/features/apiExplorer/descriptions/apiModule';
import type { Descriptions } from '../../../../../src/features/apiExplorer/descriptions/descriptions';
import type * as DescribedModule from '../../../../../src/features/apiExplorer/language/describedRequests';
import { occurrencesIn } from '../../../../../src/api/request/language/occurrences';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { useEditor } from '../../../support/useEditor';
import { moduleOf } from '../tree/treeFixture';

const body = {
  content: {
    'application/json': {
      schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    },
  },
};

const operations = {
  'GET /v2/profiles': {
    parameters: [{ in: 'query', name: 'platform', required: true, schema: { type: 'integer' } }],
  },
  'POST /v2/profiles': { requestBody: body, deprecated: true },
};

const document = [
  'GET {{host}}/v2/profiles?Page=1',
  '###',
  'POST {{host}}/v2/profiles',
  'Content-Type: application/json',
  '',
  '{ "nmae": "a" }',
  '###',
  'POST {{host}}/v2/profile',
  '###',
  'GET {{host}}/elsewhere',
].join('\n');

describe('requests held against descriptions', () => {
  const editor = useEditor('features/apiExplorer/language/describedRequests');
  let modules: ApiModule[];
  let own: ApiModule;
  let described: DescribedModule.DescribedRequests;

  beforeEach(() => {
    modules = [moduleOf('server', operations)];
    own = moduleOf('own', {});
    const { DescribedRequests } = editor.module as typeof DescribedModule;
    const { makeRequestKnowledge } = editor.load(
      'features/apiExplorer/assist/requestKnowledge',
    ) as typeof Knowledge;
    const descriptions = {
      get modules() {
        return modules;
      },
      get own() {
        return own;
      },
    } as unknown as Descriptions;
    const { operations: read, bodies } = makeRequestKnowledge(descriptions);
    described = new DescribedRequests(read, bodies);
  });

  const read = (text: string) => {
    const parsed = parseRequests(text);
    return { text, parsed, occurrences: occurrencesIn(text, parsed) };
  };
  const found = async (text: string) =>
    (await described.check(read(text))).map(({ code, name }) => `${code} ${name}`);

  it('R31: query, body, and path are checked by the operation that each request is of', async () => {
    assert.deepEqual(await found(document), [
      'missingQuery platform',
      'unknownQuery Page',
      'missingField name',
      'similarPath ',
    ]);
  });

  it('R31: a body that is no JSON is told as that only', async () => {
    assert.deepEqual(await found(document.replace('"a" }', '"a", }')), [
      'missingQuery platform',
      'unknownQuery Page',
      'similarPath ',
    ]);
  });

  it('R31: what is publicly known serves where the server says nothing', async () => {
    own = moduleOf('own', operations);
    modules = [moduleOf('server', new Error('down'))];
    assert.equal((await found(document)).length, 4);
    const [, post] = parseRequests(document).requests;
    assert.equal((await described.find(post ?? assert.fail()))?.deprecated, true);
    modules = [];
    assert.equal((await found(document)).length, 4);
  });

  it('R40: an operation that was there and is no more is told, where its description is still there', async () => {
    const get = 'GET {{host}}/v2/profiles?platform=1';
    assert.deepEqual(await found(get), []);
    modules = [moduleOf('server', { 'GET /v3/profiles': {} })];
    assert.deepEqual(await found(get), ['goneOperation ']);
    modules = [moduleOf('another', { 'GET /v3/profiles': {} })];
    assert.deepEqual(await found(get), []);
    modules = [moduleOf('server', new Error('down'))];
    assert.deepEqual(await found(get), []);
  });

  it('R40: a refreshed description is what requests are held against', async () => {
    assert.deepEqual(await found('POST {{host}}/v2/profiles'), []);
    modules = [
      moduleOf('server', {
        'POST /v2/profiles': { parameters: [{ in: 'query', name: 'kind', required: true, schema: {} }] },
      }),
    ];
    assert.deepEqual(await found('POST {{host}}/v2/profiles'), ['missingQuery kind']);
  });
});
