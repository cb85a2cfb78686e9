import { listPublishProfiles } from '../../../src/api/publish/profiles';
import { listPublishVersions, setReleaseCandidate } from '../../../src/api/publish/versions';
import type { FaultFixture } from './faultFixture';
import { api, list, type Operation } from './operation';

/** A publish profile that has versions, and its newest one. */
function newestOf({ sandbox }: FaultFixture): { platform: 'ios'; profileId: string; versionId: string } {
  const { profiles, versions } = sandbox.publishing();
  const profileId = profiles.ios.rows[0]?.id ?? '';
  return { platform: 'ios', profileId, versionId: versions.get(profileId)?.rows[0]?.id ?? '' };
}

export const publishOperations: readonly Operation[] = [
  list('List publish profiles', '/publish/v2/profiles/ios', (client, signal) =>
    listPublishProfiles(client, 'ios', signal),
  ),
  list('List publish versions', '/publish/v2/profiles/ios/*/app-versions', (client, signal, fixture) =>
    listPublishVersions(client, newestOf(fixture), signal),
  ),
  api('write', 'Mark as Release Candidate', 'PATCH', '/publish/v2/**', (fixture) =>
    setReleaseCandidate(fixture.client, newestOf(fixture), true),
  ),
];
