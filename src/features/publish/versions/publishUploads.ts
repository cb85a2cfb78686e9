import * as vscode from 'vscode';
import type { PublishProfile } from '../../../api/publish/model';
import { lookUpPublishProfile } from '../../../api/publish/lookUpPublishProfile';
import { publishTarget } from '../../../api/publish/versions';
import { AppUploads } from '../../../ui/upload/appUploads';
import type { UploadedRows, UploadProfile } from '../../../ui/upload/uploadDeps';
import type { ActivityCounter } from '../../../ui/lists/activityCounter';
import type { PublishDeps } from '../deps';
import type { PublishChoices } from '../publishChoices';
import { profileRefOf, publishProfileAround } from '../rows/publishNodes';

/** What uploads to publish profiles take. */
export interface PublishUploadsDeps extends PublishDeps {
  readonly choices: PublishChoices;
  readonly activity: ActivityCounter;
  readonly changes: UploadedRows;
  /** The profiles as they are known now. Asked for when they are not. */
  readonly profiles: () => Promise<readonly PublishProfile[]>;
}

/** Upload Version to Publish: to a publish profile. Its release notes are written once it is a release candidate. */
export class PublishUploads implements vscode.Disposable {
  private readonly uploads: AppUploads;

  constructor({ choices, profiles, ...deps }: PublishUploadsDeps) {
    const title = vscode.l10n.t('Appcircle: Upload Version to Publish');
    this.uploads = new AppUploads({
      ...deps,
      title,
      role: 'operateExternally',
      destination: {
        kind: 'publish',
        lookUp: async (client, { profileId }, signal) => {
          const profile = (await profiles()).find(({ id }) => id === profileId);
          return profile ? lookUpPublishProfile(client, profile, signal) : {};
        },
      },
      askProfile: async () => {
        const chosen = await choices.profile(undefined, title);
        return chosen && uploadProfileOf(chosen.profile);
      },
    });
  }

  /** `argument`: a profile or a row below it, or nothing. True where one file was asked for, and is uploaded. */
  upload(argument: unknown): Promise<boolean> {
    const profile = publishProfileAround(argument);
    return this.uploads.upload(profile ? { profile: uploadProfileOf(profile) } : {});
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.uploads.dispose();
  }
}

function uploadProfileOf(profile: PublishProfile): UploadProfile {
  return { name: profile.name, target: publishTarget(profileRefOf(profile)) };
}
