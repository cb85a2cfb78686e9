import * as vscode from 'vscode';
import { setReleaseCandidate } from '../../../api/publish/versions';
import { askInModal, showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { showStatus } from '../../../ui/statusBar';
import type { ChosenPublishVersion, PublishChoices } from '../publishChoices';
import { versionRefOf } from '../rows/publishNodes';
import { candidateProblem, publishVersionText } from '../rows/publishText';

/** What marking takes. */
export interface CandidatesDeps {
  readonly choices: PublishChoices;
  /** Asks again for the versions of a profile, where they are shown. */
  readonly renew: (of: ChosenPublishVersion) => void;
}

/** Mark as Release Candidate: only what is marked can be published. */
export class Candidates {
  constructor(private readonly deps: CandidatesDeps) {}

  async mark(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Mark as Release Candidate');
    const chosen = await this.deps.choices.version(argument, title, ({ isCandidate }) => !isCandidate);
    if (!chosen) {
      return;
    }
    const { version, profile } = chosen;
    const name = publishVersionText(version);
    if (version.isCandidate) {
      void showInformation(vscode.l10n.t('{0} is already a release candidate.', name));
      return;
    }
    const problem = candidateProblem(version, profile.bundleId);
    if (problem !== undefined) {
      void showWarning(vscode.l10n.t('{0} cannot become a release candidate. {1}', name, problem));
      return;
    }
    await this.ask(chosen, true, {
      question: vscode.l10n.t('Mark {0} of {1} as a release candidate?', name, profile.name),
      detail: vscode.l10n.t('A release candidate can be published. Nothing is sent to a store yet.'),
      yes: vscode.l10n.t('Mark as Release Candidate'),
      done: vscode.l10n.t('{0} of {1} is now a release candidate.', name, profile.name),
    });
  }

  async unmark(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Remove Release Candidate Mark');
    const chosen = await this.deps.choices.version(argument, title, ({ isCandidate }) => isCandidate);
    if (!chosen) {
      return;
    }
    const { version, profile } = chosen;
    const name = publishVersionText(version);
    if (!version.isCandidate) {
      void showInformation(vscode.l10n.t('{0} is not a release candidate.', name));
      return;
    }
    await this.ask(chosen, false, {
      question: vscode.l10n.t('Remove the release candidate mark of {0} of {1}?', name, profile.name),
      detail: vscode.l10n.t('This version cannot be published until it is marked again.'),
      yes: vscode.l10n.t('Remove Mark'),
      done: vscode.l10n.t('{0} of {1} is no longer a release candidate.', name, profile.name),
    });
  }

  private async ask(
    chosen: ChosenPublishVersion,
    isCandidate: boolean,
    texts: { question: string; detail: string; yes: string; done: string },
  ): Promise<void> {
    const { client, isCurrent } = chosen;
    const detail = [this.deps.choices.whereText(chosen), texts.detail];
    if ((await askInModal(texts.question, detail, texts.yes)) !== texts.yes || !isCurrent()) {
      return;
    }
    try {
      await withWindowProgress(vscode.l10n.t('Saving…'), () =>
        setReleaseCandidate(client, versionRefOf(chosen), isCandidate),
      );
    } finally {
      // Whatever came of it, the rows are to say how it is.
      this.deps.renew(chosen);
    }
    if (isCurrent()) {
      showStatus(texts.done);
    }
  }
}
