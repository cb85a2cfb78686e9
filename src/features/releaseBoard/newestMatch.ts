import { isFailure } from '../../api/failure';

/** So many profiles are asked for their versions at once, and so many at most for one board. */
const AT_ONCE = 4;
export const MAX_PROFILES = 40;

/** How the versions of profiles are looked through. */
export interface Search<P, V> {
  readonly profiles: readonly P[];
  /** The versions of one, newest first. Fails as a request does. */
  readonly load: (profile: P) => Promise<readonly V[]>;
  readonly matches: (version: V, profile: P) => boolean;
  /** When the newest version of a profile came, at the latest; undefined where nobody knows. */
  readonly newestAt: (profile: P) => number | undefined;
  readonly createdAt: (version: V) => number | undefined;
}

/** A profile that has versions that match, newest first. */
export interface Match<P, V> {
  readonly profile: P;
  readonly versions: readonly [V, ...V[]];
}

/** What was found. `unseen`: in so many profiles that may have something newer it was not looked for. */
export interface SearchResult<P, V> {
  readonly match: Match<P, V> | undefined;
  readonly unseen: number;
}

/**
 * The profile with the newest version that matches. Profiles that got a version last are asked first, and none whose
 * newest one is older than what was found. One that was deleted meanwhile has none. Fails as a request does.
 */
export async function newestMatch<P, V>(search: Search<P, V>): Promise<SearchResult<P, V>> {
  const { newestAt, createdAt } = search;
  const dateOf = (match: Match<P, V> | undefined) => (match ? (createdAt(match.versions[0]) ?? 0) : -1);
  let best: Match<P, V> | undefined;
  const mayBeNewer = (profile: P) => dateOf(best) < (newestAt(profile) ?? Number.MAX_SAFE_INTEGER);
  let left = [...search.profiles].sort((a, b) => (newestAt(b) ?? 0) - (newestAt(a) ?? 0));
  for (let asked = 0; asked < MAX_PROFILES && left.length > 0; asked += AT_ONCE) {
    const some = left.slice(0, AT_ONCE);
    for (const match of await Promise.all(some.map((profile) => matchIn(profile, search)))) {
      best = match && dateOf(match) > dateOf(best) ? match : best;
    }
    left = left.slice(AT_ONCE).filter(mayBeNewer);
  }
  return { match: best, unseen: left.length };
}

async function matchIn<P, V>(profile: P, { load, matches }: Search<P, V>): Promise<Match<P, V> | undefined> {
  const versions = await load(profile).catch((error: unknown): readonly V[] => {
    if (isFailure(error, 'notFound')) {
      return [];
    }
    throw error;
  });
  const [first, ...others] = versions.filter((version) => matches(version, profile));
  return first === undefined ? undefined : { profile, versions: [first, ...others] };
}
