import * as vscode from 'vscode';
import type { StoreProfile } from '../../../api/store/storeProfiles';
import { storeTarget } from '../../../api/store/storeUpload';
import { listStoreVersions } from '../../../api/store/storeVersions';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { AppUploads } from '../../../ui/upload/appUploads';
import type { UploadProfile } from '../../../ui/upload/uploadDeps';
import type { StoreViewDeps } from '../deps';
import { storeProfileFacts } from '../rows/storeItems';
import { storeProfileOf } from '../rows/storeNodes';

interface ProfileRow extends vscode.QuickPickItem {
  /** Nothing for the heading above profiles. */
  target?: UploadProfile;
}

/** Upload to Enterprise App Store. Release notes are asked for when a version is published. */
export class StoreUploads implements vscode.Disposable {
  private readonly uploads: AppUploads;

  constructor(private readonly deps: StoreViewDeps) {
    const title = vscode.l10n.t('Appcircle: Upload to Enterprise App Store');
    this.uploads = new AppUploads({
      ...deps,
      changes: deps,
      title,
      role: 'operate',
      destination: {
        kind: 'store',
        // A new profile has none yet.
        lookUp: async (client, { profileId }, signal) =>
          profileId === '' ? {} : { versions: await listStoreVersions(client, profileId, signal) },
      },
      askProfile: () => this.askProfile(title),
    });
  }

  /** Uploads a file to the profile of a row, or to the one that is asked for. True where it is uploaded. */
  upload(argument: unknown): Promise<boolean> {
    const profile = storeProfileOf(argument);
    return this.uploads.upload(profile ? { profile: uploadProfileOf(profile) } : {});
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.uploads.dispose();
  }

  private async askProfile(title: string): Promise<UploadProfile | undefined> {
    const { deps } = this;
    const { account } = deps.sessions;
    const profiles = await withWindowProgress(vscode.l10n.t('Loading Enterprise App Store…'), () =>
      deps.profiles(),
    );
    const row = await pickFolded<ProfileRow>(
      [
        ...profiles.map((profile) => ({
          label: profile.name,
          description: storeProfileFacts(profile).join(' · '),
          iconPath: new vscode.ThemeIcon('device-mobile'),
          target: uploadProfileOf(profile),
        })),
        { label: '', kind: vscode.QuickPickItemKind.Separator },
        {
          label: vscode.l10n.t('New Profile, Named After the App'),
          iconPath: new vscode.ThemeIcon('add'),
          alwaysShow: true,
          target: { name: vscode.l10n.t('a new profile'), target: storeTarget() },
        },
      ],
      { title, placeHolder: vscode.l10n.t('Select a profile'), matchOnDescription: true },
    );
    return deps.sessions.account === account ? row?.target : undefined;
  }
}

function uploadProfileOf({ id, name }: StoreProfile): UploadProfile {
  return { name, target: storeTarget(id) };
}
