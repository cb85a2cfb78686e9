import type { HttpRequest } from './request';

/** What a write may have changed of what views show. An id that is nowhere in a list means the whole of the list. */
export type Touched =
  /** This profile, its settings or its versions. */
  | { readonly kind: 'profile'; readonly id: string }
  /** This testing group or its testers. */
  | { readonly kind: 'group'; readonly id: string }
  /** Anything of these services. */
  | { readonly kind: 'distribution' | 'organizations' | 'builds' | 'publish' | 'store' | 'signing' };

/**
 * Which paths touch what; the first that matches counts. `*` is a version of the API, `{id}` an id, `/**` whatever
 * comes below, too. All else of the distribution service may change any of its lists,
 * and whatever is done to builds, anything of them.
 */
const templates: readonly (readonly [template: string, kind: Touched['kind']])[] = [
  ['distribution/*/profiles/{id}', 'profile'],
  ['distribution/*/profiles/{id}/app-versions/**', 'profile'],
  ['distribution/*/testing-groups/{id}/**', 'group'],
  ['distribution/*/**', 'distribution'],
  ['build/*/**', 'builds'],
  ['publish/*/**', 'publish'],
  ['store/*/**', 'store'],
  ['signing-identity/*/**', 'signing'],
  ['identity/*/organizations/{id}', 'organizations'],
  ['identity/*/organizations', 'organizations'],
  ['identity/*/organizations/current/sub-organizations/**', 'organizations'],
];

/**
 * What a write to a path may have changed; undefined for paths that no view shows anything of. A path may begin with
 * anything, since servers are put below folders of other servers; words are compared as servers compare them, whatever
 * their case.
 */
export function touchedBy({ path }: Pick<HttpRequest, 'path'>): Touched | undefined {
  const parts = path.split('/').map(decoded).filter(Boolean);
  for (const [template, kind] of templates) {
    const steps = template.split('/');
    for (let at = 0; at < parts.length; at++) {
      const id = matchedId(parts.slice(at), steps);
      if (id !== undefined) {
        return kind === 'profile' || kind === 'group' ? { kind, id } : { kind };
      }
    }
  }
  return undefined;
}

/** The id in these parts, empty where the template has none; undefined where they do not match it. */
function matchedId(parts: readonly string[], template: readonly string[]): string | undefined {
  const isOpen = template.at(-1) === '**';
  const steps = isOpen ? template.slice(0, -1) : template;
  const matches =
    (isOpen ? parts.length >= steps.length : parts.length === steps.length) &&
    steps.every((word, at) => isMatch(word, parts[at] ?? ''));
  return matches ? (parts[steps.indexOf('{id}')] ?? '') : undefined;
}

function isMatch(word: string, part: string): boolean {
  return word === '{id}' || (word === '*' ? /^v\d[\w.-]*$/i.test(part) : part.toLowerCase() === word);
}

/** A part as the server reads it; what is no encoding stands as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
