import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  occurrenceAt,
  occurrencesIn,
  occurrencesOf,
  renameFault,
} from '../../../../../src/api/request/language/occurrences';
import { parseRequests } from '../../../../../src/api/request/parse/parse';
import { anyDocument } from './anyDocument';

const document = [
  '@id = 1',
  '@other = {{ id }}-{{missing}}',
  '@text = "{{id}}"',
  '###',
  '# @name list',
  '# {{id}} in a comment',
  'GET {{host}}/x/{{id}}',
  '    ?a={{other}}',
  'X-Trace: {{list.response.headers.Date}}',
  '',
  '###',
  'POST {{host}}/x',
  '',
  '{ "id": "{{id}}", "more": "{{unknown}}", "next": {{list.response.body.$.[0].id}} }',
  '###',
  '# @quoted-body',
  'POST {{host}}/x',
  '',
  '"{{id}}"',
].join('\n');

const read = (text: string) => {
  const all = occurrencesIn(text, parseRequests(text));
  return { all, named: (name: string, kind: 'variable' | 'request') => occurrencesOf({ kind, name }, all) };
};

/** `line: text` of each. */
const shown = (occurrences: readonly { start: number; end: number; declares: boolean }[]) =>
  occurrences.map(
    ({ start, end, declares }) =>
      `${document.slice(0, start).split('\n').length} ${document.slice(start, end)}${declares ? ' =' : ''}`,
  );

describe('occurrencesIn', () => {
  it('finds where a variable is set and used, but not in comments, JSON values, and quoted bodies', () => {
    const { named } = read(document);
    assert.deepEqual(shown(named('id', 'variable')), ['1 id =', '2 id', '7 id', '14 id']);
    assert.deepEqual(shown(named('other', 'variable')), ['2 other =', '8 other']);
  });

  it('finds a named request, and what reads its response', () => {
    const { named } = read(document);
    assert.deepEqual(shown(named('list', 'request')), ['5 list =', '9 list', '14 list']);
  });

  it('says which name a cursor is at', () => {
    const { all } = read(document);
    assert.equal(occurrenceAt(all, document.indexOf('other}}') + 'other'.length)?.name, 'other');
    assert.equal(occurrenceAt(all, document.indexOf('# {{id}}') + 5), undefined);
  });

  it('refuses a new name that is none, or that means something else already', () => {
    const { all, named } = read(document);
    const [id] = named('id', 'variable');
    const [list] = named('list', 'request');
    assert.ok(id && list);
    assert.equal(renameFault(id, 'profile.id', all), undefined);
    assert.equal(renameFault(id, 'id', all), undefined);
    for (const name of ['', 'a b', '1', 'host', '}}']) {
      assert.equal(renameFault(id, name, all), 'badName', name);
    }
    for (const name of ['other', 'list', 'unknown']) {
      assert.equal(renameFault(id, name, all), 'taken', name);
    }
    assert.equal(renameFault(list, 'all', all), undefined);
    assert.equal(renameFault(list, 'all.of', all), 'badName');
  });

  it('takes any text, and each place has the name that it is for', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const { start, end, name } of read(text).all) {
          assert.equal(text.slice(start, end), name);
        }
      }),
    );
  });

  it('R31: a renamed variable keeps what is sent', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const { all, named } = read(text);
        const fresh = 'zz_fresh';
        for (const name of ['a', 'b', 'c']) {
          fc.pre(all.every((occurrence) => occurrence.name !== fresh));
          const places = named(name, 'variable');
          if (!places.some(({ declares }) => declares)) continue;
          const renamed = places.reduceRight(
            (now, { start, end }) => now.slice(0, start) + fresh + now.slice(end),
            text,
          );
          const [before, after] = [parseRequests(text), parseRequests(renamed)];
          const uses = (parsed: typeof before, of: string) =>
            parsed.requests.map((request) => request.uses.filter((use) => use.name === of).length);
          assert.deepEqual(uses(after, fresh), uses(before, name));
          assert.deepEqual(
            uses(after, name),
            uses(before, name).map(() => 0),
          );
          assert.deepEqual(
            after.problems.map(({ code }) => code),
            before.problems.map(({ code }) => code),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
