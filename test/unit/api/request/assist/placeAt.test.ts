import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { placeAt } from '../../../../../src/api/request/assist/placeAt';
import { anyText } from '../arbitraries';

/** The place at the mark `|`, as `kind [what a completion replaces] more`. */
function told(marked: string): string {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const { place } = placeAt(text, at);
  const { kind, start, end, ...more } = place;
  const facts = Object.entries(more)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => (value === true ? name : `${name}=${String(value)}`))
    .sort();
  return [kind, `[${text.slice(start, end)}]`, ...facts].join(' ');
}

const post = 'POST {{host}}/distribution/v2/profiles';

describe('R31: what stands at a place of a request document', () => {
  const rows: readonly (readonly [marked: string, place: string])[] = [
    ['|', 'statement []'],
    ['\n\n|\n', 'statement []'],
    ['### Title\n|', 'statement []'],
    ['### Ti|tle\n', 'none []'],
    ['P|', 'statement [P]'],
    ['list prof|iles', 'statement [list profiles]'],
    ['post|', 'statement [post]'],
    ['PO|ST {{host}}/x', 'method [POST]'],
    ['POST |', 'target []'],
    ['POST prof|', 'target [prof]'],
    ['POST {{|', 'variable []'],
    ['POST {{ho|}}/x', 'variable [ho] closed'],
    ['POST {{host}}|', 'target [{{host}}]'],
    ['{{host}}/|', 'path [] index=0'],
    ['GET {{host}}/distri|bution/v2', 'path [distribution] index=0'],
    ['GET {{host}}/distribution/|', 'path [] index=1'],
    ['GET {{host}}/distribution/v|2/profiles HTTP/1.1', 'path [v2] index=1'],
    ['GET {{host}}/a/{{id|', 'variable [id]'],
    ['GET {{host}}/a/{{id}}|', 'path [{{id}}] index=1'],
    ['GET {{host}}/a?|', 'queryName []'],
    ['GET {{host}}/a?pa|ge=1', 'queryName [page]'],
    ['GET {{host}}/a?page=|', 'queryValue [] name=page'],
    ['GET {{host}}/a?page=1&so|rt=x', 'queryName [sort]'],
    ['GET {{host}}/a?page=1&sort=x|y', 'queryValue [xy] name=sort'],
    ['GET {{host}}/a\n    ?pl|', 'queryName [pl]'],
    ['GET {{host}}/a\n    ?a=1\n    &platform=|', 'queryValue [] name=platform'],
    ['GET {{host}}/a\n    |?a=1', 'none []'],
    ['GET {{host}}/a\n# &pa|ge=1', 'none []'],
    [`${post}\n|`, 'headerName [] beforeHeaders'],
    [`${post}\nAccept: a\n|`, 'headerName []'],
    [`${post}\nCont|`, 'headerName [Cont] beforeHeaders'],
    [`${post}\nCon|tent-Type: x`, 'headerName [Content-Type] beforeHeaders'],
    [`${post}\nAccept: x\nCon|tent-Type: x`, 'headerName [Content-Type]'],
    [`${post}\nContent-Type: appl|`, 'headerValue [appl] name=Content-Type'],
    [`${post}\nContent-Type:|`, 'headerValue [] name=Content-Type'],
    [`${post}\nX-Trace: {{tr|`, 'variable [tr]'],
    [`${post}\n\n|`, 'body []'],
    [`${post}\nAccept: x\n\n{ "na|": 1 }`, 'body [{ "na": 1 }]'],
    [`${post}\n\n{ "name": "{{na|}}" }`, 'variable [na] closed inBody'],
    [`${post}\n\n{ "name": "{{|" }`, 'variable [] inBody'],
    [`${post}\n# @quoted-body\n\n"{{|"`, 'body ["{{"]'],
    [`${post}\n\n{}\n|\n### next\nGET {{host}}/x`, 'body [{}\n\n]'],
    ['GET {{host}}/x\n\n|', 'statement [] separated'],
    ['GET {{host}}/x\n\nlist pro|files', 'statement [list profiles] separated'],
    ['GET {{host}}/x\n\n# no|', 'none []'],
    ['@|', 'variableName []'],
    ['@prof|ileId = 1', 'variableName [profileId]'],
    ['@profileId = |', 'variableValue [] name=profileId'],
    ['@profileId = ab|c', 'variableValue [abc] name=profileId'],
    ['@profileId = {{ot|her}}', 'variable [other] closed'],
    ['# @|', 'directive []'],
    ['# @na|me list', 'directive [name]'],
    ['# no|te', 'none []'],
    ['\ufeff|', 'statement []'],
    ['\ufeff### x\r\nPOST {{host}}/a\r\n\r\n{|}', 'body [{}]'],
    ['GET {{host}}/a\r\rx|', 'statement [x] separated'],
  ];
  for (const [marked, place] of rows) {
    it(`${JSON.stringify(marked)} is ${JSON.stringify(place)}`, () => {
      assert.equal(told(marked), place);
    });
  }

  it('knows the request around it', () => {
    const text = `### a\nGET {{host}}/x\n\n### b\n${post}/{{id}}?a=1\n    &b=2\nContent-Type: application/json\n\n{}`;
    const { draft } = placeAt(text, text.indexOf('{}') + 1);
    assert.equal(draft.method, 'POST');
    assert.equal(draft.segments.length, 4);
    assert.equal(draft.query.length, 2);
    assert.deepEqual(
      draft.headers.map(({ name }) => name),
      ['Content-Type'],
    );
    assert.equal(text.slice(draft.body?.start, draft.body?.end), '{}');
    assert.equal(text.slice(draft.block.start, draft.block.start + 5), '### b');
  });

  it('is found at any offset of any text, within that text', () => {
    const piece = fc.oneof(
      anyText,
      fc.constantFrom(
        '\n',
        '\n\n',
        '### ',
        post,
        '@a = ',
        '?',
        '&',
        'A: ',
        '{{',
        '}}',
        '{ "a": ',
        '# @',
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), (pieces, seed) => {
        const text = pieces.join('');
        const at = seed % (text.length + 1);
        const { place, draft } = placeAt(text, at);
        assert.ok(place.start <= place.end && place.start >= 0 && place.end <= text.length);
        assert.ok(place.start <= at && at <= place.end, JSON.stringify([text, at, place]));
        assert.ok(draft.block.start <= Math.max(at, draft.block.start));
      }),
    );
  });

  it('is found in a large document without reading what is in other requests', () => {
    const one = `### x\n${post}\nContent-Type: application/json\n\n${'{ "a": 1 }\n'.repeat(20)}\n`;
    const text = one.repeat(5_000);
    assert.equal(placeAt(text, text.length - 5).place.kind, 'body');
  });
});
