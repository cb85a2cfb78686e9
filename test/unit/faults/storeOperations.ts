import { publishStoreVersion } from '../../../src/api/store/storeWrites';
import { listStoreVersions } from '../../../src/api/store/storeVersions';
import { storeDownloadLink } from '../../../src/api/store/storeDownload';
import type { FaultFixture } from './faultFixture';
import { api, list, type Operation } from './operation';

const all = '/store/v2/profiles';
const one = `${all}/*/app-versions/*`;

/** The newest version of a profile: what an earlier cell did is taken back. */
function newestOf({ sandbox }: FaultFixture): { profileId: string; versionId: string } {
  const { store } = sandbox;
  store.reset();
  const profile = store.profilesOf(sandbox.organization()).rows.find(({ name }) => name === 'Harbor Crew');
  const profileId = profile?.id ?? '';
  return { profileId, versionId: store.versionsOf(profileId).rows[0]?.id ?? '' };
}

export const storeOperations: readonly Operation[] = [
  list('List store versions', `${all}/*/app-versions`, (client, signal, fixture) =>
    listStoreVersions(client, newestOf(fixture).profileId, signal),
  ),
  api('write', 'Publish to Enterprise App Store', 'PATCH', one, (fixture) =>
    publishStoreVersion(fixture.client, newestOf(fixture), {
      channel: 'live',
      summary: '',
      releaseNotes: '',
    }),
  ),
  api('link', 'Download of a store version: link', 'GET', one, (fixture) =>
    storeDownloadLink(fixture.client, newestOf(fixture)),
  ),
];
