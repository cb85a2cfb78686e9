import type { BuildStatus } from '../../../api/builds/buildStatus';
import type { Branch, BuildProfile, Commit, UnderWayItem } from '../../../api/builds/model';

/** What a build is of, as far as it is known: whoever started it here knows all of it, a dashboard tells less. */
export interface BuildSubject {
  readonly profile: Pick<BuildProfile, 'id' | 'name'> & Partial<BuildProfile>;
  readonly branch: Pick<Branch, 'name'> & Partial<Branch>;
  readonly commit?: Pick<Commit, 'id' | 'hash'> & Partial<Commit>;
  readonly workflowName?: string;
}

/**
 * Where a build is that this window saw under way. An immutable value, replaced whole. At the end `unknown` says that it
 * is no longer under way, and that the server does not tell how it ended.
 */
export interface BuildState extends BuildSubject {
  /** Of the queue; very likely the id of the build as well (api/README 11.3, D). */
  readonly queueItemId: string;
  /** Of what was started here: events of its log are asked for by it. It need not be the one of the queue. */
  readonly taskId?: string;
  /** Where the server told one that is not zero. */
  readonly buildId?: string;
  readonly status: BuildStatus;
  readonly startedHere: boolean;
  /** Whether a person canceled it in this window. */
  readonly canceledHere: boolean;
}

/** The row that a dashboard would have for a build, before any server was asked (R47). */
export function rowOfSubject(
  queueItemId: string,
  { profile, branch, commit }: BuildSubject,
  now: number,
): UnderWayItem {
  return {
    id: queueItemId,
    kind: 'build',
    status: 'waiting',
    profileId: profile.id,
    profileName: profile.name,
    branchName: branch.name,
    commitId: commit?.id,
    hash: commit?.hash,
    platform: profile.platform,
    stepName: undefined,
    publishId: undefined,
    versionId: undefined,
    startedBy: undefined,
    queuedAt: now,
  };
}

/** What a row of the dashboard tells of a build. */
export function subjectOfRow(row: UnderWayItem): BuildSubject {
  const { profileId = '', profileName = '', branchName = '', commitId, hash = '' } = row;
  return {
    profile: { id: profileId, name: profileName },
    branch: { name: branchName },
    ...(commitId !== undefined && { commit: { id: commitId, hash } }),
  };
}

/** A look at the server: what is learned by it is as old as its beginning. */
export interface Look {
  readonly generation: number;
}
