/**
 * Whether a git remote is the repository that a build profile names, whatever the case and whether or not it ends in
 * `.git`. The profile may name less than the whole path: `owner/name`, or the name alone.
 */
export function isRepository(remote: string, repositoryName: string): boolean {
  const path = pathOfRemote(remote);
  const wanted = partsOf(repositoryName);
  return (
    wanted.length > 0 &&
    wanted.length <= path.length &&
    wanted.every((part, at) => part === path[path.length - wanted.length + at])
  );
}

/** The path of `https://host/owner/name.git`, `ssh://git@host:22/owner/name`, `git@host:owner/name.git` or a folder. */
function pathOfRemote(remote: string): string[] {
  const [, afterScheme] = splitAt(remote, '://');
  if (afterScheme !== undefined) {
    return partsOf(splitAt(afterScheme, '/')[1] ?? '');
  }
  const [host, path] = splitAt(remote, ':');
  // A slash before the colon is one of a folder's name.
  return partsOf(path === undefined || host.includes('/') ? remote : path);
}

/** `_git` stands between project and name in addresses of Azure DevOps. */
function partsOf(path: string): string[] {
  const parts = path
    .split('/')
    .map((part) => decoded(part.trim()).toLowerCase())
    .filter((part) => part !== '' && part !== '_git');
  const last = (parts.pop() ?? '').replace(/\.git$/, '');
  return last === '' ? parts : [...parts, last];
}

function splitAt(text: string, separator: string): [before: string, after: string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
