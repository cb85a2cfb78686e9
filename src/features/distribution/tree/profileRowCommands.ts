import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import type { DistributionViewDeps } from '../deps';
import { profileOf } from './profileNodes';

/** What a row of a profile offers without asking the server. Run without a row, each asks for the profile (T13). */
export class ProfileRowCommands {
  constructor(private readonly deps: Pick<DistributionViewDeps, 'sessions' | 'documents' | 'pickProfile'>) {}

  async copyId(argument: unknown): Promise<void> {
    const profile = await this.chooseProfile(argument, vscode.l10n.t('Appcircle: Copy Profile ID'));
    await (profile && vscode.env.clipboard.writeText(profile.id));
  }

  async copyName(argument: unknown): Promise<void> {
    const profile = await this.chooseProfile(argument, vscode.l10n.t('Appcircle: Copy Profile Name'));
    await (profile && vscode.env.clipboard.writeText(profile.name));
  }

  async openInDashboard(argument: unknown): Promise<void> {
    const profile = await this.chooseProfile(argument, vscode.l10n.t('Appcircle: Open Profile in Dashboard'));
    const { account } = this.deps.sessions;
    if (profile && account) {
      // The path is documented (api/README 1.1, A).
      const path = `/distribute/detail/${encodeURIComponent(profile.id)}`;
      await vscode.env.openExternal(vscode.Uri.parse(account.hosts.dashboard + path));
    }
  }

  async showAsJson(argument: unknown): Promise<void> {
    const profile = await this.chooseProfile(argument, vscode.l10n.t('Appcircle: Show Profile as JSON'));
    const { account } = this.deps.sessions;
    if (profile && account) {
      const path = ['distribution', profile.id, profile.name];
      await this.deps.documents.show(account.credentialId, path, profile.raw);
    }
  }

  private async chooseProfile(argument: unknown, title: string): Promise<DistributionProfile | undefined> {
    return profileOf(argument) ?? this.deps.pickProfile({ title });
  }
}
