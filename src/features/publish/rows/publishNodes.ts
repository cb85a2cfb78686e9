import type { Failure } from '../../../api/failure';
import type {
  PublishPlatform,
  PublishProfile,
  PublishRun,
  PublishStep,
  PublishVersion,
} from '../../../api/publish/model';
import type { PublishProfileRef, PublishVersionRef } from '../../../api/publish/paths';
import { idPart } from '../../../support/idPart';
import type { Notice } from '../../../ui/lists/failureNotice';
import type { BelowNode } from '../../../ui/lists/listNodes';
import type { Remedy } from '../../../ui/failures/failureText';

/** A platform, which is a row at the top, with its profiles; or why they cannot be had, where the other's can. */
export interface PlatformRow {
  readonly id: PublishPlatform;
  readonly profiles: readonly PublishProfile[];
  readonly failure?: Failure;
}

export interface ProfileNode extends BelowNode {
  readonly kind: 'profile';
  readonly profile: PublishProfile;
}

export interface VersionNode extends BelowNode {
  readonly kind: 'version';
  readonly profile: PublishProfile;
  readonly version: PublishVersion;
}

export interface RunNode extends BelowNode {
  readonly kind: 'run';
  readonly profile: PublishProfile;
  readonly version: PublishVersion;
  readonly run: PublishRun;
}

export interface PublishStepNode extends BelowNode {
  readonly kind: 'step';
  readonly profile: PublishProfile;
  readonly version: PublishVersion;
  readonly run: PublishRun;
  readonly step: PublishStep;
}

/** A row below a platform. What is below a profile knows it, so that a command asks for nothing that the row tells. */
export type PublishNode =
  | ProfileNode
  | VersionNode
  | RunNode
  | PublishStepNode
  | (BelowNode & { readonly kind: 'notice' } & Notice)
  | (BelowNode & { readonly kind: 'remedy'; readonly remedy: Remedy })
  /** `of`: the id of the row below which more is shown; empty for the platform itself. */
  | (BelowNode & {
      readonly kind: 'more';
      readonly of: string;
      readonly shown: number;
      readonly total: number;
    });

export function profileNode(profile: PublishProfile): ProfileNode {
  return { id: `profile/${idPart(profile.id)}`, kind: 'profile', profile };
}

/** The row that a command was run on, below a platform; undefined for anything else (T13). */
export function publishNodeOf(argument: unknown): PublishNode | undefined {
  const { kind, node }: { kind?: unknown; node?: unknown } =
    typeof argument === 'object' && argument !== null ? argument : {};
  return kind === 'below' && isPublishNode(node) ? node : undefined;
}

const kinds: readonly unknown[] = ['profile', 'version', 'run', 'step'];

function isPublishNode(node: unknown): node is PublishNode {
  const { kind, profile }: { kind?: unknown; profile?: unknown } =
    typeof node === 'object' && node !== null ? node : {};
  return kinds.includes(kind) && typeof profile === 'object' && profile !== null && 'platform' in profile;
}

/** The profile of a row, or of what is below it. */
export function publishProfileAround(argument: unknown): PublishProfile | undefined {
  const node = publishNodeOf(argument);
  return node && 'profile' in node ? node.profile : undefined;
}

/** A version, with the profile that it is of. */
export interface PublishProfileVersion {
  readonly profile: PublishProfile;
  readonly version: PublishVersion;
}

/** The version of a row, or of its run. */
export function publishVersionAround(argument: unknown): PublishProfileVersion | undefined {
  const node = publishNodeOf(argument);
  return node && 'version' in node ? { profile: node.profile, version: node.version } : undefined;
}

export function profileRefOf({ platform, id }: PublishProfile): PublishProfileRef {
  return { platform, profileId: id };
}

export function versionRefOf({ profile, version }: PublishProfileVersion): PublishVersionRef {
  return { ...profileRefOf(profile), versionId: version.id };
}
