import { l10n } from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import { isOver } from '../../../api/builds/buildStatus';
import type { StartedBuild } from '../../../api/builds/model';
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
  options: StartOptions,
  choices: CompleteChoices,
): Promise<SubmitResult<'next'>> {
  const { profile, branch, commit, variables } = choices;
  const ago = startedAgo(options, commit.id);
  if (ago !== undefined && !(await confirmDouble(choices, ago))) {
    return { refused: l10n.t('Not started.') };
  }
  return submitWrite<'next'>(
    options.scope,
    async () => {
      await beginBuild(options, choices);
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

/**
 * How long ago this commit was started in this window, in milliseconds, where that is less than a minute and the build
 * is not over.
 */
export function startedAgo(
  { recent, watch }: Pick<StartOptions, 'recent' | 'watch'>,
  commitId: string,
): number | undefined {
  return recent.justStarted(commitId, (id) => {
    const state = watch.stateOf(id);
    return state !== undefined && isOver(state.status);
  });
}

/** Starts a build without a question. Fails as a request does, and then a look tells whether it was started. */
export async function beginBuild(
  { scope, requests, watch, last, recent }: StartOptions,
  choices: CompleteChoices,
): Promise<StartedBuild> {
  const { profile, branch, commit, workflow, configuration, variables } = choices;
  const begun = recent.begin(scope.account.id, choices);
  let started: StartedBuild;
  try {
    started = await requests.startBuild(scope.client, {
      commitId: commit.id,
      workflowId: workflow?.id,
      configurationId: configuration?.id,
      variables,
    });
  } catch (error) {
    if (mayHaveTakenEffect(error)) {
      watch.refresh().catch(() => undefined);
    } else {
      begun.withdraw();
    }
    throw error;
  }
  begun.succeed(started.queueItemId);
  if (scope.isCurrent()) {
    watch.trackStarted(started, {
      profile,
      branch,
      commit,
      ...(workflow && { workflowName: workflow.name }),
    });
  }
  await last.remember(scope.account, {
    profileId: profile.id,
    branchId: branch.id,
    workflowId: workflow?.id,
    configurationId: configuration?.id,
  });
  return started;
}

/** That a build of the same commit was started just now, so many milliseconds ago. */
export function startedAgoText({ profile, branch }: CompleteChoices, ago: number): string {
  const seconds = Math.max(1, Math.round(ago / 1000));
  return seconds === 1
    ? l10n.t('A build of {0} · {1} was started 1 second ago.', profile.name, branch.name)
    : l10n.t('A build of {0} · {1} was started {2} seconds ago.', profile.name, branch.name, seconds);
}

async function confirmDouble(choices: CompleteChoices, ago: number): Promise<boolean> {
  const start = l10n.t('Start Another');
  const pressed = await askInModal(
    l10n.t('Start another build of the same commit?'),
    startedAgoText(choices, ago),
    start,
  );
  return pressed === start;
}
