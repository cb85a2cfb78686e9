import { l10n } from 'vscode';
import type { Branch, Build, UnderWayItem } from '../../../api/builds/model';
import { fromNow } from '../../../ui/text/fromNow';
import { shortDuration, spokenDuration } from '../../../ui/text/durations';
import { buildStatusText } from '../../../ui/text/statusText';

/** So much of a hash is shown, as git shows it. */
const SHORT_HASH = 7;
/** A running build counts in steps of so many milliseconds: a row that is drawn anew loses a press of its buttons. */
export const COUNTING_STEP = 10_000;

/** What a row says: beside its name, and read aloud. */
export interface RowFacts {
  readonly shown: readonly string[];
  readonly spoken: readonly string[];
}

/** The first characters of a commit's hash. */
export function shortHash(hash: string | undefined): string | undefined {
  return hash ? hash.slice(0, SHORT_HASH) : undefined;
}

/** What a build is called: what its commit says, or what else there is. Untrusted text. */
export function buildName({ subject, hash, id }: Build): string {
  return subject ?? shortHash(hash) ?? id;
}

/** How it is, when and for how long it ran, and of what. A narrow side bar shows the first two or three. */
export function buildFacts(build: Build, now: number): RowFacts {
  const { status, startedAt, duration, hash, author, workflowName } = build;
  const since = startedAt === undefined ? undefined : counted(now - startedAt);
  const isUnderWay = status === 'running' || status === 'waiting';
  const took = isUnderWay ? since : duration;
  const age = isUnderWay || startedAt === undefined ? undefined : fromNow(startedAt, now);
  const short = shortHash(hash);
  const shown = [
    isUnderWay && took !== undefined
      ? `${buildStatusText(status)} ${shortDuration(took)}`
      : buildStatusText(status),
    age,
    isUnderWay || took === undefined ? undefined : shortDuration(took),
    build.subject === undefined ? undefined : short,
    author,
    workflowName,
  ];
  const spoken = [
    buildStatusText(status),
    age,
    took === undefined
      ? undefined
      : isUnderWay
        ? l10n.t('for {0}', spokenDuration(took))
        : l10n.t('took {0}', spokenDuration(took)),
    short === undefined ? undefined : l10n.t('commit {0}', short),
    author === undefined ? undefined : l10n.t('by {0}', author),
    workflowName === undefined ? undefined : l10n.t('workflow {0}', workflowName),
  ];
  return { shown: told(shown), spoken: told(spoken) };
}

/** Whether it is checked out, how its newest build is, and when that was. */
export function branchFacts(
  { status, lastBuildAt }: Branch,
  checkedOut: string | undefined,
  now: number,
): string[] {
  const isNever = status === undefined && lastBuildAt === undefined;
  return told([
    checkedOut,
    isNever ? l10n.t('Never built') : status === undefined ? undefined : buildStatusText(status),
    lastBuildAt === undefined ? undefined : fromNow(lastBuildAt, now),
  ]);
}

/** What waits or runs: branch, state with its time, step, and who started it where that is somebody else. */
export function underWayFacts(item: UnderWayItem, startedBy: string | undefined, now: number): RowFacts {
  const { kind, branchName, status, queuedAt, stepName } = item;
  const since = queuedAt === undefined ? undefined : counted(now - queuedAt);
  const state = buildStatusText(status);
  const publish = kind === 'publish' ? l10n.t('Publish') : undefined;
  const who = startedBy === undefined ? undefined : l10n.t('by {0}', startedBy);
  return {
    shown: told([
      publish,
      branchName,
      since === undefined ? state : `${state} ${shortDuration(since)}`,
      stepName,
      who,
    ]),
    spoken: told([
      publish,
      branchName === undefined ? undefined : l10n.t('branch {0}', branchName),
      state,
      since === undefined ? undefined : l10n.t('for {0}', spokenDuration(since)),
      stepName === undefined ? undefined : l10n.t('step {0}', stepName),
      who,
    ]),
  };
}

/** Clocks of servers are not ours: nothing runs for less than no time. */
function counted(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds / COUNTING_STEP) * COUNTING_STEP);
}

function told(facts: readonly (string | undefined)[]): string[] {
  return facts.filter((fact): fact is string => fact !== undefined && fact !== '');
}
