import type { DistributionProfile } from '../../../api/distribution';
import type { WorkspaceNeeds } from '../needs';

/** Upload Version. */
export class VersionUploads {
  constructor(
    private readonly needs: WorkspaceNeeds & {
      createProfile: (name: string) => Promise<DistributionProfile | undefined>;
    },
  ) {}

  /** Uploads to a profile that is chosen. */
  async upload(_argument: unknown): Promise<void> {
    await this.needs.pickProfile({ title: '' });
  }

  /** Cancels all that is under way. */
  dispose(): void {
    this.needs.log.debug('uploads end');
  }
}
