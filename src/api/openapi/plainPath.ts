/**
 * A path that stays below the host it is put after, whoever joins the two: it begins with exactly one slash, and has
 * no dot segments, backslashes, white space, invisible characters or `#`, as they stand or percent-encoded.
 */
export function isPlainPath(path: string): boolean {
  const seen = path.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
  return (
    /^\/(?!\/)/.test(seen) &&
    !/[\s\\#\p{Cc}\p{Cf}\p{Cs}]/u.test(seen) &&
    !seen.split('/').some((segment) => segment === '.' || segment === '..')
  );
}

/** A path template, with the query that some descriptions write behind it. */
export interface Template {
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** `/x?action=stop` in its parts; undefined where the path is not plain. */
export function templateOf(text: string): Template | undefined {
  const [path = '', ...rest] = text.split('?');
  return isPlainPath(path) && !/[\s\\#\p{Cc}\p{Cf}\p{Cs}]/u.test(rest.join())
    ? { path, query: [...new URLSearchParams(rest.join('?'))].filter(([name]) => name !== '') }
    : undefined;
}

/** Names in braces, each once. */
export function namesIn(path: string): string[] {
  return [...new Set([...path.matchAll(/\{([^{}/]+)\}/g)].map(([, name]) => name ?? ''))];
}
