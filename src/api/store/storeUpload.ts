import type { UploadTarget } from '../upload/uploadTarget';

/**
 * A profile of the Enterprise App Store, or a new one, which is named after the app:
 * `store/v1/profiles/app-versions`, whose commit takes `createNewProfile` and `profileId` (api/README 2.5, A). For
 * external operators, too.
 */
export function storeTarget(profileId?: string): UploadTarget {
  return {
    profileId: profileId ?? '',
    path: '/store/v1/profiles/app-versions',
    commitQuery:
      profileId === undefined ? { createNewProfile: 'true' } : { createNewProfile: 'false', profileId },
  };
}
