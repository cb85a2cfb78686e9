import { l10n } from 'vscode';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import type { CancelResult } from '../../../api/builds/cancelBuild';
import type { ApiClient } from '../../../api/client';
import { confirmInModal, showInformation } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import { showStatus } from '../../../ui/statusBar';
import type { BuildWatch } from '../watch/buildWatch';
import type { BuildNode } from '../buildNodes';
import { cancelTargetOf, pickCancelTarget, type CancelTarget } from './cancelTarget';

/** What canceling takes. */
export interface BuildCancelsDeps extends ScopeSource {
  watch: Pick<BuildWatch, 'underWay' | 'stateOf' | 'refresh' | 'announceCanceled'>;
  cancelBuild: (client: ApiClient, queueItemId: string) => Promise<CancelResult>;
  /** The row of the build whose log a command was run on. */
  buildOfLog: (argument: unknown) => Promise<BuildNode | undefined>;
}

/** Cancel Build. */
export class BuildCancels {
  constructor(private readonly deps: BuildCancelsDeps) {}

  /** On a build that waits or runs, or its log, or on nothing: then it is chosen. One question, which says whose it is. */
  async cancel(argument: unknown): Promise<void> {
    const scope = await beginCommand(this.deps);
    const target = scope && (await this.targetOf(argument, scope));
    if (!scope?.isCurrent() || !target) {
      return;
    }
    const { profile, branch } = target.subject;
    if (target.isOver) {
      void showInformation(l10n.t('The build of {0} · {1} has already ended.', profile.name, branch.name));
      return;
    }
    const isConfirmed = await confirmInModal(
      l10n.t('Cancel the build of {0} · {1}?', profile.name, branch.name),
      [whoText(target, scope), l10n.t('A canceled build cannot be resumed.')],
      l10n.t('Cancel Build'),
      l10n.t('Keep Building'),
    );
    if (isConfirmed && scope.isCurrent()) {
      await this.run(target, scope);
    }
  }

  private async run(
    { queueItemId, subject }: CancelTarget,
    { client, isCurrent }: CommandScope,
  ): Promise<void> {
    const { watch, cancelBuild } = this.deps;
    const { profile, branch } = subject;
    const result = await withWindowProgress(l10n.t('Canceling the build…'), () =>
      cancelBuild(client, queueItemId),
    );
    if (!isCurrent()) {
      return;
    }
    if (result === 'tooLate') {
      void showInformation(
        l10n.t('The build of {0} · {1} ended before it could be canceled.', profile.name, branch.name),
      );
      // How it ended is told by whoever shows it.
      watch.refresh().catch(() => undefined);
    } else {
      watch.announceCanceled(queueItemId, subject);
      showStatus(l10n.t('Build of {0} · {1} canceled', profile.name, branch.name));
    }
  }

  private async targetOf(argument: unknown, scope: CommandScope): Promise<CancelTarget | undefined> {
    const { watch, buildOfLog } = this.deps;
    const target = cancelTargetOf((await buildOfLog(argument)) ?? argument, watch);
    if (target) {
      return target;
    }
    await withWindowProgress(l10n.t('Loading builds…'), () => watch.refresh());
    return scope.isCurrent() ? pickCancelTarget(watch) : undefined;
  }
}

function whoText({ startedBy, isOwn }: CancelTarget, { account }: CommandScope): string {
  if (isOwn || (startedBy !== undefined && startedBy === account.userName)) {
    return l10n.t('You started it.');
  }
  return startedBy === undefined
    ? l10n.t('It is not known who started it.')
    : l10n.t('{0} started it.', startedBy);
}
