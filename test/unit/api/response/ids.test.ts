import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { idNameIn, idNameOf } from '../../../../src/api/response/idNames';
import { idsIn } from '../../../../src/api/response/ids';
import { presentJson } from '../../../../src/api/response/presentJson';

const guid = '3f0c6c1e-5d7b-4a53-9a0a-1c2d3e4f5a6b';
const found = (value: unknown, plainName?: string) =>
  idsIn(presentJson(JSON.stringify(value)).text, plainName).map((id) => `${id.name}=${id.value}`);

describe('ids in an answer', () => {
  it('are where their offsets say, in any JSON, formatted or not', () => {
    const ids = fc.stringMatching(/^[\w.:-]{1,20}$/);
    const rows = fc.array(fc.record({ id: ids, x: fc.jsonValue(), profileId: ids, tagIds: fc.array(ids) }));
    fc.assert(
      fc.property(rows, fc.boolean(), (value, format) => {
        // An id that looks like a secret (`Otp:3`) is masked, and is none.
        const { text } = presentJson(JSON.stringify(value), format ? {} : { formatUpTo: 0 });
        const links = idsIn(text, 'rowId');
        for (const { start, end, value: id } of links) {
          assert.equal(text.slice(start - 1, end + 1), JSON.stringify(id));
        }
        const shown = JSON.parse(text) as typeof value;
        const expected = shown.flatMap((row) => [row.id, row.profileId, ...row.tagIds]);
        assert.ok(links.length >= expected.filter((id) => /^[\w.:-]+$/.test(id)).length);
      }),
    );
  });

  it('are texts whose property is named like one, in lists too', () => {
    const value = {
      profileId: 'a',
      profileID: 'b',
      profile_id: 'c',
      testingGroupIds: ['d', 'e'],
      appid: guid,
      paid: 'yes',
      valid: 'no',
      name: guid,
      numberId: 7,
      noneId: null,
      nested: { deepId: [['not this']] },
    };
    assert.deepEqual(found(value), [
      'profileId=a',
      'profileID=b',
      'profile_id=c',
      'testingGroupId=d',
      'testingGroupId=e',
      `appid=${guid}`,
    ]);
  });

  it('are none where they are masked, empty, all zero, too long or more than a word', () => {
    const ids = ['•••', '', '00000000-0000-0000-0000-000000000000', 'x'.repeat(129), 'two words', 'a/b', 'ü'];
    assert.deepEqual(found({ itemIds: ids }), []);
    assert.deepEqual(found({ secretIds: ['a'], tokens: { id: 'b' }, itemIds: ['x'.repeat(128)] }).length, 2);
  });

  it('a plain id is called after the nearest list or object with a name, before the path', () => {
    assert.deepEqual(found({ id: 'p', branches: [{ id: 'b', lastCommit: { id: 'c' } }] }, 'profileId'), [
      'profileId=p',
      'branchId=b',
      'lastCommitId=c',
    ]);
  });

  it('names that only wrap rows name nothing', () => {
    assert.deepEqual(found([{ item1: { id: 'c' } }], 'configurationId'), ['configurationId=c']);
    assert.deepEqual(found({ data: { items: [{ id: 'c' }] } }, 'profileId'), ['profileId=c']);
    assert.deepEqual(found({ data: [{ id: 'c' }] }), ['id=c']);
    assert.deepEqual(found({ organizations: { data: [{ id: 'c' }] } }, 'x'), ['organizationId=c']);
  });

  it('are at most 2,000, all in the first megabyte', () => {
    assert.equal(found(Array.from({ length: 2_100 }, () => ({ id: 'a' }))).length, 2_000);
    assert.deepEqual(found(['x'.repeat(1024 * 1024), { id: 'a' }]), []);
  });

  it('of a text that is no JSON are found as far as it goes, and nothing fails', () => {
    assert.deepEqual(
      idsIn('{"profileId": "a", "id": "b').map(({ value }) => value),
      ['a'],
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '[', ']', '"id"', '"', ':', ',', 'a')), (parts) => {
        idsIn(parts.join(''));
      }),
    );
    assert.deepEqual(idsIn('['.repeat(100_000)), []);
  });
});

describe('the name of an id, by the path of its list', () => {
  const paths: [path: string, name: string | undefined][] = [
    ['/distribution/v2/profiles', 'profileId'],
    ['/distribution/v2/profiles/', 'profileId'],
    ['/distribution/v2/profiles/{profileId}', 'profileId'],
    ['/distribution/v2/profiles/{id}', 'profileId'],
    [`/distribution/v2/profiles/${guid}`, 'profileId'],
    ['/distribution/v2/profiles/{profileId}/app-versions', 'appVersionId'],
    ['/distribution/v2/profiles/{profileId}/app-versions/{ver}', 'appVersionId'],
    ['/distribution/v2/testing-groups', 'testingGroupId'],
    ['/identity/v1/organizations/current/sub-organizations', 'subOrganizationId'],
    ['/store/v1/Entities', 'entityId'],
    ['/v2/{id}', undefined],
    ['/', undefined],
    ['', undefined],
  ];
  for (const [path, name] of paths) {
    it(`${path || 'no path'} says ${String(name)}`, () => {
      assert.equal(idNameOf(path), name);
    });
  }

  const lists: [list: string, name: string | undefined][] = [
    ['branches', 'branchId'],
    ['statuses', 'statusId'],
    ['status', 'statusId'],
    ['classes', 'classId'],
    ['boxes', 'boxId'],
    ['aliases', 'aliasId'],
    ['releases', 'releaseId'],
    ['keys', 'keyId'],
    ['app_versions', 'appVersionId'],
    ['AppVersions', 'appVersionId'],
    ['startedByUser', 'startedByUserId'],
    ['Data', undefined],
    ['--', undefined],
  ];
  for (const [list, name] of lists) {
    it(`a row of ${list} has ${String(name)}`, () => {
      assert.equal(idNameIn(list), name);
    });
  }
});
