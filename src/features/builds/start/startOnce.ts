import { l10n } from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import { isOver } from '../../../api/builds/buildStatus';
import { mayHaveTakenEffect } from '../../../api/mayHaveTakenEffect';
import { isFailure } from '../../../api/failure';
import type { SubmitResult } from '../../../ui/dialogs/askText';
import { askInModal } from '../../../ui/dialogs/notifications';
import { submitWrite, validationTextOf } from '../../../ui/dialogs/submitWrite';
import { showStatus } from '../../../ui/statusBar';
import type { BuildWatch } from '../watch/buildWatch';
import type { LastStarts } from './lastStarts';
import type { RecentStarts } from './recentStarts';
import type { CompleteChoices } from './startChoices';
import type { StartRequests } from './startLists';

/** Who follows what was started. */
export type StartWatch = Pick<BuildWatch, 'trackStarted' | 'refresh' | 'stateOf'>;

/** What a start takes. */
export interface StartOptions {
  scope: CommandScope;
  requests: Pick<StartRequests, 'startBuild'>;
  watch: StartWatch;
  last: LastStarts;
  recent: RecentStarts;
}

/**
 * Starts a build, and lets it be followed from that moment on. The same commit within a minute is asked about. Refused
 * where that was declined or failed.
 */
export async function startOnce(
  { scope, requests, watch, last, recent }: StartOptions,
  choices: CompleteChoices,
): Promise<SubmitResult<'next'>> {
  const { profile, branch, commit, workflow, configuration, variables } = choices;
  const ago = recent.justStarted(commit.id, (id) => {
    const state = watch.stateOf(id);
    return state !== undefined && isOver(state.status);
  });
  if (ago !== undefined && !(await confirmDouble(choices, ago))) {
    return { refused: l10n.t('Not started.') };
  }
  return submitWrite<'next'>(
    scope,
    async () => {
      const begun = recent.begin(scope.account.id, choices);
      try {
        const started = await requests.startBuild(scope.client, {
          commitId: commit.id,
          workflowId: workflow?.id,
          configurationId: configuration?.id,
          variables,
        });
        begun.succeed(started.queueItemId);
        if (scope.isCurrent()) {
          watch.trackStarted(started, {
            profile,
            branch,
            commit,
            ...(workflow && { workflowName: workflow.name }),
          });
        }
      } catch (error) {
        if (mayHaveTakenEffect(error)) {
          watch.refresh().catch(() => undefined);
        } else {
          begun.withdraw();
        }
        throw error;
      }
      await last.remember(scope.account, {
        profileId: profile.id,
        branchId: branch.id,
        workflowId: workflow?.id,
        configurationId: configuration?.id,
      });
      showStatus(l10n.t('Build of {0} · {1} started', profile.name, branch.name));
      return 'next';
    },
    (failure) => {
      const hasVariables = Object.keys(variables).length > 0;
      if (hasVariables && isFailure(failure, 'methodNotAllowed')) {
        return l10n.t('This server does not accept variables for a build. Remove them to start it.');
      }
      const sentence = validationTextOf(failure);
      return mayHaveTakenEffect(failure)
        ? l10n.t(
            '{0} The build may have started. Check Under Way in the Builds view before you try again.',
            sentence,
          )
        : sentence;
    },
  );
}

async function confirmDouble({ profile, branch }: CompleteChoices, ago: number): Promise<boolean> {
  const start = l10n.t('Start Another');
  const seconds = Math.max(1, Math.round(ago / 1000));
  const pressed = await askInModal(
    l10n.t('Start another build of the same commit?'),
    seconds === 1
      ? l10n.t('A build of {0} · {1} was started 1 second ago.', profile.name, branch.name)
      : l10n.t('A build of {0} · {1} was started {2} seconds ago.', profile.name, branch.name, seconds),
    start,
  );
  return pressed === start;
}
