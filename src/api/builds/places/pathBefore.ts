/** Longest path that is looked for, in characters. */
const MAX_PATH_LENGTH = 1_024;

/** What no path of a tool goes beyond, where it is not told by its beginning. */
const delimiters = new Set(' \t\'"`()[]{}<>|=,;•');

/** What tools print before an absolute path: `e: `, `error: `, `❌ `, `ERROR:`, `SyntaxError: `, a lane's time. */
const lead =
  /^\s*(?:\[[\d:]+\]: ?)?(?:@@\[\w+\] ?)?(?:[^\w\s/]{1,3}\s*)?(?:(?!file:|package:)\w{1,30}: ?){0,2}/;

/**
 * The path that ends before `end`, and where it begins; undefined for none. An absolute path that begins the line, or
 * stands behind the words that tools put first, may have blanks in it. `from`: what is before is another place.
 */
export function pathBefore(
  line: string,
  end: number,
  from: number,
): { start: number; text: string } | undefined {
  const start = absoluteStart(line, end, from) ?? wordStart(line, end, from);
  const text = plainPath(line.slice(start, end));
  return text === undefined ? undefined : { start, text };
}

/** Where an absolute path with blanks begins: behind the lead of the line, with nothing like another place in it. */
function absoluteStart(line: string, end: number, from: number): number | undefined {
  if (from > 0) {
    return undefined;
  }
  const start = lead.exec(line)?.[0].length ?? 0;
  const isPath =
    (line.startsWith('/', start) && !line.startsWith('//', start)) ||
    /^[A-Za-z]:[\\/]/.test(line.slice(start, start + 3));
  const text = line.slice(start, end);
  return isPath && end - start <= MAX_PATH_LENGTH && !/[:'"`]|\s\//.test(text.slice(2)) ? start : undefined;
}

function wordStart(line: string, end: number, from: number): number {
  const least = Math.max(from, end - MAX_PATH_LENGTH);
  let start = end;
  while (start > least && !delimiters.has(line.charAt(start - 1))) {
    start--;
  }
  // `ERROR:/path`, `error:lib/main.dart`: a word with a colon is no folder, but for a drive and for a scheme.
  const word = line.slice(start, end);
  const colon = word.lastIndexOf(':');
  return colon > 1 && !/^(?:\w{2,10}:\/\/|package:)/.test(word) ? start + colon + 1 : start;
}

/** Without the scheme of a `file:` address; a Dart package's path is in its `lib`. Undefined for what names no file. */
function plainPath(text: string): string | undefined {
  if (/^\w{2,10}:\/\//.test(text)) {
    return text.startsWith('file://') ? decoded(text.slice('file://'.length)) : undefined;
  }
  const inPackage = /^package:[^/]+\//.exec(text);
  const path = inPackage ? `lib/${text.slice(inPackage[0].length)}` : text;
  return /[^./\\]/.test(path.replace(/\.\w+$/, '')) ? path : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
