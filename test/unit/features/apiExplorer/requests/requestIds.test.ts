import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { encodeValue } from '../../../../../src/api/request/encoding';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { idPlaces, type IdPlace } from '../../../../../src/features/apiExplorer/requests/requestIds';
import { anyOperation } from '../../../api/request/arbitraries';
import { texts } from '../../../api/request/documents';
import { writeRequest } from '../../../../../src/api/request/write/write';

const placesIn = (text: string, nth = 0): IdPlace[] => idPlaces(parseRequests(text).requests[nth]!, text);

/** Name of a place, and what stands where it says that its value is. */
const shown = (text: string, nth = 0) =>
  placesIn(text, nth).map(({ name, target }) => [
    name,
    'variable' in target ? `{{${target.variable}}}` : text.slice(target.start, target.end),
  ]);

describe('API Explorer: the ids of a request', () => {
  it('in the path every variable, in the query what is called an id, each once and in the order of the text', () => {
    const text = [
      '@profileId = 1',
      '### One',
      'GET {{host}}/a/{{profileId}}/{{platform}}/{{profileId}}?branchId=2&page=3&other={{workflowId}}&x={{y}}',
      '    # &commitId=4',
      '    &organization_id=&profileId=5',
      'X-Id: {{headerId}}',
    ].join('\n');
    assert.deepEqual(shown(text), [
      ['profileId', '{{profileId}}'],
      ['platform', '{{platform}}'],
      ['workflowId', '{{workflowId}}'],
      ['branchId', '2'],
      ['organization_id', ''],
    ]);
  });

  it('a lens stands where the id does', () => {
    const text = '### x\r\nGET {{host}}/a/{{profileId}}\r\n    ?branchId=a%20b\r\n    &v={{buildId}}';
    assert.deepEqual(
      placesIn(text).map(({ at }) => text.slice(at).split(/[=\r]/, 1)[0]),
      ['{{profileId}}', '{{buildId}}', 'branchId'],
    );
    assert.deepEqual(shown(text).at(-1), ['branchId', 'a%20b']);
  });

  it('nothing that takes no id, or whose value or name is put together of others', () => {
    for (const query of [
      'paid=1',
      'valid=',
      'profileId',
      'ids2=1',
      'profileId={{a}}',
      'profileId=x{{a}}',
      '{{a}}Id=',
    ]) {
      assert.deepEqual(shown(`GET {{host}}/a?${query}`), [], query);
    }
    assert.deepEqual(shown('GET {{host}}/a\n\n{{profileId}}'), []);
    assert.deepEqual(shown('POST {{host}}/a\nX: {{aId}}\n\n{"profileId":"{{profileId}}"}'), []);
  });

  it('of this request, not of the one before', () => {
    const text = 'GET {{host}}/{{aId}}?bId=1\n### y\nGET {{host}}/{{cId}}?dId=2';
    assert.deepEqual(shown(text), [
      ['aId', '{{aId}}'],
      ['bId', '1'],
    ]);
    assert.deepEqual(shown(text, 1), [
      ['cId', '{{cId}}'],
      ['dId', '2'],
    ]);
  });

  it('a value that is put into its place is what the request then has there, and the rest stays', () => {
    const name = fc.constantFrom('profileId', 'branch_id', 'ids', 'id', 'page', 'profile%49d', 'x');
    const value = fc.constantFrom('', '1', 'a%20b', '0c2f', '%7B%7D', 'a=b', 'ü');
    const separator = fc.constantFrom('&', '\n    &', '\r\n  # a comment\r\n\t&', '\n?');
    const pairs = fc.array(fc.tuple(name, value, separator), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pairs, fc.string(), (given, chosen) => {
        const query = given
          .map(([key, text, sign], nth) => `${nth === 0 ? '?' : sign}${key}=${text}`)
          .join('');
        const text = `@a = 1\n### x\nGET {{host}}/b/{{a}}${query}\nAccept: */*\n`;
        const read = (source: string) =>
          parseRequests(source).requests[0]!.query.map((pair) => [
            pair.name.map((piece) => ('text' in piece ? piece.text : '')).join(''),
            pair.value.map((piece) => ('text' in piece ? piece.text : '')).join(''),
          ]);
        for (const { name: id, target } of placesIn(text)) {
          if ('variable' in target) {
            assert.equal(id, 'a');
            continue;
          }
          const changed = text.slice(0, target.start) + encodeValue(chosen) + text.slice(target.end);
          const before = read(text);
          const nth = before.findIndex(([key]) => key === id);
          assert.deepEqual(read(changed), before.with(nth, [id, encodedAndRead(chosen)]));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('every offset points into the request, whatever operation it was made of', () => {
    fc.assert(
      fc.property(anyOperation, (made) => {
        const text = writeRequest(made, { comments: texts });
        const { start, end } = parseRequests(text).requests[0]!;
        for (const { name, at, target } of placesIn(text)) {
          assert.ok(start <= at && at < end);
          if ('variable' in target) {
            assert.equal(name, target.variable);
            assert.equal(/^\{\{([^{}]*)\}\}/.exec(text.slice(at, end))?.[1]?.trim(), name);
          } else {
            assert.equal(text[target.start - 1], '=');
            assert.ok(at < target.start && target.start <= target.end && target.end <= end);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Lone surrogates are no text, and leave as what every sender makes of them. */
const encodedAndRead = (text: string) => decodeURIComponent(encodeValue(text));
