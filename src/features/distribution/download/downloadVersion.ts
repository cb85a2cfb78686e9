import type { WorkspaceNeeds } from '../needs';
import type { ProfileVersion } from '../versionNodes';

/** Downloads of versions. */
export class VersionDownloads {
  constructor(
    private readonly needs: WorkspaceNeeds & {
      pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
    },
  ) {}

  async download(argument: unknown): Promise<void> {
    await this.needs.pickVersion(argument, '');
  }

  dispose(): void {
    void this.needs;
  }
}
