import * as vscode from 'vscode';

/** As much of the git extension (its `git.d.ts`, version 1) as is read here. */
export interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly state: string;
  readonly onDidChangeState: vscode.Event<string>;
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<unknown>;
  readonly onDidCloseRepository: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: GitRef | undefined;
    readonly remotes: readonly { readonly fetchUrl?: string; readonly pushUrl?: string }[];
    readonly onDidChange: vscode.Event<void>;
  };
  /** Whether it is the one that the Source Control view shows. */
  readonly ui: { readonly selected: boolean; readonly onDidChange: vscode.Event<void> };
}

/** A detached head has no name, but where a tag is at the same commit: then it has that name and type. */
interface GitRef {
  readonly type?: number;
  readonly name?: string;
  readonly commit?: string;
  /** How many commits its upstream does not have. */
  readonly ahead?: number;
}

/** `RefType.Tag` of the git extension. */
export const TAG = 2;

/** The git extension, started; undefined where there is none, or none that starts. */
export async function findGitExtension(): Promise<GitExtension | undefined> {
  try {
    return await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  } catch {
    return undefined;
  }
}
