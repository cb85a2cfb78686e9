import * as vscode from 'vscode';

/** Of a path: a longer one is no path of a repository. */
const MAX_SEGMENTS = 40;

/** What a search for a file leaves out, beside what the user leaves out. */
const notSources = '**/{node_modules,Pods,build,DerivedData,.dart_tool}/**';

/**
 * Finds files of the workspace by paths of the machine that built: `/Volumes/agent/…/App/Note.swift` is the file with the
 * longest end of that path in a folder of the workspace, and `com/harbor/DraftTest.kt` the only one that ends so. A path
 * never leads out of the workspace. Each path is looked for once.
 */
export class WorkspaceFiles {
  private readonly known = new Map<string, Promise<vscode.Uri | undefined>>();

  /** Undefined where there is no such file, or more than one that it could be. */
  find(path: string): Promise<vscode.Uri | undefined> {
    const found = this.known.get(path) ?? locate(path);
    this.known.set(path, found);
    return found;
  }
}

async function locate(path: string): Promise<vscode.Uri | undefined> {
  const segments = segmentsOf(path);
  if (segments.length === 0 || segments.length > MAX_SEGMENTS) {
    return undefined;
  }
  for (let first = 0; first < segments.length; first++) {
    const end = segments.slice(first);
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const file = vscode.Uri.joinPath(uri, ...end);
      if (await isFile(file)) {
        return file;
      }
    }
  }
  return isAbsolute(path) ? undefined : search(segments);
}

/** A path that is told from where a tool ran, or from where packages begin, may be anywhere below. */
async function search(segments: readonly string[]): Promise<vscode.Uri | undefined> {
  const isPlain = segments.every((segment) => /^[\p{L}\p{N} ._+@-]+$/u.test(segment));
  const pattern = `**/${segments.join('/')}`;
  const [file, ...others] = isPlain ? await vscode.workspace.findFiles(pattern, notSources, 2) : [];
  return others.length === 0 ? file : undefined;
}

function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.replace(/^[A-Za-z]:/, '').split(/[\\/]/)) {
    if (segment === '..') {
      segments.pop();
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment);
    }
  }
  return segments;
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:)/.test(path);
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
