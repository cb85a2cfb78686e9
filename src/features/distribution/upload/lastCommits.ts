import * as vscode from 'vscode';
import { delay } from '../../../support/time';

/** As much of the git extension (its `git.d.ts`, version 1) as is read here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly state: string; getRepository(uri: vscode.Uri): Repository | null };
}

interface Repository {
  log(options: { maxEntries: number }): Promise<readonly Commit[]>;
  /** Annotated tags come with the commit that they are of. Newer than the rest. */
  getRefs?(query: { pattern: string }): Promise<readonly { readonly commit?: string }[]>;
}

interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
}

/** Commits that are looked at: who tags has tagged one of them. */
const COMMITS_READ = 50;
/** Commits that are proposed where there is no tag. */
const MAX_PROPOSED = 10;
/** Milliseconds. Nobody waits for a proposal. */
const GIT_TIMEOUT = 2000;

/**
 * What the last commits say, `- subject` a line: those since the last tag, or the last few. They are of the repository
 * that holds the file, else of the first folder of the workspace. Undefined wherever the git extension cannot
 * tell: it is absent or disabled, has not looked yet, takes too long, or fails.
 */
export async function lastCommits(file: vscode.Uri): Promise<string | undefined> {
  try {
    return await Promise.race([readSubjects(file), delay(GIT_TIMEOUT).then(() => undefined)]);
  } catch {
    return undefined;
  }
}

async function readSubjects(file: vscode.Uri): Promise<string | undefined> {
  const repository = findRepository(file);
  const commits = await repository?.log({ maxEntries: COMMITS_READ });
  if (!repository || !commits) {
    return undefined;
  }
  const tagged = new Set((await readTags(repository)).map(({ commit }) => commit));
  // What is being uploaded may have its own tag already.
  const end = commits.findIndex(({ hash }, index) => index > 0 && tagged.has(hash));
  const lines = (end === -1 ? commits : commits.slice(0, end))
    .filter(({ parents }) => parents.length < 2)
    .map(({ message }) => message.trim().split(/\r?\n/)[0] ?? '')
    .filter((subject) => subject !== '')
    .slice(0, end === -1 ? MAX_PROPOSED : COMMITS_READ);
  return lines.length === 0 ? undefined : lines.map((subject) => `- ${subject}`).join('\n');
}

function findRepository(file: vscode.Uri): Repository | undefined {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const api = extension?.isActive && extension.exports.enabled ? extension.exports.getAPI(1) : undefined;
  if (api?.state !== 'initialized') {
    return undefined;
  }
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return api.getRepository(file) ?? (folder && api.getRepository(folder.uri)) ?? undefined;
}

async function readTags(repository: Repository): Promise<readonly { readonly commit?: string }[]> {
  try {
    return (await repository.getRefs?.({ pattern: 'refs/tags' })) ?? [];
  } catch {
    return [];
  }
}
