import * as vscode from 'vscode';
import { lookUpProfile } from '../../../api/distribution/lookUpProfile';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { distributionTarget } from '../../../api/upload/uploadTarget';
import { AppUploads } from '../../../ui/upload/appUploads';
import type { UploadAttemptResult } from '../../../ui/upload/runUploadJob';
import type { UploadProfile } from '../../../ui/upload/uploadDeps';
import type { UploadJob } from '../../../ui/upload/uploadJob';
import type { DistributionViewDeps } from '../deps';
import type { UploadedFiles } from '../versions/uploadedFiles';
import { LastProfiles } from './lastProfiles';
import { ReleaseNotes } from './releaseNotes';
import { uploadChoicesOf } from './uploadChoices';

/** What Upload Version takes. */
export interface VersionUploadsDeps extends DistributionViewDeps {
  createProfile: (name: string) => Promise<DistributionProfile | undefined>;
  /** The names of these testing groups of the active account. */
  groupNames: (ids: string[]) => Promise<string[]>;
  uploadedFiles: UploadedFiles;
}

/** Upload Version, to a profile of testing distribution. */
export class VersionUploads implements vscode.Disposable {
  private readonly uploads: AppUploads;

  constructor(deps: VersionUploadsDeps) {
    const lastProfiles = new LastProfiles(deps.lastProfiles);
    const title = vscode.l10n.t('Appcircle: Upload Version');
    /** By profile, as it was when apps were checked against it. */
    const groupIds = new Map<string, readonly string[]>();
    this.uploads = new AppUploads({
      ...deps,
      title,
      role: 'operate',
      destination: {
        kind: 'distribution',
        lookUp: async (client, { profileId }, signal) => {
          groupIds.delete(profileId);
          const found = await lookUpProfile(client, profileId, signal);
          groupIds.set(profileId, found.testingGroupIds);
          return found;
        },
      },
      notes: new ReleaseNotes(deps.sessions, (profileId) =>
        deps.groupNames([...(groupIds.get(profileId) ?? [])]),
      ),
      onUploaded: (file) => {
        deps.uploadedFiles.add(file);
      },
      remember: (account, profileId) => lastProfiles.remember(account, profileId),
      askProfile: async (accountId): Promise<UploadProfile | undefined> => {
        const lastUsedId = lastProfiles.of(accountId);
        const profile = await deps.pickProfile({
          title,
          ...(lastUsedId !== undefined && { lastUsedId }),
          orCreate: deps.createProfile,
        });
        return profile && { name: profile.name, target: distributionTarget(profile.id) };
      },
    });
  }

  /**
   * Uploads files to a profile. `argument`: a profile or a row below it, a file of the Explorer, or nothing; `selected`:
   * all files that are selected there. What they do not say is asked for. True where one file was asked for, and is
   * uploaded.
   */
  upload(argument: unknown, selected?: unknown): Promise<boolean> {
    return this.uploads.upload(uploadChoicesOf(argument, selected));
  }

  /** Uploads what a person agreed to already: see `AppUploads.uploadAgreed`. */
  uploadAgreed(job: UploadJob, stop: AbortSignal): Promise<UploadAttemptResult | undefined> {
    return this.uploads.uploadAgreed(job, stop);
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.uploads.dispose();
  }
}
