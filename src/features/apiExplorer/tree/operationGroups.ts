import type { OperationSummary } from '../../../api/openapi/model';
import { matchesText } from '../../../api/openapi/filter';
import { searchQuery } from '../../../api/openapi/rank';

/** What the operations of a module are put together by. */
export type Grouping = 'tag' | 'path';

export interface OperationGroup {
  /** Tag or path; empty for what has no tag. */
  readonly name: string;
  /** What it is shown as, where that is not its name. */
  readonly title?: string;
  readonly operations: readonly OperationSummary[];
}

/** Segments of a path that make the name of a group: `/distribution/v2/profiles`. */
const MAX_PREFIX_LENGTH = 3;

/**
 * Groups in the order in which they first occur by tag, by name by path. An operation with several tags is in each of
 * their groups; one without any in the last.
 */
export function groupsOf(
  operations: readonly OperationSummary[],
  grouping: Grouping,
  titles: ReadonlyMap<string, string> = new Map(),
): OperationGroup[] {
  const groups = new Map<string, Map<string, OperationSummary>>();
  for (const operation of operations) {
    for (const name of grouping === 'path' ? [prefixOf(operation.path)] : tagsOf(operation)) {
      const group = groups.get(name) ?? new Map<string, OperationSummary>();
      groups.set(name, group.set(operation.key, operation));
    }
  }
  const made = [...groups].map(([name, group]) => ({ name, operations: [...group.values()] }));
  return grouping === 'path'
    ? made
        .sort((a, b) => compare(a.name, b.name))
        .map(({ name, operations: own }) => ({
          name,
          operations: own.sort((a, b) => compare(a.path, b.path)),
        }))
    : made
        .map((group) => ({ ...group, ...titled(titles.get(group.name)) }))
        .sort((a, b) => Number(a.name === '') - Number(b.name === ''));
}

/**
 * Groups with what matches in them, without those in which nothing does. The name of a group is a tag of each of its
 * operations, or begins their paths: where it matches, all of them do (R25).
 */
export function filteredGroups(groups: readonly OperationGroup[], query: string): OperationGroup[] {
  const wanted = searchQuery(query);
  return groups
    .map(({ operations, ...group }) => ({
      ...group,
      operations: operations.filter((operation) => matchesText(operation, wanted)),
    }))
    .filter(({ operations }) => operations.length > 0);
}

function titled(title: string | undefined): Pick<OperationGroup, 'title'> {
  return title === undefined ? {} : { title };
}

function tagsOf({ tags }: OperationSummary): readonly string[] {
  return tags.length > 0 ? tags : [''];
}

function prefixOf(path: string): string {
  const segments = path.split('/').slice(1);
  const end = segments.findIndex((segment) => segment.includes('{'));
  return `/${segments.slice(0, end === -1 ? MAX_PREFIX_LENGTH : Math.min(end, MAX_PREFIX_LENGTH)).join('/')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
