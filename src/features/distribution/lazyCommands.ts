import { Disposables } from '../../support/disposables';
import { once } from '../../support/once';
import type { Accounts } from '../../account/accounts';
import type { WorkspaceNeeds } from './deps';
import type { ProfileCommands } from './profiles/profileCommands';
import type { Versions } from './versions/versions';

/** What can be done with profiles and versions beyond looking at them, each loaded when it is first wanted. */
export class LateParts {
  private readonly disposables = new Disposables();
  private made: ProfileCommands | undefined;

  constructor(
    private readonly needs: WorkspaceNeeds & { accounts: Accounts },
    private readonly versions: Versions,
  ) {}

  readonly profiles = once(async () => {
    const { ProfileCommands } = await import('./profiles/profileCommands');
    return (this.made = this.disposables.add(new ProfileCommands(this.needs)));
  });

  readonly uploads = once(async () => {
    const { VersionUploads } = await import('./upload/uploadVersion');
    const createProfile = async (name: string) => (await this.profiles()).createNamed(name);
    return this.disposables.add(new VersionUploads({ ...this.needs, createProfile }));
  });

  readonly downloads = once(async () => {
    const { VersionDownloads } = await import('./download/downloadVersion');
    return this.disposables.add(new VersionDownloads({ ...this.needs, pickVersion: this.pickVersion }));
  });

  readonly links = once(async () => {
    const { DistributionLinks } = await import('./links/openLink');
    return new DistributionLinks({
      ...this.needs,
      showVersion: (profile, version) => this.versions.showVersion({ profile, version }),
      versionsOf: (profile) => this.versions.rows.versionsOf(profile),
    });
  });

  async editReleaseNotes(argument: unknown): Promise<void> {
    const { editReleaseNotes } = await import('./versions/releaseNotes');
    await editReleaseNotes({ ...this.needs, pickVersion: this.pickVersion }, argument);
  }

  /** Forgets what belongs to any other credential (rule 8). */
  async keepOnly(owners: readonly string[]): Promise<void> {
    await this.made?.keepOnly(owners);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private readonly pickVersion = (argument: unknown, title: string) => this.versions.pick(argument, title);
}
