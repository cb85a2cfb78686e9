import { segment } from '../paths';

/** All profiles of the Enterprise App Store. */
export const STORE_PROFILES = '/store/v2/profiles';

/** The versions of a profile of the Enterprise App Store, or one of them. */
export function storeVersionsPath(profileId: string, versionId?: string): string {
  const all = `${STORE_PROFILES}/${segment(profileId)}/app-versions`;
  return versionId === undefined ? all : `${all}/${segment(versionId)}`;
}
