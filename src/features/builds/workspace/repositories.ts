import * as vscode from 'vscode';
import { Disposables } from '../../../support/disposables';
import { Emitter } from '../../../support/emitter';
import { delay } from '../../../support/time';
import { findGitExtension, TAG, type GitApi, type GitRepository } from './gitExtension';

/** What is checked out: a branch, a tag, or a commit that is neither. */
export type Head =
  | { readonly kind: 'branch' | 'tag'; readonly name: string; readonly commit: string | undefined }
  | { readonly kind: 'detached'; readonly commit: string };

/** A repository of the workspace. */
export interface Repository {
  readonly root: vscode.Uri;
  /** Addresses of its remotes, each once. */
  readonly remotes: readonly string[];
  /** Undefined where nothing was committed yet. */
  readonly head: Head | undefined;
}

/** Nobody waits longer for the git extension to look around, in milliseconds. */
const READY_TIMEOUT = 2000;

/**
 * The git repositories of the workspace, through the git extension, which is never needed: where there is none, or it
 * is disabled, there are none. Asks nothing before `load`.
 */
export class Repositories implements vscode.Disposable {
  private api: GitApi | undefined;
  private loading: Promise<void> | undefined;
  private ofFile: GitRepository | undefined;
  private told = '[[],null]';
  private readonly changes = new Emitter<undefined>();
  /** Told when there are others, another is the active one, or another branch of one is checked out. */
  readonly onDidChange = this.changes.event;
  private readonly pushes = new Emitter<undefined>();
  /** Told when a branch that is checked out was pushed. */
  readonly onDidPush = this.pushes.event;
  /** How far branches that are checked out were ahead, by their repository. */
  private readonly ahead = new Map<string, { readonly name: string | undefined; readonly count: number }>();
  private readonly disposables = new Disposables();
  private watched: Disposables | undefined;

  /** Comes back once the repositories are known, or after a moment. Never fails. */
  load(): Promise<void> {
    this.loading ??= this.start();
    return Promise.race([this.loading, delay(READY_TIMEOUT)]);
  }

  get all(): readonly Repository[] {
    return (this.api?.repositories ?? []).map(read);
  }

  /**
   * The one that the file of the active editor is in, or was in before something else was opened; else the one that the
   * Source Control view shows.
   */
  get active(): Repository | undefined {
    const all = this.api?.repositories ?? [];
    const ofFile = this.ofFile && all.includes(this.ofFile) ? this.ofFile : undefined;
    const repository = ofFile ?? all.find(({ ui }) => ui.selected) ?? all[0];
    return repository && read(repository);
  }

  /** The one that a folder is in. */
  at(folder: vscode.Uri): Repository | undefined {
    const repository = this.api?.getRepository(folder);
    return repository ? read(repository) : undefined;
  }

  dispose(): void {
    this.watched?.dispose();
    this.disposables.dispose();
  }

  private async start(): Promise<void> {
    const extension = await findGitExtension();
    if (!extension) {
      return;
    }
    const takeUp = () => {
      this.api = extension.enabled ? extension.getAPI(1) : undefined;
      this.watch();
    };
    this.disposables.add(extension.onDidChangeEnablement(takeUp));
    this.disposables.add(
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.tell();
      }),
    );
    takeUp();
    await this.initialized();
    this.tell();
  }

  private async initialized(): Promise<void> {
    const { api } = this;
    if (api && api.state !== 'initialized') {
      await new Promise<void>((resolve) => {
        const done = this.disposables.add(
          api.onDidChangeState(() => {
            done.dispose();
            resolve();
          }),
        );
      });
    }
  }

  /** Each repository tells by itself; which there are, the extension does. */
  private watch(): void {
    this.watched?.dispose();
    const watched = new Disposables();
    this.watched = watched;
    const { api } = this;
    const tell = () => {
      this.tell();
    };
    const again = () => {
      this.watch();
    };
    if (api) {
      watched.add(api.onDidOpenRepository(again));
      watched.add(api.onDidCloseRepository(again));
      for (const { state, ui } of api.repositories) {
        watched.add(state.onDidChange(tell));
        watched.add(ui.onDidChange(tell));
      }
    }
    tell();
  }

  /** Repositories tell of each change of a file. */
  private tell(): void {
    const file = vscode.window.activeTextEditor?.document.uri;
    this.ofFile = (file?.scheme === 'file' ? this.api?.getRepository(file) : undefined) ?? this.ofFile;
    const now = JSON.stringify([this.all, this.active?.root ?? null]);
    if (now !== this.told) {
      this.told = now;
      this.changes.fire(undefined);
    }
    if ((this.api?.repositories ?? []).map((repository) => this.isPushed(repository)).includes(true)) {
      this.pushes.fire(undefined);
    }
  }

  /** The same branch has less to push than it had. */
  private isPushed({ rootUri, state: { HEAD } }: GitRepository): boolean {
    const key = rootUri.toString();
    const before = this.ahead.get(key);
    const { name, ahead: count = 0 } = HEAD ?? {};
    this.ahead.set(key, { name, count });
    return before !== undefined && before.name === name && before.count > count;
  }
}

function read({ rootUri, state: { HEAD, remotes } }: GitRepository): Repository {
  const addresses = remotes.flatMap(({ fetchUrl, pushUrl }) => [fetchUrl, pushUrl]);
  return {
    root: rootUri,
    remotes: [...new Set(addresses)].filter((address) => address !== undefined),
    head: readHead(HEAD),
  };
}

function readHead(ref: GitRepository['state']['HEAD']): Head | undefined {
  const { name, commit, type } = ref ?? {};
  if (name !== undefined) {
    return { kind: type === TAG ? 'tag' : 'branch', name, commit };
  }
  return commit === undefined ? undefined : { kind: 'detached', commit };
}
