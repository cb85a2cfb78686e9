import type { PublishPlatform } from '../../api/publish/model';

/** A profile of which somebody wants the board: of which app it is, its list does not tell for most. */
export interface BoardSource {
  readonly kind: 'build' | 'distribution' | 'publish' | 'store';
  readonly id: string;
  /** Untrusted text. */
  readonly name: string;
  /** Of a publish profile alone. */
  readonly platform?: PublishPlatform;
}

/** The profile of the row that a command was run on, of whichever view; undefined for anything else (T13). */
export function boardSourceOf(argument: unknown): BoardSource | undefined {
  const { kind, profile, row, node } = fieldsOf(argument);
  if (kind === 'buildProfile') {
    return sourceOf('build', profile);
  }
  if (kind === 'below' && fieldsOf(node).kind === 'profile') {
    return sourceOf('publish', fieldsOf(node).profile);
  }
  if (kind === 'row') {
    // Rows of both views are profiles: only one of distribution says who gets its versions.
    return sourceOf('testingGroupIds' in fieldsOf(row) ? 'distribution' : 'store', row);
  }
  return undefined;
}

function sourceOf(kind: BoardSource['kind'], profile: unknown): BoardSource | undefined {
  const { id, name, platform } = fieldsOf(profile);
  if (typeof id !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  if (kind !== 'publish') {
    return { kind, id, name };
  }
  return platform === 'ios' || platform === 'android' ? { kind, id, name, platform } : undefined;
}

type Field = 'kind' | 'profile' | 'row' | 'node' | 'id' | 'name' | 'platform';

function fieldsOf(value: unknown): Readonly<Partial<Record<Field, unknown>>> {
  return typeof value === 'object' && value !== null ? value : {};
}
