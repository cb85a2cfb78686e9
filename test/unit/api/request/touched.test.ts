import { strict as assert } from 'node:assert';
import { touchedBy } from '../../../../src/api/request/touched';

const profiles = '/distribution/v2/profiles';
const groups = '/distribution/v2/testing-groups';

/** By path: kind and id. */
const cases: Record<string, string | undefined> = {
  [`${profiles}/p1`]: 'profile p1',
  [`${profiles}/p1/`]: 'profile p1',
  '/distribution/v1/profiles/p1/app-versions': 'profile p1',
  [`${profiles}/p1/app-versions/v1`]: 'profile p1',
  [`${profiles}/p1/app-versions/v1/anything/else`]: 'profile p1',
  '/Distribution/V3/Profiles/P1': 'profile P1',
  '/distribution/v2.1-beta/profiles/p1': 'profile p1',
  [`${profiles}/a%20b`]: 'profile a b',
  [`${profiles}/%zz`]: 'profile %zz',
  [`/appcircle/api${profiles}/p1`]: 'profile p1',
  [`/distribution${profiles}/p1`]: 'profile p1',
  [`${groups}/g1`]: 'group g1',
  [`${groups}/g1/testers`]: 'group g1',
  // What is made, or nobody knows what it does: everything of the service.
  [profiles]: 'distribution',
  [groups]: 'distribution',
  [`${profiles}/p1/copy`]: 'distribution',
  '/distribution/v2/anything': 'distribution',
  '/identity/v1/organizations/o1': 'organizations',
  '/identity/v1/organizations': 'organizations',
  '/identity/v1/organizations/current/sub-organizations': 'organizations',
  '/build/v2/commits/c1': 'builds',
  '/build/v3/queue/q1/cancel': 'builds',
  '/store/v2/profiles/p1/app-versions/v1': 'store',
  '/store/v1/profiles/app-versions': 'store',
  '/publish/v2/profiles/ios/p1': 'publish',
  '/publish/v3/profiles/ios/p1/publish/r1/stop': 'publish',
  // What no view shows.
  '/identity/v1/organizations/o1/users/u1/roles': undefined,
  '/identity/v1/users': undefined,
  '/distribution': undefined,
  '/distribution-x/v2/profiles/p1': undefined,
  '/distribution/latest/profiles/p1': undefined,
  '/': undefined,
};

describe('what a write touches, by its path', () => {
  for (const [path, expected] of Object.entries(cases)) {
    it(`${path}: ${expected ?? 'nothing that is shown'}`, () => {
      const touched = touchedBy({ path });
      assert.equal(touched && ('id' in touched ? `${touched.kind} ${touched.id}` : touched.kind), expected);
    });
  }
});
