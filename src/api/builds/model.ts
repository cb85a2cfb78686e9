import type { BuildStatus } from './buildStatus';

/** The systems that a profile builds for; undefined where the server names none that is known. */
export type BuildPlatform = 'ios' | 'android' | 'both';

/** A build profile. Times are milliseconds since 1970; what the server left out is undefined. */
export interface BuildProfile {
  id: string;
  name: string;
  pinned: boolean;
  platform: BuildPlatform | undefined;
  /** `owner/name` or a name alone, as the server tells it. Untrusted text. */
  repositoryName: string | undefined;
  lastBuildAt: number | undefined;
  /** The row as it came, unknown fields included. May hold secrets: shown only through `maskSecrets`. */
  raw: Readonly<Record<string, unknown>>;
}

/** A branch of a build profile. `status` is the one of its newest build, undefined where it was never built. */
export interface Branch {
  id: string;
  name: string;
  lastBuildAt: number | undefined;
  status: BuildStatus | undefined;
}

/** A commit as Appcircle knows it: the last 100 of a branch (api/README 11.1). */
export interface Commit {
  id: string;
  /** The whole hash; empty where the server tells none. */
  hash: string;
  /** First line of the message. Untrusted text. */
  subject: string;
  message: string;
  author: string | undefined;
  committedAt: number | undefined;
}

/** A build of a commit. */
export interface Build {
  id: string;
  /** Undefined where a list leaves it out: then neither log nor artifacts of it can be asked for. */
  commitId: string | undefined;
  hash: string | undefined;
  status: BuildStatus;
  startedAt: number | undefined;
  endedAt: number | undefined;
  /** Milliseconds; of the server where it tells, else between start and end. */
  duration: number | undefined;
  workflowName: string | undefined;
  /** Of the commit, where the list tells. Untrusted text. */
  subject: string | undefined;
  author: string | undefined;
  raw: Readonly<Record<string, unknown>>;
}

export interface Workflow {
  id: string;
  name: string;
  lastUsedAt: number | undefined;
}

export interface Configuration {
  id: string;
  name: string;
  updatedAt: number | undefined;
}

/** What waits or runs: a build, or a run of a publish flow, of anybody that this account may see. */
export interface UnderWayItem {
  id: string;
  kind: 'build' | 'publish';
  status: 'waiting' | 'running';
  profileId: string | undefined;
  profileName: string | undefined;
  branchName: string | undefined;
  commitId: string | undefined;
  hash: string | undefined;
  platform: BuildPlatform | undefined;
  stepName: string | undefined;
  /** Of the run, for one of a publish flow, and of its version. */
  publishId: string | undefined;
  versionId: string | undefined;
  /** E-mail address of who started it, where told. Untrusted text. */
  startedBy: string | undefined;
  queuedAt: number | undefined;
}

/** What a start answered. Both ids are the same where the server tells one alone. */
export interface StartedBuild {
  taskId: string;
  queueItemId: string;
}

/** Where a queued build is. */
export interface QueueItem {
  status: BuildStatus;
  commitId: string | undefined;
  /** Undefined while the server says the zero GUID. */
  buildId: string | undefined;
}
