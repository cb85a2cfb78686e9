import * as vscode from 'vscode';
import { isFailure, toFailure } from '../../../api/failure';
import { withRequiredRole } from '../../../api/roles';
import {
  deleteStoreVersion,
  publishStoreVersion,
  unpublishStoreVersion,
} from '../../../api/store/storeWrites';
import type { StoreVersion } from '../../../api/store/storeVersions';
import { Command } from '../../../contributions';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { showStatus } from '../../../ui/statusBar';
import { organizationText } from '../../../ui/text/organizationText';
import { chooseStoreVersion, type ChosenStoreVersion } from '../chooseStore';
import type { StoreViewDeps } from '../deps';
import { channelName, isBundle, storeVersionName } from '../storeText';
import { askPublication } from './askPublication';
import { publishQuestion, replacedBy } from './publishQuestion';

/** What changes versions of the store. Each asks once, and names what is lost. */
export class StoreChanges {
  constructor(private readonly deps: StoreViewDeps) {}

  /** Publishes a version to a channel, once the person knows what it replaces there. */
  async publish(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Publish to Enterprise App Store');
    const chosen = await chooseStoreVersion(this.deps, argument, title);
    if (!chosen) {
      return;
    }
    const name = storeVersionName(chosen.version);
    if (isBundle(chosen.version)) {
      void showWarning(
        vscode.l10n.t('{0} is an .aab file, which devices cannot install. Upload an .apk file.', name),
      );
      return;
    }
    const before = await this.deps.versionsOf(chosen.profile.id);
    const publication = chosen.isCurrent() && (await askPublication(title, chosen.version, before));
    const now = publication && (await this.loadAgain(chosen));
    if (!now || !chosen.isCurrent()) {
      return;
    }
    const { channel } = publication;
    const { question, detail, yes } = publishQuestion(
      now,
      channel,
      replacedBy(now.version, channel, now.all),
    );
    const where = organizationText(this.deps.sessions, chosen.account);
    if ((await askInModal(question, [...detail, where], yes)) !== yes || !chosen.isCurrent()) {
      return;
    }
    const progress = vscode.l10n.t('Publishing {0} to {1}…', name, channelName(channel));
    await this.write(chosen, progress, (id, signal) =>
      publishStoreVersion(chosen.client, id, publication, signal),
    );
    showStatus(vscode.l10n.t('Published {0} to {1}.', name, channelName(channel)));
  }

  /** Takes a version out of its channel, after a question. */
  async unpublish(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Unpublish from Enterprise App Store');
    const chosen = await chooseStoreVersion(this.deps, argument, title);
    const channel = chosen?.version.channel;
    if (!chosen) {
      return;
    }
    const name = storeVersionName(chosen.version);
    if (channel === undefined) {
      void showWarning(vscode.l10n.t('{0} is not published.', name));
      return;
    }
    const yes = vscode.l10n.t('Unpublish');
    const pressed = await askInModal(
      vscode.l10n.t('Unpublish {0} of {1} from {2}?', name, chosen.profile.name, channelName(channel)),
      [vscode.l10n.t('Users can no longer download it. No other version takes its place.'), delayText()],
      yes,
    );
    if (pressed === yes && chosen.isCurrent()) {
      const progress = vscode.l10n.t('Unpublishing {0}…', name);
      await this.write(chosen, progress, (id, signal) => unpublishStoreVersion(chosen.client, id, signal));
      showStatus(vscode.l10n.t('Unpublished {0}.', name));
    }
  }

  /** Deletes a version, after a question. One that is published is not deleted, and the person is told why. */
  async remove(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Delete Enterprise App Store Version');
    const chosen = await chooseStoreVersion(this.deps, argument, title);
    if (!chosen) {
      return;
    }
    const { profile, version } = chosen;
    const name = storeVersionName(version);
    if (version.channel !== undefined) {
      await this.offerUnpublish(argument, name, channelName(version.channel));
      return;
    }
    const yes = vscode.l10n.t('Delete');
    const pressed = await askInModal(
      vscode.l10n.t('Delete {0} of {1} for everyone?', name, profile.name),
      vscode.l10n.t('This cannot be undone.'),
      yes,
    );
    if (pressed === yes && chosen.isCurrent()) {
      const progress = vscode.l10n.t('Deleting {0}…', name);
      await this.write(chosen, progress, (id, signal) => deleteStoreVersion(chosen.client, id, signal));
      showStatus(vscode.l10n.t('Deleted {0}.', name));
    }
  }

  private async offerUnpublish(argument: unknown, name: string, channel: string): Promise<void> {
    const unpublish = vscode.l10n.t('Unpublish');
    const pressed = await showWarning(
      vscode.l10n.t('{0} is published to {1}. Unpublish it before you delete it.', name, channel),
      unpublish,
    );
    if (pressed === unpublish) {
      await vscode.commands.executeCommand(Command.unpublishStoreVersion, argument);
    }
  }

  /** The version and those beside it as they are now: what it replaces is not what an old row says. */
  private async loadAgain(
    chosen: ChosenStoreVersion,
  ): Promise<(ChosenStoreVersion & { all: readonly StoreVersion[] }) | undefined> {
    const { deps } = this;
    deps.forgetVersions(chosen.profile.id);
    const all = await withWindowProgress(vscode.l10n.t('Loading versions…'), () =>
      deps.versionsOf(chosen.profile.id),
    );
    const version = all.find(({ id }) => id === chosen.version.id);
    if (!version) {
      void showWarning(vscode.l10n.t('{0} no longer exists.', storeVersionName(chosen.version)));
    }
    return version && { ...chosen, version, all };
  }

  /** Writes, and shows what came of it. Nobody knows how far a cancelled write came. */
  private async write(
    { profile, version, isCurrent, client }: ChosenStoreVersion,
    progress: string,
    work: (id: { profileId: string; versionId: string }, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { deps } = this;
    const renew = async () => {
      await (isCurrent() &&
        deps.renew(profile.id).catch((error: unknown) => {
          client.log.warn(`store after a write: ${toFailure(error).message}`);
        }));
    };
    try {
      await withCancellableProgress(progress, (signal) =>
        deps.activity.track(() =>
          withRequiredRole('operate', () => work({ profileId: profile.id, versionId: version.id }, signal)),
        ),
      );
    } catch (error) {
      if (isFailure(error, 'cancelled', 'conflict', 'notFound', 'invalidInput', 'timeout')) {
        await renew();
      }
      throw error;
    }
    await renew();
  }
}

/** api/README 13, A. */
function delayText(): string {
  return vscode.l10n.t('It can take up to 10 minutes until users see the change.');
}
