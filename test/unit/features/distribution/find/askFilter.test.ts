import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Authentication, DistributionProfile } from '../../../../../src/api/distribution/profiles';
import {
  filterProfiles,
  isFiltering,
  noFilter,
  type ProfileFilter,
} from '../../../../../src/features/distribution/find/profileFilter';

const authentications = [
  'none',
  'static',
  'ldap',
  'sso',
  'individualEnrollment',
  'other',
] as const satisfies Authentication[];
const name = fc.string({ unit: fc.constantFrom('a', 'B', 'É', 'é', '(', '.', '*', ' '), maxLength: 6 });

const profile = fc.record({
  id: fc.uuid(),
  name,
  versions: fc.record({ ios: fc.constant('1.0'), android: fc.constant('2.0') }, { requiredKeys: [] }),
  authentication: fc.option(fc.constantFrom(...authentications), { nil: undefined }),
  testingGroupIds: fc.constantFrom([], ['g'], ['g', 'h']),
}) as unknown as fc.Arbitrary<DistributionProfile>;

const filter: fc.Arbitrary<ProfileFilter> = fc.record({
  text: fc.oneof(fc.constant(''), name),
  platforms: fc.subarray(['ios', 'android', 'none'] as const),
  authentications: fc.subarray([...authentications]),
  groups: fc.subarray(['some', 'none'] as const),
});

/** The rule in other words: every kind that something is chosen of has one that the profile has. */
function wanted({ id, name, versions, authentication, testingGroupIds }: DistributionProfile): {
  [K in keyof ProfileFilter]: (choice: string) => boolean;
} {
  const spelled = (text: string) => text.toUpperCase().replaceAll('É', 'E').replace(/ +/g, ' ').trim();
  return {
    text: (text) => id === text || spelled(name).includes(spelled(text)),
    platforms: (platform) =>
      platform in versions || (platform === 'none' && Object.keys(versions).length === 0),
    authentications: (kind) => kind === authentication,
    groups: (kind) => (kind === 'none') === (testingGroupIds.length === 0),
  };
}

describe('filtering profiles', () => {
  it('R22: what passes is exactly what has one of each kind that something is chosen of, in its order', () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 30 }), filter, (profiles, by) => {
        const passed = profiles.filter((one) => {
          const has = wanted(one);
          return (
            (by.text === '' || has.text(by.text)) &&
            (['platforms', 'authentications', 'groups'] as const).every(
              (kind) => by[kind].length === 0 || by[kind].some(has[kind]),
            )
          );
        });
        assert.deepEqual(filterProfiles(profiles, by), passed);
      }),
    );
  });

  it('R22: finds a name in any spelling', () => {
    const profiles = ['İSTANBUL', 'IŞIK Şube', 'Straße', 'Cafe\u0301'].map(
      (text, index) => ({ id: String(index), name: text }) as DistributionProfile,
    );
    const found = (text: string) => filterProfiles(profiles, { ...noFilter, text }).map(({ id }) => id);
    for (const [text, ids] of [
      ['istanbul', ['0']],
      ['ıstanbul', ['0']],
      ['ISTANBUL', ['0']],
      ['isik  sube', ['1']],
      ['ışık', ['1']],
      ['STRASSE', ['2']],
      ['café', ['3']],
      ['cafe', ['3']],
      ['x', []],
    ] as const) {
      assert.deepEqual(found(text), ids, text);
    }
  });

  it('R22: looks at all of 1,200 profiles and not only at those that are shown', () => {
    const many = Array.from({ length: 1200 }, (_, index) => ({
      id: String(index),
      name: `Profile ${index}`,
      versions: index % 2 === 0 ? { ios: '1' } : {},
      testingGroupIds: index % 3 === 0 ? ['g'] : [],
    })) as unknown as DistributionProfile[];
    const found = filterProfiles(many, { ...noFilter, platforms: ['ios'], groups: ['some'] });
    assert.deepEqual(
      found.map(({ id }) => Number(id)),
      Array.from({ length: 200 }, (_, index) => index * 6),
    );
  });

  it('a text is no pattern, and finds an id as a whole alone', () => {
    const of = (id: string, name: string) => ({ ...many, id, name });
    const many = { versions: {}, testingGroupIds: [] as string[] } as unknown as DistributionProfile;
    const rows = [of('ABC-1', 'Pay (beta)'), of('d', '.*')];
    const found = (text: string) => filterProfiles(rows, { ...noFilter, text }).map(({ name }) => name);
    assert.deepEqual(found('pay ('), ['Pay (beta)']);
    assert.deepEqual(found('.*'), ['.*']);
    assert.deepEqual(found('abc-1'), ['Pay (beta)']);
    assert.deepEqual(found('abc'), []);
  });

  it('nothing chosen is no filter: the very same rows', () => {
    const rows: DistributionProfile[] = [];
    assert.equal(filterProfiles(rows, noFilter), rows);
    assert.equal(isFiltering(noFilter), false);
    for (const some of [
      { text: 'x' },
      { platforms: ['none'] },
      { authentications: ['none'] },
      { groups: ['none'] },
    ] as Partial<ProfileFilter>[]) {
      assert.equal(isFiltering({ ...noFilter, ...some }), true);
    }
  });
});
