import type { Account } from '../../../../src/account/account';
import { SessionStore } from '../../../../src/account/sessionStore';
import type { ApiClient, ApiRequest } from '../../../../src/api/client';
import { Failure } from '../../../../src/api/failure';
import { accountOf, hostsAt, keyOf } from '../../account/accountFixture';
import { RecordingLog } from '../../support/fakes/log';

type Raw = Record<string, unknown>;

/** What the time is in the tests of builds, and how long an hour is, in milliseconds. */
export const now = Date.parse('2026-08-01T12:00:00.000Z');
export const hour = 3_600_000;
export const ago = (milliseconds: number) => new Date(now - milliseconds).toISOString();

/** A row of the API, of a profile that was built an hour ago. */
export function rawProfile(id: string, more: Raw = {}): Raw {
  return { id, name: id, pinned: false, os: 1, lastBuildDate: ago(hour), ...more };
}

export function rawBranch(name: string, more: Raw = {}): Raw {
  return { id: `${name}-id`, name, buildStatus: 0, lastBuildDate: ago(hour), ...more };
}

/** A build that succeeded in three minutes and twelve seconds, an hour ago. */
export function rawBuild(id: string, more: Raw = {}): Raw {
  return {
    id,
    commitId: `commit of ${id}`,
    hash: 'a1b2c3d4e5f6',
    status: 0,
    startDate: ago(hour),
    endDate: ago(hour - 192_000),
    ...more,
  };
}

export function rawCommit(buildId: string, message: string, more: Raw = {}): Raw {
  return { id: `commit of ${buildId}`, hash: 'a1b2c3d4e5f6', message, author: 'Mika', ...more };
}

/** A row of the dashboard. */
export function rawUnderWay(id: string, more: Raw = {}): Raw {
  return {
    id,
    profileId: 'harbor',
    profileName: 'Harbor',
    branchName: 'main',
    queueItemStatus: 1,
    startQueueDateTime: ago(130_000),
    ...more,
  };
}

/** What a server has to tell of builds, and who is signed in to it. */
export class BuildServer {
  readonly sessions = new SessionStore();
  readonly account = {
    ...accountOf(keyOf('k'), hostsAt('https://api.example')),
    userName: 'mika@people.example',
  };
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  profiles: Raw[] = [];
  /** By the id of the profile. */
  branches: Record<string, Raw[]> = {};
  /** By the id of the branch. */
  builds: Record<string, Raw[]> = {};
  commits: Record<string, Raw[]> = {};
  underWay: Raw[] = [];
  /** By the id of the queue item. */
  queue: Record<string, Raw> = {};
  /** What a path fails with. */
  fails: Record<string, Failure> = {};
  /** What answers wait for. */
  waits: Promise<unknown> = Promise.resolve();

  constructor() {
    this.sessions.setSignedIn(this.account);
  }

  readonly clientFor = (account: Account): ApiClient =>
    ({
      host: 'api.example',
      account,
      log: new RecordingLog(),
      get: async ({ path, query, signal }: ApiRequest) => {
        const branch = query?.['branchId'];
        this.asked.push(branch === undefined ? path : `${path} ${branch}`);
        await this.waits;
        signal?.throwIfAborted();
        const failure = Object.entries(this.fails).find(([part]) => path.includes(part))?.[1];
        if (failure) throw failure;
        return this.answer(path, branch ?? '');
      },
    }) as unknown as ApiClient;

  /** Somebody else of the same organization is active from now on. */
  switchAccount(): void {
    this.sessions.setSignedIn(accountOf(keyOf('k'), hostsAt('https://api.example'), 'else'));
  }

  private answer(path: string, branchId: string): unknown {
    const last = decodeURIComponent(path.split('/').at(-1) ?? '');
    switch (path.replace(/\/[^/]+$/, '')) {
      case '/build/v2':
        return last === 'profiles' ? this.profiles : (this.commits[branchId] ?? []);
      case '/build/v1':
        return this.builds[branchId] ?? [];
      case '/build/v1/profiles':
        return { id: last, branches: this.branches[last] ?? [] };
      case '/build/v1/queue':
        if (last === 'my-dashboard') return { data: this.underWay };
        if (this.queue[last]) return this.queue[last];
    }
    throw new Failure('notFound', { host: 'api.example', status: 404 });
  }
}
