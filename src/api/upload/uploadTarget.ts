import { versionsPath } from '../paths';

/** Where an app is uploaded to: a profile of a module that takes apps, and how that module is asked. */
export interface UploadTarget {
  /** Of the profile; empty for one that the server makes of the app. */
  readonly profileId: string;
  /** What a file is announced and committed to. */
  readonly path: string;
  /** What the commit takes beside its action. */
  readonly commitQuery?: Readonly<Record<string, string>>;
}

/** A profile of testing distribution: `distribution/v1/profiles/{id}/app-versions` (api/README 2.1, A). */
export function distributionTarget(profileId: string): UploadTarget {
  return { profileId, path: versionsPath(profileId, 'v1') };
}
