import { l10n } from 'vscode';
import { isOver } from '../../../api/builds/buildStatus';
import type { JsonObject } from '../../../api/decode';
import { buildStatusText } from '../../../ui/text/statusText';
import { boundedList } from '../../../ui/tools/boundedList';
import { quoted, quotedId } from '../../../ui/tools/quoted';
import { readTool, type Tool, type ToolAnswer, type ToolCall } from '../../../ui/tools/tool';
import { failureFact } from '../../../ui/tools/toolFailure';
import type { LogSummaries, LogSummary } from '../log/logSummaries';
import { logTargetOf } from '../log/logTarget';
import { buildFactsOf, failureFactsOf } from './buildAnswer';
import { findTargets, type BranchTargetDeps, type BranchWish } from './branchTargets';
import {
  lookAtBranches,
  askForNewestBuild,
  type BranchNow,
  type NewestBuild,
  type NewestBuildDeps,
} from './newestBuild';
import { textParameter } from '../../../ui/tools/parameters';

interface Input extends BranchWish {
  readonly refresh: boolean;
}

/** What the newest build of a branch is found with. */
export interface BranchBuildToolDeps extends BranchTargetDeps {
  readonly lists: BranchTargetDeps['lists'] & NewestBuildDeps['lists'];
  readonly watch: NewestBuildDeps['watch'];
  readonly summaries: () => Promise<Pick<LogSummaries, 'of'>>;
}

/** Of branches that there are where the one that was asked for is not among them. */
const MAX_BRANCHES = 20;

/**
 * `appcircle_getBranchBuild`: the newest build of what is checked out, and why it failed. Branch and builds are asked for
 * each time (R72); what a log says of a build that is over does not change, and is asked for once.
 */
export function branchBuildTool(deps: BranchBuildToolDeps): Tool {
  return readTool<Input>({
    parse: (input: JsonObject) => ({
      profile: textParameter(input, 'profile'),
      branch: textParameter(input, 'branch'),
      refresh: input.flag('refresh'),
    }),
    running: () => l10n.t('Looking at the newest build of the branch'),
    run: async (input, call) => {
      const found = await findTargets(input, deps, { signal: call.signal, isFresh: input.refresh });
      if ('answer' in found) {
        return found.answer;
      }
      const { all, failure } = await lookAtBranches(found.targets, deps, call);
      const [first, ...others] = all;
      return {
        ...(first && (await answerOf(first, deps, call))),
        ...(failure && {
          underWayUnknown: {
            meaning: 'What waits and runs could not be asked for: there may be a newer build.',
            ...failureFact(failure),
          },
        }),
        ...(others.length > 0 && {
          otherProfilesOfWorkspace: others.map(otherFacts),
          nextStepForOthers: 'Call appcircle_getBranchBuild with one of these as profile for its build.',
        }),
      };
    },
  });
}

async function answerOf(now: BranchNow, deps: BranchBuildToolDeps, call: ToolCall): Promise<ToolAnswer> {
  const { target, branch, branches } = now;
  const newest = await askForNewestBuild(now, deps, call);
  const place = {
    profile: { profileId: quotedId(target.profile.id), name: quoted(target.profile.name, 100) },
    belongsToWorkspace: reasons[target.by],
    branch: { ...(branch && { branchId: quotedId(branch.id) }), name: quoted(target.branchName) },
  };
  if (!newest) {
    return {
      found: false,
      ...place,
      reason: branch
        ? 'This branch was never built.'
        : 'Appcircle has no branch of this name in this build profile.',
      nextStep: branch
        ? 'Start a build with appcircle_startBuild if the person wants one.'
        : 'Send the name of one of its branches as branch, or ask the person to push the branch.',
      ...(!branch && {
        branches: boundedList(
          branches.map(({ name }) => quoted(name, 100)),
          MAX_BRANCHES,
        ),
      }),
    };
  }
  const why = hasFailed(newest) ? await whyOf(now, newest, deps, call) : undefined;
  return {
    found: true,
    ...place,
    build: buildFactsOf(newest, { now: call.now, checkedOutHash: target.checkedOutHash }),
    ...why,
    nextStep: nextStepOf(newest),
  };
}

const reasons = {
  repository: 'yes, by its repository',
  hand: 'yes, a person linked it to a folder',
  request: 'not known, it was asked for',
} as const;

/** Which step failed, and its first error; in words where the log cannot be had. */
async function whyOf(
  { target, branch }: BranchNow,
  { build, queueItemId }: NewestBuild,
  { summaries }: BranchBuildToolDeps,
  { scope, signal }: ToolCall,
): Promise<ToolAnswer> {
  const row = {
    kind: 'build',
    id: build.id,
    profile: target.profile,
    branch: branch ?? { id: '', name: target.branchName },
    build,
    queueItemId,
  };
  const log = logTargetOf(row, scope.account);
  let summary: LogSummary | undefined;
  try {
    summary = log && (await (await summaries()).of(scope.account, log, signal));
  } catch (error) {
    signal.throwIfAborted();
    return { failureUnknown: { meaning: 'The log could not be read.', ...failureFact(error) } };
  }
  return summary?.failure
    ? { failure: failureFactsOf(summary.failure, summary.steps) }
    : { failureUnknown: { meaning: 'The log of this build is not stored yet, or was deleted.' } };
}

function hasFailed({ build: { status } }: NewestBuild): boolean {
  return status === 'failed' || status === 'timedOut';
}

function nextStepOf(newest: NewestBuild): string {
  if (hasFailed(newest)) {
    return 'For the lines around the failure call appcircle_readBuildLog with buildId, commitId and queueItemId of this build.';
  }
  return isOver(newest.build.status)
    ? 'Its log is read by appcircle_readBuildLog with its ids.'
    : 'It is not over. Call this tool again later, or appcircle_readBuildLog for its log so far.';
}

function otherFacts({ target, branch, item }: BranchNow): ToolAnswer {
  const status = item?.status ?? branch?.status;
  return {
    profileId: quotedId(target.profile.id),
    name: quoted(target.profile.name, 100),
    branch: quoted(target.branchName, 100),
    newestBuild: status === undefined ? 'never built' : buildStatusText(status),
  };
}
