import { l10n } from 'vscode';
import { isOver } from '../../api/builds/buildStatus';
import type { Failure } from '../../api/failure';
import { failureText } from '../../ui/failures/failureText';
import { dateTime } from '../../ui/text/dates';
import { fromNow } from '../../ui/text/fromNow';
import { buildStatusText, publishStatusText } from '../../ui/text/statusText';
import {
  foundIn,
  type BoardBuild,
  type BoardDistribution,
  type BoardPublish,
  type BoardStore,
  type Column,
} from './board';
import { nextInDistribution, nextInPublish, nextInStore, statusOf } from './nextStep';

/** What a column says, as texts, each of one line. Most of it is untrusted. */
export interface Cells {
  readonly profile: string | undefined;
  readonly version: string | undefined;
  readonly state: string | undefined;
  readonly age: string | undefined;
  readonly who: string | undefined;
  readonly next: string | undefined;
}

const nothing: Cells = {
  profile: undefined,
  version: undefined,
  state: undefined,
  age: undefined,
  who: undefined,
  next: undefined,
};

/** The cells of a column by what was found there; `none` says that there is nothing with the id. */
export function cellsOf<T>(column: Column<T>, none: string, cells: (found: T) => Partial<Cells>): Cells {
  const found = foundIn(column);
  const shown = { ...nothing, ...(found !== undefined && cells(found)) };
  switch (column.kind) {
    case 'found':
      return { ...shown, state: joined(shown.state, unseenText(column.unseen)) };
    case 'none':
      return { ...shown, state: joined(none, unseenText(column.unseen)) };
    case 'untold':
      return { ...shown, state: l10n.t('No distribution version with this ID names its build profile.') };
    case 'failed': {
      const sentence = columnFailureText(column.failure);
      return {
        ...shown,
        state: joined(shown.state, column.last ? staleText(column.last.at, sentence) : sentence),
      };
    }
  }
}

export function buildCells({ profile, newest }: BoardBuild, now: number): Partial<Cells> {
  if (!newest) {
    return { profile: profile.name, state: l10n.t('Never built'), next: l10n.t('Start Build') };
  }
  const { branch, build } = newest;
  return {
    profile: profile.name,
    version: [branch.name, build.hash?.slice(0, 7), build.subject]
      .filter((part) => part !== undefined)
      .join(' · '),
    state: buildStatusText(build.status),
    age: ageText(build.endedAt ?? build.startedAt ?? branch.lastBuildAt, now),
    who: committedBy(build.author),
    next: isOver(build.status) ? l10n.t('Start Build') : l10n.t('Wait for the build'),
  };
}

export function distributionCells(found: BoardDistribution, now: number): Partial<Cells> {
  const [version] = found.versions;
  const { isExpired, sharing, createdAt, origin } = version;
  return {
    profile: found.profile.name,
    version: versionText(version),
    state: isExpired ? l10n.t('Expired') : sharing.isShared ? l10n.t('Shared') : l10n.t('Not shared'),
    age: ageText(createdAt, now),
    who: committedBy(origin.commitAuthor),
    next: nextText(nextInDistribution(found)),
  };
}

export function publishCells(found: BoardPublish, now: number): Partial<Cells> {
  const { profile, version, run } = found;
  const next = nextText(nextInPublish(found));
  if (!version) {
    return { profile: profile.name, state: l10n.t('No versions yet'), next };
  }
  const status = statusOf(found);
  const state = publishStatusText(status);
  const starter = run?.steps.map(({ startedBy }) => startedBy).findLast((who) => who !== undefined);
  return {
    profile: profile.name,
    version: versionText(version),
    state: version.isCandidate ? joined(l10n.t('Release candidate'), state) : state,
    age: ageText(status === 'notStarted' ? version.createdAt : (run?.startedAt ?? version.createdAt), now),
    who: starter === undefined ? undefined : l10n.t('Started by {0}', starter),
    next,
  };
}

export function storeCells(found: BoardStore, now: number): Partial<Cells> {
  const { profile, versions } = found;
  const [version] = versions;
  const live = versions.find(({ channel }) => channel === 'live');
  const channels = { live: l10n.t('Live'), beta: l10n.t('Beta') };
  return {
    profile: profile.name,
    version: versionText(version),
    state: joined(
      version.channel ? channels[version.channel] : l10n.t('Not published'),
      live && live !== version ? l10n.t('Live is {0}', versionText(live)) : undefined,
    ),
    age: ageText(version.publishedAt ?? version.createdAt, now),
    next: nextText(nextInStore(found)),
  };
}

/** What comes next, as the page says it. */
function nextText(
  next: ReturnType<typeof nextInDistribution | typeof nextInPublish | typeof nextInStore>,
): string {
  switch (next) {
    case 'approve':
      return l10n.t('Wait for approval');
    case 'wait':
      return l10n.t('Wait for the publish run');
    case 'sign':
      return l10n.t('Upload a newly signed version');
    case 'mark':
      return l10n.t('Mark as Release Candidate');
    case 'start':
      return l10n.t('Start Publish Run');
    case 'share':
      return l10n.t('Share in Dashboard');
    case 'publish':
      return l10n.t('Publish to Enterprise App Store');
    case 'upload':
      return l10n.t('Upload the next version');
  }
}

/** `2.4.1 (118)`, or what else there is to call it by. */
function versionText(of: {
  readonly version: string | undefined;
  readonly code: string | undefined;
  readonly fileName: string | undefined;
  readonly id: string;
}): string {
  const known = of.version ?? of.fileName ?? of.id;
  return of.code === undefined ? known : l10n.t('{0} ({1})', known, of.code);
}

/** Who made what was built: who started a build or uploaded its file is in no list. */
function committedBy(author: string | undefined): string | undefined {
  return author === undefined ? undefined : l10n.t('Commit by {0}', author);
}

function ageText(moment: number | undefined, now: number): string | undefined {
  // Nothing happened later than now: a server whose clock is ahead says so of what is new.
  return moment === undefined ? undefined : fromNow(Math.min(moment, now), now);
}

function columnFailureText(failure: Failure): string {
  return failure.kind === 'notFound'
    ? l10n.t('{0} does not have this module.', failure.facts.host ?? l10n.t('Appcircle'))
    : failureText(failure).sentence;
}

function staleText(at: number, sentence: string): string {
  return l10n.t('Last updated {0}. {1}', dateTime(at), sentence);
}

function unseenText(unseen: number): string | undefined {
  switch (unseen) {
    case 0:
      return undefined;
    case 1:
      return l10n.t('1 profile was not checked');
    default:
      return l10n.t('{0} profiles were not checked', unseen);
  }
}

function joined(...texts: (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(' · ');
}
