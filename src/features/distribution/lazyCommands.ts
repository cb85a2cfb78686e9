import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/once';
import type { Accounts } from '../../account/accounts';
import type { DistributionViewDeps } from './deps';
import type { ProfileCommands } from './profiles/profileCommands';
import type { Versions } from './versions/versions';

/** What can be done with profiles and versions beyond looking at them, each loaded when it is first wanted. */
export class LazyCommands {
  private readonly disposables = new Disposables();
  private made: ProfileCommands | undefined;

  constructor(
    private readonly deps: DistributionViewDeps & { accounts: Accounts },
    private readonly versions: Versions,
  ) {}

  readonly profiles = lazy(async () => {
    const { ProfileCommands } = await import('./profiles/profileCommands');
    return (this.made = this.disposables.add(new ProfileCommands(this.deps)));
  });

  readonly uploads = lazy(async () => {
    const { VersionUploads } = await import('./upload/uploadVersion');
    const createProfile = async (name: string) => (await this.profiles()).createNamed(name);
    return this.disposables.add(new VersionUploads({ ...this.deps, createProfile }));
  });

  readonly downloads = lazy(async () => {
    const { VersionDownloads } = await import('./download/downloadVersion');
    return this.disposables.add(new VersionDownloads({ ...this.deps, pickVersion: this.pickVersion }));
  });

  readonly links = lazy(async () => {
    const { DistributionLinks } = await import('./links/openLink');
    return new DistributionLinks({
      ...this.deps,
      showVersion: (profile, version) => this.versions.showVersion({ profile, version }),
      versionsOf: (profile) => this.versions.rows.versionsOf(profile),
    });
  });

  async editReleaseNotes(argument: unknown): Promise<void> {
    const { editReleaseNotes } = await import('./versions/releaseNotes');
    await editReleaseNotes({ ...this.deps, pickVersion: this.pickVersion }, argument);
  }

  /** Forgets what belongs to any other credential (rule 8). */
  async retainAccounts(credentialIds: readonly string[]): Promise<void> {
    await this.made?.retainAccounts(credentialIds);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private readonly pickVersion = (argument: unknown, title: string) => this.versions.pick(argument, title);
}
