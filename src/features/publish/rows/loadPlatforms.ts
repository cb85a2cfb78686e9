import type { ApiClient } from '../../../api/client';
import { meetsAll, toFailure } from '../../../api/failure';
import { publishPlatforms, type PublishPlatform } from '../../../api/publish/model';
import { listPublishProfiles } from '../../../api/publish/profiles';
import type { PlatformRow } from './publishNodes';

/**
 * The platforms that something is published for, each with its profiles. A role may be for one platform only (api/README
 * 17.1): what is refused for one is told below it, and the other is shown. Fails where neither can be had.
 */
export async function loadPlatforms(client: ApiClient, signal: AbortSignal): Promise<PlatformRow[]> {
  const rows = await Promise.all(publishPlatforms.map((platform) => loadPlatform(client, platform, signal)));
  const failures = rows.flatMap(({ failure }) => failure ?? []);
  const told = failures.find((failure) => meetsAll(failure) || failure.kind === 'cancelled') ?? failures[0];
  if (told && (failures.length === rows.length || meetsAll(told) || told.kind === 'cancelled')) {
    throw told;
  }
  return rows.filter(({ profiles, failure }) => profiles.length > 0 || failure);
}

async function loadPlatform(
  client: ApiClient,
  id: PublishPlatform,
  signal: AbortSignal,
): Promise<PlatformRow> {
  try {
    return { id, profiles: await listPublishProfiles(client, id, signal) };
  } catch (error) {
    return { id, profiles: [], failure: toFailure(error) };
  }
}
