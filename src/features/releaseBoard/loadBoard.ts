import { newestBuildOf } from './newestBuild';
import type { ApiClient } from '../../api/client';
import { listVersions } from '../../api/distribution/appVersions';
import { listProfiles, type DistributionProfile } from '../../api/distribution/profiles';
import type { AppVersion } from '../../api/distribution/appVersion';
import { toFailure, type Failure } from '../../api/failure';
import { isRunUnderWay } from '../../api/publish/publishStatus';
import { listPublishProfiles } from '../../api/publish/profiles';
import { getRunOfVersion } from '../../api/publish/runs';
import { listPublishVersions } from '../../api/publish/versions';
import { listStoreProfiles } from '../../api/store/storeProfiles';
import { listStoreVersions } from '../../api/store/storeVersions';
import type { Board, BoardBuild, BoardPublish, BoardStore, Column } from './board';
import { isOfApp, type BoardApp } from './boardApp';
import { newestMatch, type SearchResult } from './newestMatch';

/**
 * Looks for an app in each module. One that fails, or that the account has no role for, is told in its column and hides no
 * other. `before`: the board that is shown, of which a column that fails now is kept. Fails with `cancelled` alone.
 */
export async function loadBoard(
  client: ApiClient,
  app: BoardApp,
  signal: AbortSignal,
  before?: Board,
): Promise<Board> {
  const distribution = inDistribution(client, app, signal);
  const [build, versions, publish, store] = await Promise.all([
    column(buildOf(client, distribution, signal)),
    column(distribution.then(columnOf)),
    column(inPublish(client, app, signal)),
    column(inStore(client, app, signal).then(columnOf)),
  ]);
  return {
    app,
    at: Date.now(),
    build: keep(build, before?.build, before?.at),
    distribution: keep(versions, before?.distribution, before?.at),
    publish: keep(publish, before?.publish, before?.at),
    store: keep(store, before?.store, before?.at),
  };
}

/** The profiles that may have a version: who never got one is asked for none. */
export function withVersions(profiles: readonly DistributionProfile[]): DistributionProfile[] {
  return profiles.filter(
    ({ lastUploadedAt, versions }) => lastUploadedAt !== undefined || Object.keys(versions).length > 0,
  );
}

/** Distribution versions by what `matches` asks of them, the newest one's profile. No list of profiles tells an id. */
export async function findInDistribution(
  client: ApiClient,
  matches: (version: AppVersion) => boolean,
  signal: AbortSignal,
): Promise<SearchResult<DistributionProfile, AppVersion>> {
  return newestMatch({
    profiles: withVersions(await listProfiles(client, signal)),
    load: ({ id }) => listVersions(client, id, signal),
    matches,
    newestAt: ({ lastUploadedAt }) => lastUploadedAt,
    createdAt: ({ createdAt }) => createdAt,
  });
}

function inDistribution(
  client: ApiClient,
  app: BoardApp,
  signal: AbortSignal,
): Promise<SearchResult<DistributionProfile, AppVersion>> {
  return findInDistribution(client, (version) => isOfApp(version, app), signal);
}

/** No list of builds tells a bundle id: a distribution version does, with its build profile (api/README 3). */
async function buildOf(
  client: ApiClient,
  distribution: Promise<SearchResult<DistributionProfile, AppVersion>>,
  signal: AbortSignal,
): Promise<Column<BoardBuild>> {
  const found = await distribution.catch((error: unknown) => {
    toFailure(error);
    return undefined;
  });
  const profileId = found?.match?.versions
    .map(({ origin }) => origin.buildProfileId)
    .find((id) => id !== undefined);
  return profileId === undefined ? { kind: 'untold' } : newestBuildOf(client, profileId, signal);
}

async function inPublish(
  client: ApiClient,
  app: BoardApp,
  signal: AbortSignal,
): Promise<Column<BoardPublish>> {
  const all = await listPublishProfiles(client, app.platform, signal);
  // One without an id may be of any app: its versions tell.
  const profiles = all.filter(({ bundleId }) => bundleId === undefined || bundleId === app.id);
  const { match, unseen } = await newestMatch({
    profiles,
    load: (profile) => listPublishVersions(client, { platform: app.platform, profileId: profile.id }, signal),
    matches: ({ bundleId }, profile) => (bundleId ?? profile.bundleId) === app.id,
    newestAt: () => undefined,
    createdAt: ({ createdAt }) => createdAt,
  });
  if (!match) {
    const profile = profiles.find(({ bundleId }) => bundleId === app.id);
    return profile
      ? { kind: 'found', found: { profile, version: undefined, run: undefined }, unseen }
      : { kind: 'none', unseen };
  }
  const { profile, versions } = match;
  const version =
    versions.find(({ lastStatus }) => lastStatus !== undefined && isRunUnderWay(lastStatus)) ?? versions[0];
  const ref = { platform: app.platform, profileId: profile.id, versionId: version.id };
  return {
    kind: 'found',
    found: { profile, version, run: await getRunOfVersion(client, ref, signal) },
    unseen,
  };
}

async function inStore(
  client: ApiClient,
  app: BoardApp,
  signal: AbortSignal,
): Promise<SearchResult<BoardStore['profile'], BoardStore['versions'][0]>> {
  return newestMatch({
    profiles: await listStoreProfiles(client, signal),
    load: ({ id }) => listStoreVersions(client, id, signal),
    matches: (version) => isOfApp(version, app),
    newestAt: ({ receivedAt }) => receivedAt,
    createdAt: ({ createdAt }) => createdAt,
  });
}

function columnOf<P, V>({ match, unseen }: SearchResult<P, V>): Column<NonNullable<typeof match>> {
  return match ? { kind: 'found', found: match, unseen } : { kind: 'none', unseen };
}

/** What fails, as the failure of its column. */
async function column<T>(loading: Promise<Column<T>>): Promise<Column<T>> {
  try {
    return await loading;
  } catch (error) {
    const failure: Failure = toFailure(error);
    if (failure.kind === 'cancelled') {
      throw failure;
    }
    return { kind: 'failed', failure };
  }
}

/** A column that failed keeps what it had. */
function keep<T>(now: Column<T>, before: Column<T> | undefined, at = 0): Column<T> {
  if (now.kind !== 'failed' || !before) {
    return now;
  }
  const last =
    before.kind === 'found'
      ? { found: before.found, at }
      : before.kind === 'failed'
        ? before.last
        : undefined;
  return last ? { ...now, last } : now;
}
