import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { firstGap } from '../../../../../src/api/request/write/firstGap';
import { anyText } from '../arbitraries';

const json = 'POST {{host}}/a\nContent-Type: application/json\n\n';

describe('where the first value of a request is missing', () => {
  const cases: readonly (readonly [what: string, marked: string])[] = [
    ['a variable, in the order of the document', '@a = 1\n@b =|\n@c =\n\nGET {{host}}/a/{{b}}?x=\n'],
    ['the query', '@a = 1\n\nGET {{host}}/{{a}}?x=1&y=|&z=\n'],
    ['the query below the request line', 'GET {{host}}/a\n?x=|\n'],
    ['a text of the body', `${json}{ "": 1, "a": "b", "c": ["|"] }`],
  ];
  for (const [what, marked] of cases) {
    it(what, () => {
      assert.equal(firstGap(marked.replace('|', '')), marked.indexOf('|'));
    });
  }

  it('is nowhere where nothing is', () => {
    assert.equal(firstGap('GET {{host}}/a?x=1'), undefined);
    assert.equal(firstGap(`${json}{ "a": "b" }`), undefined);
    assert.equal(firstGap('POST {{host}}/a\nContent-Type: text/plain\n\n""'), undefined);
  });

  it('is within any text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('', json, '@a =\n', 'GET {{host}}/a?'), (text, before) => {
        const gap = firstGap(before + text);
        assert.ok(gap === undefined || (gap >= 0 && gap <= before.length + text.length));
      }),
    );
  });
});
