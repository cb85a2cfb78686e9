import { Failure } from './failure';

/**
 * An id as one segment of a path. Ids come from servers and links: one that would lead to another place (empty, or a
 * dot segment) fails with `invalidInput` and the code `REFUSED_ID`.
 */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id) || /\p{Surrogate}/u.test(id)) {
    throw new Failure('invalidInput', { code: 'REFUSED_ID' });
  }
  return encodeURIComponent(id);
}

/** A distribution profile. v1 and v2 are mixed by design (api/README 0.9). */
export function profilePath(profileId: string, version: 'v1' | 'v2' = 'v2'): string {
  return `/distribution/${version}/profiles/${segment(profileId)}`;
}

/** The versions of a distribution profile, or one of them. */
export function versionsPath(profileId: string, version: 'v1' | 'v2', versionId?: string): string {
  const all = `${profilePath(profileId, version)}/app-versions`;
  return versionId === undefined ? all : `${all}/${segment(versionId)}`;
}
