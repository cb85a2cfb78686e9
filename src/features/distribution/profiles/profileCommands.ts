import type { DistributionProfile } from '../../../api/distribution';
import type { WorkspaceNeeds } from '../needs';

/** What can be done with distribution profiles. */
export class ProfileCommands {
  constructor(private readonly needs: WorkspaceNeeds) {}

  async create(argument: unknown): Promise<void> {
    await this.later(argument);
  }

  async createNamed(name: string): Promise<DistributionProfile | undefined> {
    await this.later(name);
    return undefined;
  }

  async rename(argument: unknown): Promise<void> {
    await this.later(argument);
  }

  async pin(argument: unknown): Promise<void> {
    await this.later(argument);
  }

  async unpin(argument: unknown): Promise<void> {
    await this.later(argument);
  }

  async remove(argument: unknown): Promise<void> {
    await this.later(argument);
  }

  async setGroups(argument: unknown): Promise<void> {
    await this.later(argument);
  }

  async show(argument: unknown): Promise<void> {
    await this.later(argument);
  }

  async keepOnly(owners: readonly string[]): Promise<void> {
    await this.later(owners);
  }

  dispose(): void {
    void this.needs;
  }

  private later(argument: unknown): Promise<unknown> {
    return Promise.resolve(argument);
  }
}
