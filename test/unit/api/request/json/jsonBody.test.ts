import { valueLabels } from '../../../../../src/api/openapi/labels/labelsOf';
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { bodySchema } from '../../../../../src/api/openapi/schema/bodySchema';
import { JsonBody, type JsonSuggestion } from '../../../../../src/api/request/json/jsonBody';
import { described, ref, type Tree } from '../../openapi/examples';
import { anyText } from '../arbitraries';

type Purpose = 'complete' | 'check';

async function bodyOf(schema: unknown, purpose: Purpose = 'complete', schemas: Tree = {}): Promise<JsonBody> {
  const description = await described({ openapi: '3.1.0', components: { schemas } });
  return new JsonBody(bodySchema(description, schema, { purpose, labels: valueLabels }));
}

async function completed(body: JsonBody, marked: string): Promise<readonly JsonSuggestion[]> {
  const at = marked.indexOf('|');
  return body.complete(marked.slice(0, at) + marked.slice(at + 1), at);
}

const labels = (suggestions: readonly JsonSuggestion[]) => suggestions.map(({ label }) => label);

const profile = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', maxLength: 50 },
    platform: { type: 'integer', description: '0 none, 1 iOS, 2 Android, 9 both.' },
    pinned: { type: 'boolean' },
    id: { type: 'string', readOnly: true },
    sort: { type: 'string', enum: ['asc', 'desc'] },
    owner: { type: 'object', properties: { team: { type: 'string' } } },
  },
};

async function problems(body: JsonBody, text: string): Promise<string[]> {
  return (await body.validate(text)).map(({ start, end, ...problem }) =>
    [
      problem.kind,
      text.slice(start, end),
      'field' in problem ? problem.field : '',
      'known' in problem ? problem.known.join() : '',
    ]
      .join(' ')
      .trim(),
  );
}

