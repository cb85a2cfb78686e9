import { segment } from '../paths';
import type { PublishPlatform } from './model';

/** A profile of a platform, by its id. */
export interface PublishProfileRef {
  readonly platform: PublishPlatform;
  readonly profileId: string;
}

/** A version of it. */
export interface PublishVersionRef extends PublishProfileRef {
  readonly versionId: string;
}

/** A run of its publish flow. `versionId`: of what it is, where that is known. */
export interface PublishRunRef extends PublishProfileRef {
  readonly publishId: string;
  readonly versionId?: string | undefined;
}

/** v1, v2 and v3 are mixed by design (api/README 0.9). Platforms are words for every official client (api/README 2.4). */
export function publishProfilePath(
  { platform, profileId }: PublishProfileRef,
  version: 'v1' | 'v2' | 'v3',
): string {
  return `/publish/${version}/profiles/${platform}/${segment(profileId)}`;
}

export function publishVersionPath(ref: PublishVersionRef, version: 'v1' | 'v2'): string {
  return `${publishProfilePath(ref, version)}/app-versions/${segment(ref.versionId)}`;
}

export function publishRunPath(ref: PublishRunRef, version: 'v1' | 'v2' | 'v3'): string {
  return `${publishProfilePath(ref, version)}/publish/${segment(ref.publishId)}`;
}
