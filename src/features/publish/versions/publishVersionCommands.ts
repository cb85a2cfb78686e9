import * as vscode from 'vscode';
import { suggestedAppFileName } from '../../../api/files/appFileName';
import { isRunUnderWay } from '../../../api/publish/publishStatus';
import { deletePublishVersion, publishDownloadLink } from '../../../api/publish/versions';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { saveLinkedFile } from '../../../ui/dialogs/saveLinkedFile';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import type { ActivityCounter } from '../../../ui/lists/activityCounter';
import { showStatus } from '../../../ui/statusBar';
import type { PublishDeps } from '../deps';
import type { ChosenPublishVersion, PublishChoices } from '../publishChoices';
import { versionRefOf } from '../rows/publishNodes';
import { publishVersionText } from '../rows/publishText';
import { editPublishNotes } from './publishNotes';

/** What is done with a version takes this. */
export interface PublishVersionCommandsDeps extends Pick<
  PublishDeps,
  'sessions' | 'clientFor' | 'transport'
> {
  readonly choices: PublishChoices;
  readonly activity: ActivityCounter;
  /** Asks again for the versions of a profile, where they are shown. */
  readonly renew: (of: ChosenPublishVersion) => void;
  /** The same with what the profile says of its newest one. */
  readonly renewProfile: (profileId: string) => Promise<void>;
}

/** What is done with a version, its runs and its mark aside. */
export class PublishVersionCommands implements vscode.Disposable {
  /** Ends downloads that are under way. */
  private readonly closing = new AbortController();

  constructor(private readonly deps: PublishVersionCommandsDeps) {}

  editNotes(argument: unknown): Promise<void> {
    return editPublishNotes(this.deps, argument);
  }

  async download(argument: unknown): Promise<void> {
    const { choices, transport } = this.deps;
    const chosen = await choices.version(argument, vscode.l10n.t('Appcircle: Download Publish Version'));
    if (chosen) {
      await saveLinkedFile({
        title: vscode.l10n.t('Download {0}', publishVersionText(chosen.version)),
        name: suggestedAppFileName(chosen.version),
        scope: chosen,
        transport,
        closing: this.closing.signal,
        link: (client, signal) => publishDownloadLink(client, versionRefOf(chosen), signal),
      });
    }
  }

  /** Deletes a version, after a question. One that is being published is not, and the person is told why. */
  async remove(argument: unknown): Promise<void> {
    const { choices } = this.deps;
    const meant = await choices.version(argument, vscode.l10n.t('Appcircle: Delete Publish Version'));
    // What is deleted is not what an old row says.
    const chosen = meant && (await choices.again(meant));
    if (!chosen) {
      return;
    }
    const { profile, version } = chosen;
    const names = [publishVersionText(version), profile.name] as const;
    if (version.lastStatus !== undefined && isRunUnderWay(version.lastStatus)) {
      void showWarning(
        vscode.l10n.t('{0} of {1} is being published. Stop its publish run before you delete it.', ...names),
      );
      return;
    }
    const yes = vscode.l10n.t('Delete');
    const pressed = await askInModal(
      vscode.l10n.t('Delete {0} of {1} for everyone?', ...names),
      [
        choices.whereText(chosen),
        vscode.l10n.t('What is already in the store stays there. This cannot be undone.'),
      ],
      yes,
    );
    if (pressed === yes && chosen.isCurrent()) {
      await this.write(chosen, vscode.l10n.t('Deleting {0}…', names[0]));
      showStatus(vscode.l10n.t('Deleted {0}.', names[0]));
    }
  }

  dispose(): void {
    this.closing.abort();
  }

  /** Whatever came of it, the rows are to say how it is. */
  private async write(chosen: ChosenPublishVersion, progress: string): Promise<void> {
    const { activity, renewProfile } = this.deps;
    try {
      await withCancellableProgress(progress, (signal) =>
        activity.track(() => deletePublishVersion(chosen.client, versionRefOf(chosen), signal)),
      );
    } finally {
      if (chosen.isCurrent()) {
        await renewProfile(chosen.profile.id).catch(() => undefined);
      }
    }
  }
}