describe('R31: JSON of a body by its schema', () => {
  it('completes fields that are not there yet, without those that the server alone sends', async () => {
    const body = await bodyOf(profile);
    assert.deepEqual(labels(await completed(body, '{ "pinned": true, | }')), [
      'name',
      'platform',
      'sort',
      'owner',
    ]);
    assert.deepEqual(labels(await completed(body, '{ "owner": { "|" } }')), ['team']);
  });

  it('completes values, with the words that the description has for numbers', async () => {
    const body = await bodyOf(profile);
    assert.deepEqual(labels(await completed(body, '{ "sort": | }')), ['"asc"', '"desc"']);
    assert.deepEqual(labels(await completed(body, '{ "pinned": | }')), ['true', 'false']);
    assert.deepEqual(
      (await completed(body, '{ "platform": | }')).map(({ label, detail }) => `${label} ${detail ?? ''}`),
      ['0 none', '1 iOS', '2 Android', '9 both'],
    );
  });

  it('keeps its places where variables stand', async () => {
    const body = await bodyOf(profile);
    assert.deepEqual(labels(await completed(body, '{ "pinned": {{yes}}, "name": "{{a}}", "sort": "|" }')), [
      '"asc"',
      '"desc"',
    ]);
    assert.deepEqual(await problems(body, '{ "name": {{name}}, "pinned": {{on}}, "sort": "{{sort}}" }'), []);
  });

  it('tells what is wrong, and what was meant', async () => {
    const body = await bodyOf(profile, 'check');
    assert.deepEqual(await problems(body, '{ "nmae": "x", "sort": "up", "pinned": 1 }'), [
      'missingField { name',
      'unknownField "nmae" nmae name,platform,owner',
      'value "up"',
      'type 1',
    ]);
    assert.deepEqual(await problems(body, '{ "name": "x", }'), ['syntax ,']);
    assert.deepEqual(await problems(body, '{ "name": "x", "platform": 7 }'), []);
    assert.deepEqual(await problems(body, ' '), []);
  });

  it('is not led away by a schema that the body names, and fetches none', async () => {
    const body = await bodyOf(profile, 'check');
    const own = '{ "$schema": "https://example.com/s.json", | }';
    assert.ok(labels(await completed(body, own)).includes('name'));
    assert.deepEqual(await problems(body, '{ "$schema": "https://example.com/s.json", "name": "x" }'), [
      'unknownField "$schema" $schema platform,pinned,sort,owner',
    ]);
  });

  it('takes what is nullable, and either of several, be it both', async () => {
    const body = await bodyOf(
      {
        type: 'object',
        properties: {
          a: { type: 'string', nullable: true },
          b: { type: ['string', 'null'], enum: ['x', null] },
          c: { oneOf: [{ type: 'number' }, { type: 'integer' }] },
          d: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
      },
      'check',
    );
    assert.deepEqual(await problems(body, '{ "a": null, "b": null, "c": 1, "d": null }'), []);
    assert.deepEqual(await problems(body, '{ "a": 1, "b": "y", "c": "", "d": 1 }'), [
      'type 1',
      'value "y"',
      'type ""',
      'type 1',
    ]);
  });

  it('follows a schema round in a circle as far as anybody writes', async () => {
    const node = { type: 'object', properties: { next: ref('Node'), name: { type: 'string' } } };
    const body = await bodyOf(ref('Node'), 'complete', { Node: node });
    assert.deepEqual(labels(await completed(body, '{ "next": { "next": { | } } }')), ['next', 'name']);
  });

  it('says what a field and a value mean', async () => {
    const body = await bodyOf(profile);
    const text = '{ "platform": 1 }';
    for (const [at, isField] of [
      [4, true],
      [14, false],
    ] as const) {
      const meaning = await body.meaningAt(text, at);
      assert.equal(meaning?.isField, isField);
      assert.equal(meaning.value, 1);
      assert.equal(meaning.schemas[0]?.field, 'platform');
    }
    assert.equal(await body.meaningAt(text, 0), undefined);
  });

  it('writes each text of a schema as it is: none becomes a variable of the editor', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyText, fc.constantFrom('${CLIPBOARD}', '$TM_FILENAME', '\\${1:x}')),
        async (text) => {
          const schema = {
            type: 'object',
            properties: { [text]: { type: 'string', enum: [text], default: text }, other: { example: text } },
          };
          const body = await bodyOf(schema);
          for (const marked of [
            '{ | }',
            '{ "other": | }',
            `{ ${JSON.stringify(text)}: | }`.replaceAll('|', '|'),
          ]) {
            for (const { snippet } of await completed(body, marked)) {
              assert.doesNotMatch(snippet.replace(/\\[\\$}]/g, ''), /\$(?!\{?\d)/, snippet);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('R31: JSON of a body by a hostile schema', () => {
  it('takes no longer for patterns and alternatives than for anything else', async () => {
    let nested: unknown = { type: 'string' };
    for (let level = 0; level < 22; level++) nested = { anyOf: [nested, nested] };
    const schema = {
      type: 'object',
      properties: { a: { pattern: '^(a+)+$' }, b: nested, c: { uniqueItems: true } },
      patternProperties: { '^(b+)+$': {} },
    };
    const body = await bodyOf(schema, 'check');
    const text = JSON.stringify({ a: `${'a'.repeat(40)}!`, b: 1, [`${'b'.repeat(40)}!`]: 2, c: [1, 1] });
    await body.validate(text);
    await body.complete(text, 8);
  });

  it('survives depth, nonsense and names of every object', async () => {
    const nonsense: readonly unknown[] = [
      null,
      1,
      'x',
      [],
      true,
      { type: 'constructor' },
      { type: [1, null] },
      { enum: 'x', required: 'y', properties: [1] },
      { properties: { constructor: { type: 'string' }, toString: { type: 1 } } },
      { $ref: 'https://evil.example/x' },
      { $ref: '#/components/schemas/Missing' },
      { items: [null, { type: 'string' }] },
      { allOf: [{ $ref: '#' }] },
      JSON.parse(
        '{ "type": "object", "properties": { "__proto__": { "type": "string" } }, "required": ["__proto__"] }',
      ),
    ];
    const texts = [
      '{ "constructor": 1, "toString": {}, "__proto__": { "a": 1 } }',
      '['.repeat(5_000),
      `${'{"a":'.repeat(300)}1`,
      '{"a":"\\u',
      '"',
      '// x\n{}',
      '{{',
      '{{a}}',
    ];
    for (const schema of nonsense) {
      for (const purpose of ['complete', 'check'] as const) {
        const body = await bodyOf(schema, purpose);
        for (const text of texts) {
          await body.validate(text);
          for (const at of [0, 1, 3, text.length]) {
            await body.complete(text, at);
            await body.meaningAt(text, at);
          }
        }
      }
    }
  });
});
