import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { listedIdAt } from '../../../../../src/api/request/assist/idUse';
import { OperationList } from '../../../../../src/api/request/assist/operationList';
import { suggestAt, type SuggestionSources } from '../../../../../src/api/request/assist/suggestAt';
import { anyText } from '../arbitraries';
import { appcircle, ordered, plain, sourcesOf, suggestAtMark } from './suggestions';

const response = { data: [{ id: 'x', 'a-b': 1, inner: { deep: true } }, { id: 'y' }], total: 2, '{': 0 };
const head = '# @name list\nGET {{host}}/x\n###\nGET {{host}}/y/{{list.response.body.';

describe('R31, R32: what a document has of responses and lists', () => {
  let sources: SuggestionSources;
  let list: OperationList;

  before(async () => {
    const description = await appcircle();
    list = new OperationList([description]);
    sources = {
      ...sourcesOf(description),
      response: (name) => Promise.resolve(name === 'list' ? response : undefined),
    };
  });

  const written = async (path: string, of: SuggestionSources = sources) => {
    const at = head.length + path.indexOf('|');
    const text = head + path.replace('|', '');
    return ordered(await suggestAtMark(head + path, of)).map(({ label, detail, snippet, start, end }) => {
      const whole = text.slice(0, start) + plain(snippet) + text.slice(end);
      assert.ok(start <= at && at <= end);
      return `${label} ${detail ?? ''}: ${whole.slice(head.length)}`;
    });
  };

  it('proposes the fields of the last response of a named request, each with its kind and no value', async () => {
    assert.deepEqual(await written('|'), ['$ : $']);
    const top = ['data array (2): $.data', 'total number: $.total}}'];
    assert.deepEqual(await written('$|'), top);
    assert.deepEqual(await written('$.|'), top);
    assert.deepEqual(await written('$.da|'), top);
    assert.deepEqual(await written('$.|total}}'), ['data array (2): $.data}}', 'total number: $.total}}']);
  });

  it('proposes items of lists, and what is in them', async () => {
    assert.deepEqual(await written('$.data[|'), ['[0] object: $.data[0]', '[1] object: $.data[1]']);
    assert.deepEqual(await written('$.data.|'), ['[0] object: $.data[0]', '[1] object: $.data[1]']);
    assert.deepEqual(await written('$.data[0].|'), [
      'id string: $.data[0].id}}',
      "a-b number: $.data[0]['a-b']}}",
      'inner object: $.data[0].inner',
    ]);
    assert.deepEqual(await written("$.['data'][0].inner.|"), ["deep boolean: $.['data'][0].inner.deep}}"]);
  });

  it('proposes nothing where there is no response, no such place, and behind what is no plain step', async () => {
    for (const path of ['$.nobody.|', '$.total.|', '$..|', '$.data[?@.id].|', '$.data[*].|', 'data|']) {
      assert.deepEqual(await written(path), [], path);
    }
    assert.deepEqual(await written('$.|', { ...sources, response: () => Promise.resolve(undefined) }), []);
  });

  const body = 'PATCH {{host}}/distribution/v2/profiles/p1\nContent-Type: application/json\n\n';
  const idsAt = (marked: string) => {
    const at = marked.indexOf('|');
    const text = marked.replace('|', '');
    const found = listedIdAt(text, at, list, []);
    return found && `${found.path} ${text.slice(found.span.start, found.span.end)} ${found.encode('x"')}`;
  };

  it('knows the list of an id that is a field of a body, as path ids', () => {
    const groups = '/distribution/v2/testing-groups';
    assert.equal(idsAt(`${body}{ "testingGroupIds": ["a", "b|c"] }`), `${groups} "bc" "x\\""`);
    assert.equal(idsAt(`${body}{ "testingGroupIds": [|`), `${groups}  "x\\""`);
    assert.equal(idsAt(`${body}{ "x": 1, "profileId": |, "y": 2 }`), '/distribution/v2/profiles  "x\\""');
    assert.equal(idsAt(`${body}{ "profileId": "|"`), '/distribution/v2/profiles "" "x\\""');
  });

  it('knows none for other fields, names, unknown lists, and bodies that are no JSON', () => {
    for (const inner of [
      '{ "name": "|" }',
      '{ "profileId|": "" }',
      '{ "paid": "|" }',
      '{ "wombatId": "|" }',
      '|',
    ]) {
      assert.equal(idsAt(body + inner), undefined, inner);
    }
    assert.equal(idsAt(`${body.replace('json', 'xml')}{ "profileId": "|" }`), undefined);
  });

  it('is found at any offset of any text, within that text', async () => {
    const piece = fc.oneof(
      anyText,
      fc.constantFrom(
        '\n',
        '###\n',
        body,
        head,
        '$',
        '.',
        '[',
        '0]',
        "['a-b']",
        'data',
        '}}',
        '{',
        '"',
        ': ',
        ',',
      ),
      fc.constantFrom('"profileId": ', '"testingGroupIds": [', '"x', '\n\n'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.nat(), async (pieces, seed) => {
        const text = pieces.join('');
        const at = seed % (text.length + 1);
        const spans = (await suggestAt(text, at, sources)).items.map(({ start, end }) => ({ start, end }));
        for (const { start, end } of [
          ...spans,
          listedIdAt(text, at, list, [])?.span ?? { start: at, end: at },
        ]) {
          assert.ok(start <= at && at <= end && end <= text.length, JSON.stringify([text, at, start, end]));
        }
      }),
      { numRuns: 200 },
    );
  });
});
