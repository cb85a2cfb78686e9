import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import { isOver } from '../../../api/builds/buildStatus';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import type { BuildLists } from '../tree/buildLists';
import { itemsOfBranch } from '../tree/liveRows';
import type { BuildState } from '../watch/buildState';
import type { BuildWatch } from '../watch/buildWatch';
import type { Repositories } from '../workspace/repositories';
import type { WorkspaceProfiles } from '../workspace/workspaceProfiles';
import { looksSame, branchKey, type BranchBuild } from './branchBuild';
import { checkedOutBranches, type CheckedOutBranch } from './checkedOut';

/** So many profiles of the workspace are asked for at most. */
const MAX_PROFILES = 5;
/** Who comes back after so long sees what happened since, in milliseconds. */
const AWAY_MS = 300_000;
/** A list may say that a build runs of which a dashboard no longer knows: so often it is asked again, after so long. */
const MAX_DOUBTS = 3;
const DOUBT_MS = 20_000;
/** So long after a push a build of it may begin, in milliseconds. */
const PUSH_MS = 180_000;

/** What knowing it takes. */
export interface BranchBuildsDeps {
  sessions: SessionStore;
  lists: Pick<BuildLists, 'profiles' | 'branches'>;
  repositories: Pick<Repositories, 'load' | 'onDidPush'>;
  workspace: Pick<WorkspaceProfiles, 'linkOf' | 'onDidChange'>;
  watch: Pick<BuildWatch, 'underWay' | 'onDidChange' | 'onDidEnd' | 'want' | 'refresh'>;
  /** Told whether a profile belongs to the workspace, so that the next window knows whether to look. */
  remember: (account: Account, hasProfiles: boolean) => void;
}

/**
 * The newest build of what is checked out, of each profile of the workspace. Looks when another branch is checked out
 * and when somebody comes back after a while, and goes on while a build of it is under way, or may begin after a push.
 */
export class BranchBuilds implements Disposable {
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  readonly onDidChange = this.changes.event;
  private builds: readonly BranchBuild[] = [];
  /** How builds ended that a list does not know of yet, by their branch. */
  private readonly ends = new Map<string, BuildState & { readonly seenAt: number }>();
  private account: Account | undefined;
  private lookedFor = '';
  private lastLook = 0;
  private isLookDue = false;
  private looking: Promise<void> | undefined;
  private watching: Disposable | undefined;
  private pushed: NodeJS.Timeout | undefined;
  private doubt: NodeJS.Timeout | undefined;
  private doubts = 0;

