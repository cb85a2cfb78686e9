import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { currentScope } from '../../../account/commandScope';
import type { Disposable } from '../../../support/emitter';
import { revealRow } from '../../../ui/lists/revealRow';
import type { DistributionViewDeps } from '../deps';
import { setAutoSendGroups } from './autoSendGroups';
import { pinChosen, renameChosen } from './changeProfile';
import { chooseProfile } from './chooseProfile';
import { askAndCreateProfile } from './createProfile';
import { deleteChosen } from './deleteProfile';
import { ProfilePages } from './profilePages';

/** What can be done with distribution profiles. Every method fails as its requests do. */
export class ProfileCommands {
  private readonly pages: ProfilePages;
  private readonly updates: Disposable;

  constructor(private readonly deps: DistributionViewDeps) {
    this.pages = new ProfilePages(deps.accountData);
    this.updates = deps.changes.onDidChange((update) => {
      const scope = currentScope(deps);
      void (scope && this.pages.renew(update, scope));
    });
  }

  /** Asks for a name, creates the profile, and shows its row. */
  async create(argument: unknown): Promise<void> {
    const created = await askAndCreateProfile(this.deps, typeof argument === 'string' ? argument : '');
    if (created) {
      await revealRow(this.deps.log, this.deps.changes.reveal(created.id));
    }
  }

  /** The same for who goes on with the profile: the view stays where it is. */
  createNamed(name: string): Promise<DistributionProfile | undefined> {
    return askAndCreateProfile(this.deps, name);
  }

  async rename(argument: unknown): Promise<void> {
    const chosen = await chooseProfile(this.deps, argument, vscode.l10n.t('Appcircle: Rename Profile'));
    await (chosen && renameChosen(this.deps, chosen));
  }

  async pin(argument: unknown): Promise<void> {
    const chosen = await chooseProfile(this.deps, argument, vscode.l10n.t('Appcircle: Pin Profile'));
    await (chosen && pinChosen(this.deps, chosen, true));
  }

  async unpin(argument: unknown): Promise<void> {
    const chosen = await chooseProfile(this.deps, argument, vscode.l10n.t('Appcircle: Unpin Profile'));
    await (chosen && pinChosen(this.deps, chosen, false));
  }

  async remove(argument: unknown): Promise<void> {
    const chosen = await chooseProfile(this.deps, argument, vscode.l10n.t('Appcircle: Delete Profile'));
    await (chosen && deleteChosen(this.deps, chosen));
  }

  async setGroups(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Set Auto-Send Groups');
    const chosen = await chooseProfile(this.deps, argument, title);
    await (chosen && setAutoSendGroups(this.deps, chosen));
  }

  /** Opens all that is known of a profile. */
  async show(argument: unknown): Promise<void> {
    const chosen = await chooseProfile(this.deps, argument, vscode.l10n.t('Appcircle: Show Profile'));
    await (chosen && this.pages.show(chosen));
  }

  dispose(): void {
    this.updates.dispose();
    this.pages.dispose();
  }
}
