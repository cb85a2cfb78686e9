import type { Branch, Build, BuildProfile } from '../../api/builds/model';
import type { BranchNode, BuildNode, BuildsNode, UnderWayNode } from './buildNodes';

/*
 * What a command was run on: a row, or whatever a key binding hands over (T13). Each gives undefined for what is not
 * what it looks for.
 */

/** The profile of a row, or of what the row is below. */
export function buildProfileOf(argument: unknown): BuildProfile | undefined {
  const { kind, profile } = fieldsOf(argument);
  return isOneOf(kind, 'buildProfile', 'branch', 'build') && isNamed(profile)
    ? (profile as BuildProfile)
    : undefined;
}

/** The branch of a row, or of what the row is below, with its profile. */
export function branchOf(argument: unknown): Pick<BranchNode, 'profile' | 'branch'> | undefined {
  const { kind, branch } = fieldsOf(argument);
  const profile = buildProfileOf(argument);
  return profile && isOneOf(kind, 'branch', 'build') && isNamed(branch)
    ? { profile, branch: branch as Branch }
    : undefined;
}

/** The build of a row, with its branch and profile. */
export function buildOf(argument: unknown): BuildNode | undefined {
  const { kind, build } = fieldsOf(argument);
  return kind === 'build' && branchOf(argument) && isWithId(build) && 'status' in (build as Partial<Build>)
    ? (argument as BuildNode)
    : undefined;
}

/** The row of something under way. */
export function underWayOf(argument: unknown): UnderWayNode | undefined {
  const { kind, item } = fieldsOf(argument);
  return kind === 'underWay' && isWithId(item) ? (argument as UnderWayNode) : undefined;
}

type Fields = Readonly<Partial<Record<'kind' | 'profile' | 'branch' | 'build' | 'item', unknown>>>;

function fieldsOf(argument: unknown): Fields {
  return typeof argument === 'object' && argument !== null ? argument : {};
}

function isOneOf(kind: unknown, ...kinds: BuildsNode['kind'][]): boolean {
  return kinds.some((one) => one === kind);
}

function isWithId(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

function isNamed(value: unknown): boolean {
  return isWithId(value) && typeof (value as { name?: unknown }).name === 'string';
}
