import type { OperationSummary } from '../../openapi/model';
import { idNameOf } from '../../response/idNames';

/** Where the rows come from that an id can be picked from. */
export interface ValueSource {
  /** Path template of a GET. */
  readonly path: string;
  /** Names of query parameters that it takes, each filled from the value of that name. */
  readonly query: readonly string[];
  /** The property of the answer that holds the rows; undefined for an answer that is the list. */
  readonly property?: string;
}

/** Lists that neither a path nor a name leads to (api/README 2.3 and 2.7). */
const byName = new Map<string, ValueSource>([
  ['branchid', { path: '/build/v1/profiles/{profileId}', query: [], property: 'branches' }],
  ['commitid', { path: '/build/v2/commits', query: ['branchId'] }],
  ['buildid', { path: '/build/v2/commits/{commitId}', query: [], property: 'builds' }],
  ['workflowid', { path: '/build/v2/profiles/{profileId}/workflows', query: [] }],
  ['configurationid', { path: '/build/v2/profiles/{profileId}/configurations', query: [] }],
  ['organizationid', { path: '/identity/v1/organizations', query: [] }],
]);

/** Where an id stands: its name, the template of the path before it, and the path of the request that takes it. */
export interface IdUse {
  readonly name: string;
  /** Undefined for an id that is not in the path. */
  readonly pathBefore: string | undefined;
  readonly path: string;
}

/**
 * The list that holds what an id stands for. For one in a path it is the list right before it, `/…/profiles` for
 * `/…/profiles/{profileId}`, in the newest version of the API that has one: of app versions v1 has none, and a GET
 * there answers where to upload. Else the list that is known by the name, else one of the same module that is named
 * like it. Undefined where there is none.
 */
export function valueSource(
  { name, pathBefore, path }: IdUse,
  operations: readonly OperationSummary[],
): ValueSource | undefined {
  const lists = operations.filter(({ method }) => method === 'GET').map((operation) => operation.path);
  const known = byName.get(name.toLowerCase());
  const before = pathBefore === undefined ? undefined : newestOf(pathBefore, lists);
  if (before !== undefined) {
    const query = known && unversioned(known.path) === unversioned(before) ? known.query : [];
    return { path: before, query };
  }
  const named = lists.find(
    (list) => moduleOf(list) === moduleOf(path) && !list.includes('{') && idNameOf(list) === name,
  );
  return known ?? (named === undefined ? undefined : { path: named, query: [] });
}

/** The list at a path, whatever its version; of several the newest. */
function newestOf(path: string, lists: readonly string[]): string | undefined {
  const wanted = unversioned(path);
  return lists
    .filter((list) => unversioned(list) === wanted)
    .reduce<string | undefined>(
      (newest, list) => (newest === undefined || versionOf(list) > versionOf(newest) ? list : newest),
      undefined,
    );
}

function moduleOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function versionOf(path: string): number {
  return Number(/\/v(\d+)(?=\/|$)/.exec(path)?.[1] ?? 0);
}

/** Names of parameters do not matter, nor does the version. */
function unversioned(path: string): string {
  return path.replace(/\/v\d+(?=\/|$)/, '').replace(/\{[^{}]*\}/g, '{}');
}
