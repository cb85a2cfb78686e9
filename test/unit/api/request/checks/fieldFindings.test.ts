import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { descriptionOf } from '../../../../../src/api/openapi/description';
import { bodySchema } from '../../../../../src/api/openapi/schema/bodySchema';
import { sampleOf } from '../../../../../src/api/openapi/schema/sample';
import { fieldFindings } from '../../../../../src/api/request/checks/fieldFindings';
import { JsonBody } from '../../../../../src/api/request/json/jsonBody';

const schema = {
  type: 'object',
  required: ['name', 'platform'],
  properties: {
    name: { type: 'string', maxLength: 20 },
    platform: { type: 'integer', enum: [1, 2] },
    kind: { type: 'string', enum: ['store', 'testing'] },
    active: { type: 'boolean' },
    testers: {
      type: 'array',
      items: {
        type: 'object',
        required: ['email'],
        properties: { email: { type: 'string', example: 'a@b.c' } },
      },
    },
  },
};

const description = descriptionOf({ openapi: '3.0.3', paths: {} });
const json = new JsonBody(bodySchema(description, schema, { purpose: 'check' }));

/** The body of a document, which begins somewhere in it. */
const before = 'POST {{host}}/x\n\n';

const findingsOf = async (body: string) => {
  const text = before + body;
  const place = { start: before.length, end: text.length };
  return fieldFindings(text, place, await json.validate(body), sampleOf(description, schema));
};

/** The code, the text that it stands at, what is expected, and what becomes of the body by each fix. */
const shown = async (body: string) => {
  const text = before + body;
  return (await findingsOf(body)).map(({ code, start, end, name, expected, fixes }) => [
    code,
    text.slice(start, end),
    [name, ...expected].filter(Boolean).join(),
    ...fixes.map(({ edits: [edit] }) =>
      edit ? (text.slice(0, edit.start) + edit.text + text.slice(edit.end)).slice(before.length) : '',
    ),
  ]);
};

describe('what a schema says against a body', () => {
  it('R31: a mistyped field is changed or removed', async () => {
    assert.deepEqual(await shown('{ "name": "a", "platfrom": 1, "platform": 1 }'), [
      ['unknownField', '"platfrom"', 'platfrom', '{ "name": "a", "platform": 1 }'],
    ]);
    const [unknown] = await shown('{ "name": "a", "platform": 1, "actve": true }');
    assert.deepEqual(unknown, [
      'unknownField',
      '"actve"',
      'actve',
      '{ "name": "a", "platform": 1, "active": true }',
      '{ "name": "a", "platform": 1 }',
    ]);
  });

  it('R31: what is missing and written nearly so is told there, also where any field may stand', async () => {
    const open = { type: 'object', additionalProperties: true, required: ['name'], properties: { name: {} } };
    const body = '{ "nmae": { "name": 1 } }';
    const problems = await new JsonBody(bodySchema(description, open, { purpose: 'check' })).validate(body);
    const [missing] = fieldFindings(body, { start: 0, end: body.length }, problems, {});
    assert.deepEqual([missing?.start, missing?.end], [2, 8]);
    assert.deepEqual(missing?.fixes[0], {
      kind: 'useName',
      name: 'name',
      edits: [{ start: 2, end: 8, text: '"name"' }],
    });
  });

  it('R31: required fields are added, one or all, as the others are laid out', async () => {
    const [name, platform] = await shown('{}');
    assert.equal(name?.[3], '{ "name": "", "platform": 1 }'.replace('""', JSON.stringify(sampleName())));
    assert.equal(platform?.[4], '{ "platform": 1 }');
    assert.deepEqual(await shown('{\n  "name": "a"\n}'), [
      ['missingField', '{', 'platform', '{\n  "platform": 1,\n  "name": "a"\n}'],
    ]);
    const [tester] = await shown('{ "name": "a", "platform": 1, "testers": [{ }] }');
    assert.equal(tester?.at(-1), '{ "name": "a", "platform": 1, "testers": [{ "email": "a@b.c" }] }');
  });

  const sampleName = () => (sampleOf(description, schema) as { name: string }).name;

  it('R31: wrong types and values are told with what is right, and mended where that is plain', async () => {
    assert.deepEqual(await shown('{ "name": 5, "platform": 1 }'), [
      ['fieldType', '5', 'string', '{ "name": "5", "platform": 1 }'],
    ]);
    assert.deepEqual(await shown('{ "name": "a", "platform": 1, "active": "true" }'), [
      ['fieldType', '"true"', 'boolean', '{ "name": "a", "platform": 1, "active": true }'],
    ]);
    assert.deepEqual(await shown('{ "name": "a", "platform": 1, "kind": "stroe" }'), [
      [
        'fieldValue',
        '"stroe"',
        '"store","testing"',
        '{ "name": "a", "platform": 1, "kind": "store" }',
        '{ "name": "a", "platform": 1, "kind": "testing" }',
      ],
    ]);
    const [limit] = await findingsOf(`{ "name": "${'a'.repeat(30)}", "platform": 1 }`);
    assert.equal(limit?.code, 'fieldLimit');
    assert.match(limit.message ?? '', /20/);
  });

  it('lets a variable stand for any value', async () => {
    assert.deepEqual(await shown('{ "name": "{{name}}", "platform": {{platform}} }'), []);
  });

  it('takes any body; every place and every edit lies within it', async () => {
    const body = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc
        .array(
          fc.constantFrom(
            ...[
              '{',
              '}',
              '[',
              ']',
              ',',
              ':',
              '"name"',
              '"nmae"',
              '"testers"',
              '1',
              '"x"',
              '{{a}}',
              '\n',
              'true',
            ],
          ),
          { maxLength: 12 },
        )
        .map((pieces) => pieces.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        for (const { start, end, fixes } of await findingsOf(text)) {
          for (const place of [{ start, end }, ...fixes.flatMap(({ edits }) => edits)]) {
            assert.ok(before.length <= place.start && place.start <= place.end);
            assert.ok(place.end <= before.length + text.length);
          }
        }
      }),
    );
  });
});
