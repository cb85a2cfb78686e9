import type { AppVersion } from '../../api/distribution/appVersion';
import type { DistributionProfile } from '../../api/distribution/profiles';
import type { Branch, Build, BuildProfile } from '../../api/builds/model';
import type { Failure } from '../../api/failure';
import type { PublishProfile, PublishRun, PublishVersion } from '../../api/publish/model';
import type { StoreProfile } from '../../api/store/storeProfiles';
import type { StoreVersion } from '../../api/store/storeVersions';
import type { BoardApp } from './boardApp';
import type { Match } from './newestMatch';

/** What a module has of an app. */
export type Column<T> =
  | { readonly kind: 'found'; readonly found: T; readonly unseen: number }
  /** Nothing there has the id of the app; `unseen`: in so many profiles it was not looked for. */
  | { readonly kind: 'none'; readonly unseen: number }
  /** No list tells which it would be. */
  | { readonly kind: 'untold' }
  /** `last`: what was there before, and since when that is old. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly last?: Last<T> };

/** What was found last, milliseconds since 1970. */
export interface Last<T> {
  readonly found: T;
  readonly at: number;
}

/** The newest build of the build profile that a version names. */
export interface BoardBuild {
  readonly profile: BuildProfile;
  /** Undefined where it was never built. */
  readonly newest: { readonly branch: Branch; readonly build: Build } | undefined;
}

/** The version that is published last or is being published, in its profile. */
export interface BoardPublish {
  readonly profile: PublishProfile;
  /** Undefined for a profile of the app without a version. */
  readonly version: PublishVersion | undefined;
  readonly run: PublishRun | undefined;
}

export type BoardDistribution = Match<DistributionProfile, AppVersion>;
export type BoardStore = Match<StoreProfile, StoreVersion>;

/** Where an app is in each module, at a moment: milliseconds since 1970. */
export interface Board {
  readonly app: BoardApp;
  readonly at: number;
  readonly build: Column<BoardBuild>;
  readonly distribution: Column<BoardDistribution>;
  readonly publish: Column<BoardPublish>;
  readonly store: Column<BoardStore>;
}

/** What a column shows, new or old. */
export function foundIn<T>(column: Column<T>): T | undefined {
  return column.kind === 'found' ? column.found : column.kind === 'failed' ? column.last?.found : undefined;
}
