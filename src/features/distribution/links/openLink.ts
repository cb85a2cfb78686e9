import * as vscode from 'vscode';
import type { Accounts } from '../../../account/accounts';
import type { AppVersion } from '../../../api/appVersion';
import type { DistributionProfile } from '../../../api/distribution';
import type { WorkspaceNeeds } from '../needs';

/** What the links take. `showVersion` opens the details of a version. */
export type LinkNeeds = Pick<WorkspaceNeeds, 'sessions' | 'pickProfile' | 'changes'> & {
  accounts: Pick<Accounts, 'known' | 'organizations' | 'switchTo'>;
  showVersion: (profile: DistributionProfile, version: AppVersion) => Promise<void>;
  versionsOf: (profile: DistributionProfile) => Promise<readonly AppVersion[]>;
};

export class DistributionLinks {
  constructor(private readonly needs: LinkNeeds) {}

  async copy(argument: unknown): Promise<void> {
    await Promise.resolve([this.needs, argument]);
  }

  async open(argument: unknown): Promise<void> {
    await Promise.resolve(argument as vscode.Uri);
  }
}
