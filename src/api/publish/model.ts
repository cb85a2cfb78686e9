import type { PublishStatus } from './publishStatus';

/** The platforms of the publish module, as its paths name them. Huawei is below Android. */
export type PublishPlatform = 'ios' | 'android';

export const publishPlatforms: readonly PublishPlatform[] = ['ios', 'android'];

/** A publish profile. Times are milliseconds since 1970; what the server left out is undefined. Texts are untrusted. */
export interface PublishProfile {
  id: string;
  platform: PublishPlatform;
  name: string;
  /** Of the version that came last. */
  lastVersion: string | undefined;
  lastVersionCode: string | undefined;
  /** Bundle id or package name that its versions must have. */
  bundleId: string | undefined;
  publishedAt: number | undefined;
  updatedAt: number | undefined;
  /** The row as it came, unknown fields included. Shown only through `maskSecrets`. */
  raw: Readonly<Record<string, unknown>>;
}

/** A version of a publish profile. Sizes are bytes. */
export interface PublishVersion {
  id: string;
  name: string | undefined;
  bundleId: string | undefined;
  version: string | undefined;
  /** The build number behind the version. */
  code: string | undefined;
  fileName: string | undefined;
  fileSize: number | undefined;
  /** Only a release candidate can be published. */
  isCandidate: boolean;
  /** Release notes, which may have several lines. */
  notes: string | undefined;
  createdAt: number | undefined;
  /** When its signing certificate ends, where the server tells (D). */
  expiresAt: number | undefined;
  /** By the server's word, or by its date at the moment of reading (D). */
  isExpired: boolean;
  /** How its last run ended, or is; undefined where the server tells of none. */
  lastStatus: PublishStatus | undefined;
  raw: Readonly<Record<string, unknown>>;
}

/** A step of a run. */
export interface PublishStep {
  id: string;
  name: string;
  status: PublishStatus;
  /** E-mail address of who started it. */
  startedBy: string | undefined;
  startedAt: number | undefined;
  endedAt: number | undefined;
}

/** The run of a version: its flow with how each step is. */
export interface PublishRun {
  /** By which it is started, stopped, and its log asked for; undefined where there is no step yet. */
  publishId: string | undefined;
  status: PublishStatus;
  startedAt: number | undefined;
  steps: readonly PublishStep[];
}
