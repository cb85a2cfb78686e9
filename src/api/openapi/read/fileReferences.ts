import { JsonObject } from '../../decode';
import type { Limits } from './limits';
import { readText } from './readText';
import { FILES } from './references';

/** Reads a file by its path below the folder of the description, with slashes. Fails where it cannot be had. */
export type ReadFile = (path: string) => Promise<string>;

/** Files that one description is put together of, their characters in all, and the values of each. */
const MAX_FILES = 500;
const MAX_TOTAL_LENGTH = 8 * 1024 * 1024;
const MAX_VALUES = 200_000;

/** A description in a folder: its own file by its name, and how others are read. */
export interface FileSet {
  readonly name: string;
  readonly readFile: ReadFile;
}

/**
 * Puts the files that a document refers to by relative paths into it, and makes their references point there: so all
 * else knows references within one document only. What cannot be had, is too much, or leads out of the folder stays as
 * it is, a reference to nothing. Changes the document.
 */
export async function includeFiles(
  document: unknown,
  { name, readFile }: FileSet,
  limits: Limits,
): Promise<void> {
  const root = JsonObject.of(document);
  if (!root || FILES in root.raw) {
    return;
  }
  const ofFile = { ...limits, values: MAX_VALUES };
  const files: Record<string, unknown> = {};
  const pending = rewriteReferences(document, name, name);
  const seen = new Set(pending);
  let left = MAX_TOTAL_LENGTH;
  let asked = 0;
  for (const path of pending) {
    if (++asked > MAX_FILES || left <= 0) {
      break;
    }
    const text = await readFile(path).catch(() => undefined);
    left -= text?.length ?? 0;
    if (text === undefined || left < 0) {
      continue;
    }
    const value = await readText(text, ofFile).catch(() => undefined);
    if (value === undefined) {
      continue;
    }
    files[path] = value;
    for (const next of rewriteReferences(value, path, name)) {
      if (!seen.has(next)) {
        seen.add(next);
        pending.push(next);
      }
    }
  }
  if (Object.keys(files).length > 0) {
    (root.raw as Record<string, unknown>)[FILES] = files;
  }
}

/** Makes references to files point into the document of this name, and gives the files that they are to. */
function rewriteReferences(document: unknown, file: string, rootName: string): string[] {
  const found = new Set<string>();
  const seen = new Set<object>();
  const open: unknown[] = [document];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null || seen.has(node)) {
      continue;
    }
    seen.add(node);
    const row = node as Record<string, unknown>;
    const reference = row['$ref'];
    const target = typeof reference === 'string' ? targetOf(reference, file) : undefined;
    if (target?.file === rootName) {
      row['$ref'] = `#${target.pointer}`;
    } else if (target) {
      row['$ref'] = pointerTo(target);
      found.add(target.file);
    }
    // Not as arguments: there may be more of them than a call can have.
    for (const inner of Object.values(row)) {
      open.push(inner);
    }
  }
  return [...found];
}

interface Target {
  /** Path below the folder. */
  readonly file: string;
  /** With the slash that it begins with; empty for the whole of it. */
  readonly pointer: string;
}

/** Undefined for a reference that no file below the folder is meant by: it stays as it is. */
function targetOf(reference: string, from: string): Target | undefined {
  const [path = '', pointer = ''] = reference.split('#', 2);
  const file = path === '' ? from : resolvePath(from, decoded(path));
  return file === undefined || !isPointer(pointer) ? undefined : { file, pointer };
}

function isPointer(text: string): boolean {
  return text === '' || text.startsWith('/');
}

/** The path below the folder that a relative one means in a file; undefined where it is another address, or leads out. */
function resolvePath(from: string, path: string): string | undefined {
  if (/^(?:[/\\]|[A-Za-z][\w+.-]*:)|[\\?\p{Cc}]/u.test(path)) {
    return undefined;
  }
  const way = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (way.pop() === undefined) {
        return undefined;
      }
    } else if (step !== '' && step !== '.') {
      way.push(step);
    }
  }
  return way.length === 0 ? undefined : way.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function pointerTo({ file, pointer }: Target): string {
  const name = encodeURIComponent(file.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/${FILES}/${name}${pointer}`;
}
