import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths';

/** What is opened: an app for iOS that does not compile, as the first builds in the sandbox tell. */
const sample = path.join(root, 'test/vscode/sample');

/** Writes a small mobile project to open; files that are there already stay as they are. */
export function makeWorkspace(folder: string): string {
  cpSync(sample, folder, { recursive: true, force: false });
  return folder;
}

/** What a workspace is a working copy of. */
export interface WorkingCopy {
  readonly remote: string;
  readonly branch: string;
}

/** Makes a workspace a repository of git with one commit. */
export function makeRepository(folder: string, { remote, branch }: WorkingCopy): void {
  git(folder, 'init', '--quiet', `--initial-branch=${branch}`);
  git(folder, 'remote', 'add', 'origin', remote);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message=Begin');
}

/** Runs git in a folder as nobody in particular, whatever this machine has set up. */
export function git(folder: string, ...parameters: string[]): void {
  const who = ['-c', 'user.name=Mika', '-c', 'user.email=mika@people.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...parameters], { cwd: folder, stdio: 'pipe' });
}
