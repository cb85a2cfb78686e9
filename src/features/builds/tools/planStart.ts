import { l10n } from 'vscode';
import { accountName } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import { listBranches } from '../../../api/builds/branches';
import { listCommits, type BranchPlace } from '../../../api/builds/commits';
import { listConfigurations } from '../../../api/builds/configurations';
import type { Branch, Commit } from '../../../api/builds/model';
import { listWorkflows } from '../../../api/builds/workflows';
import { shortName } from '../../../ui/tools/shortName';
import type { ToolCall, ToolPlan } from '../../../ui/tools/tool';
import { ToolError, ToolInputError } from '../../../ui/tools/toolError';
import type { BuildStarts } from '../start/buildStarts';
import type { CompleteChoices } from '../start/startChoices';
import { startedAgoText } from '../start/startOnce';
import { shortHash } from '../tree/buildText';
import { findTargets, type BranchTarget, type BranchTargetDeps, type BranchWish } from './branchTargets';
import { findNamed, knownNamesText, type Named } from '../../../ui/tools/parameters';

/** What a model wants to be built, by names or ids. */
export interface StartWish extends BranchWish {
  /** Hash, or the beginning of one; without it the newest commit that Appcircle knows. */
  readonly commit: string | undefined;
  readonly workflow: string | undefined;
  readonly configuration: string | undefined;
}

/** A build that would be started. */
export interface StartPlan extends ToolPlan {
  readonly choices: CompleteChoices;
  /** Whether it says that this commit was started just now. */
  readonly isSecond: boolean;
}

/** What a plan is made with. */
export interface StartPlanDeps extends BranchTargetDeps {
  readonly sessions: Pick<SessionStore, 'current'>;
  readonly starts: () => Promise<Pick<BuildStarts, 'lastOf' | 'startedAgo'>>;
}

/** What is taken for a hash, or the beginning of one. */
const HASH = /^#?([\da-f]{7,40})$/i;

/**
 * What would be started, every id of it resolved. Reads alone. Fails as requests do, with `ToolInputError` where it is not
 * clear what is meant, and with `ToolError` where it cannot be started.
 */
export async function planStart(wish: StartWish, deps: StartPlanDeps, call: ToolCall): Promise<StartPlan> {
  const { signal, scope } = call;
  const target = await theTarget(wish, deps, signal);
  const { profile } = target;
  const branch = branchOf(await listBranches(scope.client, profile.id, signal), target);
  const place = { profileId: profile.id, branchId: branch.id };
  const [commits, workflows, configurations] = await Promise.all([
    listCommits(scope.client, place, signal),
    listWorkflows(scope.client, profile.id, signal),
    listConfigurations(scope.client, profile.id, branch.id, signal),
  ]);
  const starts = await deps.starts();
  const last = starts.lastOf(scope.account, profile.id);
  const choices: CompleteChoices = {
    profile,
    branch,
    commit: commitOf(commits, wish.commit),
    workflow: choose(workflows, 'workflow', wish.workflow, last?.workflowId),
    configuration: choose(configurations, 'configuration', wish.configuration, last?.configurationId),
    variables: {},
  };
  return planOf(choices, starts.startedAgo(choices.commit.id), organizationOf(deps, call), place);
}

async function theTarget(
  wish: BranchWish,
  deps: BranchTargetDeps,
  signal: AbortSignal,
): Promise<BranchTarget> {
  const found = await findTargets(wish, deps, { signal, isFresh: false });
  if ('answer' in found) {
    const { reason, nextStep } = found.answer;
    throw new ToolError(`${reason} ${nextStep}`);
  }
  const [target, ...others] = found.targets;
  if (!target || others.length > 0) {
    const profiles = found.targets.map(({ profile }) => profile);
    throw new ToolInputError(
      `Several build profiles belong to this workspace: send one as profile. ${knownNamesText(profiles)}`,
    );
  }
  return target;
}

function branchOf(branches: readonly Branch[], { branchName }: BranchTarget): Branch {
  return findNamed(branches, branchName, 'branch');
}

function commitOf(commits: readonly Commit[], wanted: string | undefined): Commit {
  const [newest] = commits;
  if (!newest) {
    throw new ToolError(
      'Appcircle has no commits of this branch yet. Ask the person to push it, then try again.',
    );
  }
  if (wanted === undefined) {
    return newest;
  }
  const hash = HASH.exec(wanted)?.[1]?.toLowerCase();
  const found = commits.find(
    (commit) => commit.id === wanted || (hash !== undefined && commit.hash.toLowerCase().startsWith(hash)),
  );
  if (!found) {
    throw new ToolInputError(
      'This commit is not among the last 100 of the branch that Appcircle knows. Send 7 or more characters of the hash of one, or leave commit out for the newest.',
    );
  }
  return found;
}

/** The one that is meant, the one of the last time, or the only one. */
function choose<T extends Named>(
  all: readonly T[],
  what: string,
  wanted: string | undefined,
  lastId: string | undefined,
): T | undefined {
  if (wanted !== undefined) {
    return findNamed(all, wanted, what);
  }
  const chosen = all.find(({ id }) => id === lastId) ?? (all.length === 1 ? all[0] : undefined);
  if (!chosen && all.length > 0) {
    throw new ToolInputError(
      `Ask the person which ${what} to use, and send it as ${what}. ${knownNamesText(all)}`,
    );
  }
  return chosen;
}

function planOf(
  choices: CompleteChoices,
  ago: number | undefined,
  organization: string,
  { profileId, branchId }: BranchPlace,
): StartPlan {
  const { profile, branch, commit, workflow, configuration } = choices;
  const short = shortHash(commit.hash) ?? commit.id;
  const isSecond = ago !== undefined;
  return {
    title: l10n.t('Start a build of {0}?', nameOf(profile)),
    lines: [
      l10n.t('Branch: {0}', nameOf(branch)),
      l10n.t('Commit: {0}', shortName(`${short} ${commit.subject}`.trim())),
      ...(workflow ? [l10n.t('Workflow: {0}', nameOf(workflow))] : []),
      ...(configuration ? [l10n.t('Configuration: {0}', nameOf(configuration))] : []),
      l10n.t('Organization: {0}', shortName(organization)),
      l10n.t('Uses one build of your plan'),
      ...(ago === undefined ? [] : [startedAgoText(shortened(choices), ago)]),
    ],
    button: isSecond ? l10n.t('Start Another') : l10n.t('Start Build'),
    key: JSON.stringify([profileId, branchId, commit.id, workflow?.id, configuration?.id, isSecond]),
    choices,
    isSecond,
  };
}

function organizationOf({ sessions }: StartPlanDeps, { scope: { account } }: ToolCall): string {
  const { current } = sessions;
  const names = current.kind === 'signedIn' && current.account === account ? current.names : {};
  return names.organizationName ?? accountName(account, names);
}

function shortened(choices: CompleteChoices): CompleteChoices {
  const { profile, branch } = choices;
  return {
    ...choices,
    profile: { ...profile, name: nameOf(profile) },
    branch: { ...branch, name: nameOf(branch) },
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return shortName(name);
}
