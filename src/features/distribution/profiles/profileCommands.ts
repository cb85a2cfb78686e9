import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { revealed } from '../../../ui/lists/revealRow';
import type { WorkspaceNeeds } from '../deps';
import { setAutoSendGroups } from './autoSendGroups';
import { pin, rename } from './changeProfile';
import { chosenProfile } from './chosenProfile';
import { createProfile } from './createProfile';
import { deleteChosen } from './deleteProfile';
import { ProfilePages } from './profilePages';

/** What can be done with distribution profiles. Every method fails as its requests do. */
export class ProfileCommands {
  private readonly pages = new ProfilePages();

  constructor(private readonly needs: WorkspaceNeeds) {}

  /** Asks for a name, creates the profile, and shows its row. */
  async create(argument: unknown): Promise<void> {
    const created = await createProfile(this.needs, typeof argument === 'string' ? argument : '');
    if (created) {
      await revealed(this.needs.log, this.needs.changes.reveal(created.id));
    }
  }

  /** The same for who goes on with the profile: the view stays where it is. */
  createNamed(name: string): Promise<DistributionProfile | undefined> {
    return createProfile(this.needs, name);
  }

  async rename(argument: unknown): Promise<void> {
    const chosen = await chosenProfile(this.needs, argument, vscode.l10n.t('Appcircle: Rename Profile'));
    await (chosen && rename(this.needs, chosen));
  }

  async pin(argument: unknown): Promise<void> {
    const chosen = await chosenProfile(this.needs, argument, vscode.l10n.t('Appcircle: Pin Profile'));
    await (chosen && pin(this.needs, chosen, true));
  }

  async unpin(argument: unknown): Promise<void> {
    const chosen = await chosenProfile(this.needs, argument, vscode.l10n.t('Appcircle: Unpin Profile'));
    await (chosen && pin(this.needs, chosen, false));
  }

  async remove(argument: unknown): Promise<void> {
    const chosen = await chosenProfile(this.needs, argument, vscode.l10n.t('Appcircle: Delete Profile'));
    await (chosen && deleteChosen(this.needs, chosen));
  }

  async setGroups(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Set Auto-Send Groups');
    const chosen = await chosenProfile(this.needs, argument, title);
    await (chosen && setAutoSendGroups(this.needs, chosen));
  }

  /** Opens all that is known of a profile. */
  async show(argument: unknown): Promise<void> {
    const chosen = await chosenProfile(this.needs, argument, vscode.l10n.t('Appcircle: Show Profile'));
    await (chosen && this.pages.show(this.needs, chosen));
  }

  /** Forgets what belongs to any other credential (rule 8). */
  keepOnly(owners: readonly string[]): Promise<void> {
    return this.pages.keepOnly(owners);
  }

  dispose(): void {
    this.pages.dispose();
  }
}
