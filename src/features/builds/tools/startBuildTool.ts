import { l10n } from 'vscode';
import { toFailure } from '../../../api/failure';
import { mayHaveTakenEffect } from '../../../api/mayHaveTakenEffect';
import type { StartedBuild } from '../../../api/builds/model';
import { showStatus } from '../../../ui/statusBar';
import { quoted, quotedId, quotedIfAny } from '../../../ui/tools/quoted';
import { writeTool, type Tool, type ToolAnswer, type ToolCall } from '../../../ui/tools/tool';
import { ToolError } from '../../../ui/tools/toolError';
import { failureSentence } from '../../../ui/tools/toolFailure';
import type { BuildStarts } from '../start/buildStarts';
import { statusFactsOf } from './buildAnswer';
import { textParameter } from '../../../ui/tools/parameters';
import { planStart, type StartPlan, type StartPlanDeps, type StartWish } from './planStart';

/** What starts builds. */
export interface StartBuildToolDeps extends StartPlanDeps {
  readonly starts: () => Promise<Pick<BuildStarts, 'lastOf' | 'startedAgo' | 'begin'>>;
}

/** `appcircle_startBuild`: starts a build as Start Build does, after a yes to a plan in names (R69). */
export function startBuildTool(deps: StartBuildToolDeps): Tool {
  return writeTool<StartWish, StartPlan>({
    parse: (input) => ({
      profile: textParameter(input, 'profile'),
      branch: textParameter(input, 'branch'),
      commit: textParameter(input, 'commit'),
      workflow: textParameter(input, 'workflow'),
      configuration: textParameter(input, 'configuration'),
    }),
    running: () => l10n.t('Starting a build'),
    plan: (wish, call) => planStart(wish, deps, call),
    carryOut: async (plan, call) => {
      const started = await begin(plan, await deps.starts(), call);
      const { profile, branch } = plan.choices;
      showStatus(l10n.t('Build of {0} · {1} started', profile.name, branch.name));
      return answerOf(plan, started);
    },
  });
}

async function begin(
  { choices, isSecond }: StartPlan,
  starts: Pick<BuildStarts, 'startedAgo' | 'begin'>,
  { scope, signal }: ToolCall,
): Promise<StartedBuild> {
  const ago = starts.startedAgo(choices.commit.id);
  if (ago !== undefined && !isSecond) {
    throw new ToolError(
      `A build of this commit was started ${Math.max(1, Math.round(ago / 1000))} s ago. Nothing was started now. Call this tool again if the person wants another one.`,
    );
  }
  signal.throwIfAborted();
  try {
    return await starts.begin(scope, choices);
  } catch (error) {
    if (!mayHaveTakenEffect(error)) {
      throw error;
    }
    throw new ToolError(
      `${failureSentence(toFailure(error))} The build may have started. Look with appcircle_getBranchBuild before you try again.`,
    );
  }
}

function answerOf({ choices }: StartPlan, { queueItemId, taskId }: StartedBuild): ToolAnswer {
  const { profile, branch, commit, workflow, configuration } = choices;
  return {
    started: true,
    queueItemId: quotedId(queueItemId),
    ...(taskId !== queueItemId && { taskId: quotedId(taskId) }),
    ...statusFactsOf('waiting'),
    profile: { profileId: quotedId(profile.id), name: quoted(profile.name, 100) },
    branch: { branchId: quotedId(branch.id), name: quoted(branch.name) },
    commit: {
      commitId: quotedId(commit.id),
      hash: quotedId(commit.hash),
      subject: quotedIfAny(commit.subject, 200),
    },
    workflow: quotedIfAny(workflow?.name, 100),
    configuration: quotedIfAny(configuration?.name, 100),
    nextStep:
      'Call appcircle_getBranchBuild with this profileId as profile and this branch to follow it, or appcircle_readBuildLog with queueItemId and commitId once it runs.',
  };
}
