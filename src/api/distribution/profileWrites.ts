import type { components } from '../appcircle';
import type { ApiClient } from '../client';
import { JsonObject } from '../decode';
import { deleteResource } from '../deleteResource';
import { decodeProfile, type DistributionProfile } from './profiles';
import { Failure } from '../failure';
import { profilePath } from '../paths';
import type { TaskPace } from '../tasks';

type ProfileChange = components['schemas']['DistributionProfileChange'];

/**
 * One profile as it is now, without its versions. `GET distribution/v2/profiles/{id}` (api/README 2.1, A;
 * `addAppVersions` B).
 */
export async function getProfile(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
): Promise<DistributionProfile> {
  const query = { addAppVersions: 'false' };
  return requireProfile(
    client,
    await client.get({ path: profilePath(profileId), query, ...(signal && { signal }) }),
  );
}

/** A new profile. For owners and managers. `POST distribution/v2/profiles` (api/README 2.1, A). */
export async function createProfile(
  client: ApiClient,
  name: string,
  signal?: AbortSignal,
): Promise<DistributionProfile> {
  const request = { method: 'POST', path: '/distribution/v2/profiles', json: { name } } as const;
  return requireProfile(client, await client.send({ ...request, ...(signal && { signal }) }));
}

/** For owners and managers. `PATCH distribution/v2/profiles/{id}` (api/README 2.1, A; the name alone B). */
export function renameProfile(
  client: ApiClient,
  profileId: string,
  name: string,
  signal?: AbortSignal,
): Promise<void> {
  return change(client, profileId, { name }, signal);
}

/** Pins a profile, or takes that back. For owners and managers (api/README 2.1: PATCH A, `pinned` B). */
export function pinProfile(
  client: ApiClient,
  profileId: string,
  pinned: boolean,
  signal?: AbortSignal,
): Promise<void> {
  return change(client, profileId, { pinned }, signal);
}

/** Deletes a profile with all its versions. `DELETE distribution/v2/profiles/{id}` (api/README 2.1, B). */
export async function deleteProfile(
  client: ApiClient,
  profileId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  await deleteResource(client, profilePath(profileId), signal, pace);
}

/** Replaces the groups that every new version is sent to, whatever they are now (api/README 0.8, A). */
export function setTestingGroups(
  client: ApiClient,
  profileId: string,
  testingGroupIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  return change(client, profileId, { testingGroupIds: [...testingGroupIds] }, signal);
}

/** The groups that a person saw, and those that they want. */
export interface TestingGroupChange {
  expected: readonly string[];
  wanted: readonly string[];
}

/**
 * Replaces the groups unless somebody else changed them in the meantime, which is a `conflict` and changes nothing.
 * The API has no way to make this one step: read, compare, write.
 */
export async function changeTestingGroups(
  client: ApiClient,
  profileId: string,
  { expected, wanted }: TestingGroupChange,
  signal?: AbortSignal,
): Promise<void> {
  const { testingGroupIds } = await getProfile(client, profileId, signal);
  if (areSame(testingGroupIds, wanted)) {
    return;
  }
  if (!areSame(testingGroupIds, expected)) {
    throw new Failure('conflict', { host: client.host });
  }
  await setTestingGroups(client, profileId, wanted, signal);
}

/** Whether these are the same groups, in whatever order. */
export function areSame(some: readonly string[], others: readonly string[]): boolean {
  const [one, other] = [new Set(some), new Set(others)];
  return one.size === other.size && [...one].every((id) => other.has(id));
}

/** What is not sent stays as it is. The answer may be as little as the id, so it is not read. */
async function change(
  client: ApiClient,
  profileId: string,
  json: ProfileChange,
  signal?: AbortSignal,
): Promise<void> {
  await client.send({ method: 'PATCH', path: profilePath(profileId), json, ...(signal && { signal }) });
}

function requireProfile({ host }: ApiClient, answer: unknown): DistributionProfile {
  const row = JsonObject.of<string>(answer);
  const profile = row && decodeProfile(row);
  if (!profile) {
    throw new Failure('unreadableAnswer', { host });
  }
  return profile;
}
