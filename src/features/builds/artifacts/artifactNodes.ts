import type { ArchiveEntry } from '../../../api/files/archive/archiveEntry';
import type { BuildNode, OtherNode } from '../buildNodes';
import { buildOf } from '../rowArguments';

/** The row above the artifacts of a build. */
export interface ArtifactsNode extends OtherNode {
  readonly kind: 'artifacts';
  readonly owner: BuildNode;
}

/** A file in the artifacts of a build. */
export interface ArtifactNode extends OtherNode {
  readonly kind: 'artifact';
  readonly owner: BuildNode;
  readonly entry: ArchiveEntry;
}

/** The build that a command was run on or below; undefined for anything else (T13). */
export function buildAround(argument: unknown): BuildNode | undefined {
  return buildOf(argument) ?? (isRow(argument) ? buildOf(argument.owner) : undefined);
}

/** The file that a command was run on. */
export function entryOf(argument: unknown): ArchiveEntry | undefined {
  const entry = isRow(argument) && argument.kind === 'artifact' ? argument.entry : undefined;
  return buildAround(argument) && typeof entry === 'object' && entry !== null && 'place' in entry
    ? (entry as ArchiveEntry)
    : undefined;
}

interface Row {
  readonly kind: unknown;
  readonly owner: unknown;
  readonly entry?: unknown;
}

function isRow(argument: unknown): argument is Row {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'owner' in argument &&
    'kind' in argument &&
    (argument.kind === 'artifact' || argument.kind === 'artifacts')
  );
}
