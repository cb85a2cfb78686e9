import * as vscode from 'vscode';
import { listUnderWay } from '../../../api/builds/queue';
import { isFailure } from '../../../api/failure';
import type { PublishRun, PublishStep } from '../../../api/publish/model';
import type { PublishVersionRef } from '../../../api/publish/paths';
import { isRunOver, isRunUnderWay } from '../../../api/publish/publishStatus';
import { canStartAtStep, startRun, startRunAt, stopRun } from '../../../api/publish/runWrites';
import { Command } from '../../../contributions';
import { askInModal, confirmInModal, showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import type { AccountLoads } from '../../../ui/lists/accountLoads';
import { showStatus } from '../../../ui/statusBar';
import type { ChosenPublishVersion, PublishChoices } from '../publishChoices';
import { publishNodeOf, versionRefOf } from '../rows/publishNodes';
import { candidateProblem, publishVersionText } from '../rows/publishText';
import { offerToMark } from '../versions/publishNotes';
import { publishLogOf, publishRunRefOf, publishStepsText, type KnownRun } from './knownRun';
import { pickFirstStep } from './pickFirstStep';

/** What runs take. */
export interface PublishRunsDeps {
  readonly choices: PublishChoices;
  readonly runs: AccountLoads<PublishRun, PublishVersionRef>;
  /** The run of this version changed: its rows are drawn anew, and looked at soon. */
  readonly noteRun: (of: ChosenPublishVersion) => void;
}

/** Starts, restarts and stops runs of publish flows, and shows their logs. */
export class PublishRuns {
  constructor(private readonly deps: PublishRunsDeps) {}

  /** Start Publish Run, at the step of the row where it was run on one. */
  async start(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Start Publish Run');
    const chosen = await this.deps.choices.version(argument, title, ({ isCandidate }) => isCandidate);
    const run = chosen && (await this.startable(chosen, argument));
    if (!chosen || !run) {
      return;
    }
    const node = publishNodeOf(argument);
    const given = node?.kind === 'step' ? run.steps.find(({ id }) => id === node.step.id) : undefined;
    const isKnown = await withWindowProgress(vscode.l10n.t('Loading steps…'), () =>
      canStartAtStep(chosen.client),
    );
    if (given && !isKnown) {
      void showWarning(vscode.l10n.t('This server does not support starting at a step.'));
      return;
    }
    const first = given ?? (isKnown ? await pickFirstStep(run.steps, title) : 'beginning');
    if (first !== undefined && chosen.isCurrent()) {
      await this.confirmStart(chosen, run, first === 'beginning' ? undefined : first, argument);
    }
  }

  /** Restart Publish Run, from its beginning. */
  async restart(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Restart Publish Run');
    const chosen = await this.deps.choices.version(argument, title, ({ isCandidate }) => isCandidate);
    const run = chosen && (await this.startable(chosen, argument));
    await (chosen && run && this.confirmStart(chosen, run, undefined, argument));
  }

  async stop(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Stop Publish Run');
    const chosen = await this.deps.choices.version(argument, title, ({ isCandidate }) => isCandidate);
    const run = chosen && (await this.load(chosen));
    if (!chosen || !run) {
      return;
    }
    const { profile, version, client, isCurrent } = chosen;
    const names = [publishVersionText(version), profile.name] as const;
    if (!isRunUnderWay(run.status)) {
      this.deps.noteRun(chosen);
      void showInformation(vscode.l10n.t('{0} of {1} is not being published.', ...names));
      return;
    }
    const isConfirmed = await confirmInModal(
      vscode.l10n.t('Stop publishing {0} of {1}?', ...names),
      [
        this.deps.choices.whereText(chosen),
        vscode.l10n.t('What is already in the store stays there. The run can be restarted.'),
      ],
      vscode.l10n.t('Stop Publish Run'),
      vscode.l10n.t('Keep Running'),
    );
    if (!isConfirmed || !isCurrent()) {
      return;
    }
    try {
      await withWindowProgress(vscode.l10n.t('Stopping the publish run…'), () =>
        stopRun(client, publishRunRefOf(chosen, run)),
      );
      showStatus(vscode.l10n.t('Stopped publishing {0} of {1}.', ...names));
    } catch (error) {
      const now = isFailure(error, 'conflict') ? await this.load(chosen) : undefined;
      if (!now || isRunUnderWay(now.status)) {
        throw error;
      }
      void showInformation(vscode.l10n.t('{0} of {1} ended before it could be stopped.', ...names));
    } finally {
      this.deps.noteRun(chosen);
    }
  }

  async showLog(argument: unknown): Promise<void> {
    const chosen = await this.deps.choices.version(argument, vscode.l10n.t('Appcircle: Show Publish Log'));
    const run = chosen && (await this.load(chosen));
    if (!chosen || !run) {
      return;
    }
    if (run.status === 'notStarted') {
      void showInformation(
        vscode.l10n.t(
          '{0} has no log yet, because it was not published.',
          publishVersionText(chosen.version),
        ),
      );
      return;
    }
    await vscode.commands.executeCommand(Command.showBuildLog, publishLogOf(chosen, run));
  }

  /** The run of a version that may be started now; undefined, after a sentence, where it may not. */
  private async startable(chosen: ChosenPublishVersion, argument: unknown): Promise<KnownRun | undefined> {
    const { version, profile, client } = chosen;
    const names = [publishVersionText(version), profile.name] as const;
    if (!version.isCandidate) {
      await offerToMark(
        vscode.l10n.t('{0} of {1} cannot be published, because it is not a release candidate.', ...names),
        argument,
      );
      return undefined;
    }
    const problem = candidateProblem(version, profile.bundleId);
    if (problem !== undefined) {
      void showWarning(vscode.l10n.t('{0} of {1} cannot be published. {2}', ...names, problem));
      return undefined;
    }
    const run = await this.load(chosen);
    if (run && isRunUnderWay(run.status)) {
      this.deps.noteRun(chosen);
      void showInformation(vscode.l10n.t('{0} of {1} is already being published.', ...names));
      return undefined;
    }
    // As the official plugins do (api/README 12.2). Who may not see builds is not kept from publishing.
    const underWay = await listUnderWay(client).catch(() => []);
    if (underWay.some(({ kind, profileId }) => kind === 'publish' && profileId === profile.id)) {
      void showWarning(
        vscode.l10n.t('Another version of {0} is being published. Wait until it ends, or stop it.', names[1]),
      );
      return undefined;
    }
    return chosen.isCurrent() ? run : undefined;
  }

  private async confirmStart(
    chosen: ChosenPublishVersion,
    run: KnownRun,
    first: PublishStep | undefined,
    argument: unknown,
  ): Promise<void> {
    const { version, profile, client, isCurrent } = chosen;
    const names = [publishVersionText(version), profile.name] as const;
    const isAgain = isRunOver(run.status);
    const yes = isAgain ? vscode.l10n.t('Restart Publish Run') : vscode.l10n.t('Start Publish Run');
    const save = vscode.l10n.t('Save Log and Restart');
    const pressed = await askInModal(
      isAgain
        ? vscode.l10n.t('Publish {0} of {1} again?', ...names)
        : vscode.l10n.t('Publish {0} of {1}?', ...names),
      [
        this.deps.choices.whereText(chosen),
        publishStepsText(run.steps, first),
        ...(isAgain ? [vscode.l10n.t('The log of the previous run is lost.')] : []),
      ],
      ...(isAgain ? [yes, save] : [yes]),
    );
    if (pressed === undefined || !isCurrent()) {
      return;
    }
    if (pressed === save) {
      const target = publishLogOf(chosen, run);
      const isSaved = await vscode.commands.executeCommand(Command.saveBuildLog, target);
      if (isSaved !== true || !isCurrent()) {
        return;
      }
    }
    try {
      await withWindowProgress(vscode.l10n.t('Starting the publish run…'), async () => {
        await (first
          ? startRunAt(client, publishRunRefOf(chosen, run), first.id)
          : startRun(client, publishRunRefOf(chosen, run)));
      });
    } finally {
      this.deps.noteRun(chosen);
    }
    if (
      isCurrent() &&
      (await this.tellStarted(vscode.l10n.t('Publishing {0} of {1}.', ...names), argument))
    ) {
      await this.showLog(argument ?? { kind: 'below', node: { kind: 'version', id: '', profile, version } });
    }
  }

  /** Whether the log of a run that was just started is to be shown: in a log it takes the place of the one before. */
  private async tellStarted(sentence: string, argument: unknown): Promise<boolean> {
    if (argument instanceof vscode.Uri) {
      showStatus(sentence);
      return true;
    }
    const show = vscode.l10n.t('Show Publish Log');
    return (await showInformation(sentence, show)) === show;
  }

  /** The run as it is now; undefined, after a sentence, for a flow without steps. */
  private async load(chosen: ChosenPublishVersion): Promise<KnownRun | undefined> {
    const of = versionRefOf(chosen);
    this.deps.runs.forget(of);
    const [run] = await withWindowProgress(vscode.l10n.t('Loading the publish run…'), () =>
      this.deps.runs.rowsOf(of),
    );
    if (!chosen.isCurrent()) {
      return undefined;
    }
    if (run?.publishId === undefined || run.steps.length === 0) {
      void showWarning(
        vscode.l10n.t(
          'The publish flow of {0} has no steps. Add steps in Appcircle, then try again.',
          chosen.profile.name,
        ),
      );
      return undefined;
    }
    return { ...run, publishId: run.publishId };
  }
}
