import { randomUUID } from 'node:crypto';
import { listPublishProfiles } from '../../../src/api/publish/profiles';
import {
  deletePublishVersion,
  listPublishVersions,
  publishDownloadLink,
  setReleaseCandidate,
} from '../../../src/api/publish/versions';
import { quickTasks } from '../api/quickTasks';
import type { FaultFixture } from './faultFixture';
import { api, list, type Operation } from './operation';

/** A publish profile that has versions, and its newest one. */
function newestOf({ sandbox }: FaultFixture): { platform: 'ios'; profileId: string; versionId: string } {
  const { profiles, versions } = sandbox.publishing();
  const profileId = profiles.ios.rows[0]?.id ?? '';
  return { platform: 'ios', profileId, versionId: versions.get(profileId)?.rows[0]?.id ?? '' };
}

/** A version that may be deleted, where an earlier cell deleted the one before. */
function spareOf(fixture: FaultFixture): ReturnType<typeof newestOf> {
  const ref = newestOf(fixture);
  const versions = fixture.sandbox.publishing().versions.get(ref.profileId);
  const spare = versions?.rows[0];
  if (versions && spare) {
    versions.prepend({ ...spare, id: randomUUID() });
  }
  return newestOf(fixture);
}

const one = '/publish/v2/profiles/ios/*/app-versions/*';

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
  api('write', 'Delete a publish version', 'DELETE', one, (fixture) =>
    deletePublishVersion(fixture.client, spareOf(fixture), undefined, quickTasks),
  ),
  api('link', 'Download of a publish version: link', 'GET', one, (fixture) =>
    publishDownloadLink(fixture.client, newestOf(fixture)),
  ),
];