  constructor(private readonly deps: BranchBuildsDeps) {
    const { sessions, lists, repositories, workspace, watch } = deps;
    this.account = sessions.account;
    const follow = () => {
      this.follow();
    };
    for (const subscription of [
      sessions.onDidChange(follow),
      lists.profiles.onDidChange(follow),
      workspace.onDidChange(follow),
      watch.onDidChange(follow),
      watch.onDidEnd((end) => {
        this.noteEnd(end);
      }),
      repositories.onDidPush(() => {
        this.expectBuild();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && (this.isLookDue || (this.lookedFor !== '' && Date.now() - this.lastLook > AWAY_MS))) {
          void this.look();
        }
      }),
    ]) {
      this.disposables.add(subscription);
    }
    this.follow();
  }

  /** One of each profile; what is under way first, then the newest. */
  get all(): readonly BranchBuild[] {
    return this.builds;
  }

  get newest(): BranchBuild | undefined {
    return this.builds[0];
  }

  /** Finds out what belongs to the workspace, and looks at it. Fails as a request does. */
  async find(): Promise<void> {
    await Promise.all([this.deps.repositories.load(), this.deps.lists.profiles.rows()]);
    this.follow();
    await (this.looking ?? this.look());
  }

  dispose(): void {
    clearTimeout(this.pushed);
    clearTimeout(this.doubt);
    this.watching?.dispose();
    this.disposables.dispose();
  }

  private get branches(): readonly CheckedOutBranch[] {
    return checkedOutBranches(this.deps.lists, this.deps.workspace).slice(0, MAX_PROFILES);
  }

  private follow(): void {
    const { sessions, lists, workspace, remember } = this.deps;
    const { account } = sessions;
    if (account?.id !== this.account?.id) {
      this.ends.clear();
      this.lookedFor = '';
    }
    this.account = account;
    const { state } = lists.profiles;
    if (account && state.kind === 'ready') {
      remember(
        account,
        state.rows.some((profile) => workspace.linkOf(profile) !== undefined),
      );
    }
    const wanted = this.branches.map(branchKey).join();
    if (wanted !== this.lookedFor) {
      this.lookedFor = wanted;
      this.doubts = 0;
      void this.look();
    }
    this.tell();
  }

  private look(): Promise<void> {
    const look = this.lookOnce().finally(() => {
      this.looking = this.looking === look ? undefined : this.looking;
    });
    this.looking = look;
    return look;
  }

  /** What fails is told where somebody looks at the rows; here what was known stays. */
  private async lookOnce(): Promise<void> {
    const { branches } = this;
    this.isLookDue = !vscode.window.state.focused;
    if (branches.length === 0 || this.isLookDue) {
      return;
    }
    const { lists, watch } = this.deps;
    this.lastLook = Date.now();
    const known = new Map(this.ends);
    const load = async ({ profile, ...branch }: CheckedOutBranch) => {
      const key = branchKey({ profile, ...branch });
      lists.branches.forget(profile.id);
      await lists.branches.rowsOf(profile.id);
      if (this.ends.get(key) === known.get(key)) {
        this.ends.delete(key);
      }
    };
    await Promise.allSettled([watch.refresh(), ...branches.map(load)]);
    this.tell();
    clearTimeout(this.doubt);
    const isDoubtful = this.builds.some(({ item, status }) => !item && !isOver(status));
    if (isDoubtful && this.doubts++ < MAX_DOUBTS) {
      this.doubt = setTimeout(() => void this.look(), DOUBT_MS);
    }
  }

  private noteEnd(end: BuildState): void {
    const branch = this.branches.find(
      ({ profile, name }) => profile.id === end.profile.id && name === end.branch.name,
    );
    if (branch && isOver(end.status)) {
      this.ends.set(branchKey(branch), { ...end, seenAt: Date.now() });
      this.tell();
    } else if (branch) {
      void this.look();
    }
  }

  private expectBuild(): void {
    clearTimeout(this.pushed);
    this.pushed = setTimeout(() => {
      this.pushed = undefined;
      this.tell();
    }, PUSH_MS);
    this.tell();
  }

  private tell(): void {
    const before = this.builds;
    this.builds = this.branches
      .flatMap((branch) => this.buildOf(branch) ?? [])
      .sort((a, b) => Number(!a.item) - Number(!b.item) || (b.at ?? 0) - (a.at ?? 0));
    const isUnderWay = this.builds.some(({ item }) => item);
    const isExpected = this.pushed !== undefined && this.branches.length > 0;
    if (isUnderWay || isExpected) {
      this.watching ??= this.deps.watch.want();
    } else {
      this.watching?.dispose();
      this.watching = undefined;
    }
    if (!looksSame(before, this.builds)) {
      this.changes.fire(undefined);
    }
  }

  private buildOf(branch: CheckedOutBranch): BranchBuild | undefined {
    const { lists, watch } = this.deps;
    const { profile, name } = branch;
    const own = { profile, branchName: name };
    const [item] = itemsOfBranch(watch, profile, { name });
    if (item) {
      this.ends.delete(branchKey(branch));
      return { ...own, status: item.status, at: item.queuedAt, item };
    }
    const ended = this.ends.get(branchKey(branch));
    if (ended) {
      return { ...own, status: ended.status, at: ended.seenAt, ended };
    }
    const known = lists.branches.lastRowsOf(profile.id)?.find((one) => one.name === name);
    return known?.status && { ...own, status: known.status, at: known.lastBuildAt };
  }
}
