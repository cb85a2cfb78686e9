import type { Account } from '../../../../src/account/account';
import { SessionStore } from '../../../../src/account/sessionStore';
import type { ApiClient, ApiRequest, RawRequest } from '../../../../src/api/client';
import { Failure } from '../../../../src/api/failure';
import { Redactor } from '../../../../src/support/redact';
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
  /** Of every profile. */
  workflows: Raw[] = [];
  configurations: Raw[] = [];
  /** Logs of builds that are over, by the id of the build. */
  logs: Record<string, string> = {};
  /** Of whatever runs. */
  queueLog: string | undefined;
  /** Targets of starts. */
  readonly started: string[] = [];
  readonly redactor = new Redactor();
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
      base: 'https://api.example',
      account,
      redactor: this.redactor,
      missingRoutes: new Set<string>(),
      log: new RecordingLog(),
      sendRaw: async ({ target, signal }: RawRequest) => {
        this.asked.push(target);
        await this.waits;
        signal?.throwIfAborted();
        this.failAt(target);
        return this.answerRaw(target);
      },
      get: async ({ path, query, signal }: ApiRequest) => {
        const branch = query?.['branchId'];
        this.asked.push(branch === undefined ? path : `${path} ${branch}`);
        await this.waits;
        signal?.throwIfAborted();
        this.failAt(path);
        return this.answer(path, branch ?? '');
      },
    }) as unknown as ApiClient;

  /** Somebody else of the same organization is active from now on. */
  switchAccount(): void {
    this.sessions.setSignedIn(accountOf(keyOf('k'), hostsAt('https://api.example'), 'else'));
  }

  private failAt(path: string): void {
    const failure = Object.entries(this.fails).find(([part]) => path.includes(part))?.[1];
    if (failure) throw failure;
  }

  /** A log, or what a start answers. */
  private answerRaw(target: string): unknown {
    const isStart = target.includes('?action=build');
    if (isStart) this.started.push(target);
    const [, id] = /\/builds\/([^/]+)\/logs/.exec(target) ?? [];
    const log = id === undefined ? this.queueLog : this.logs[id];
    const text = isStart ? `{"queueItemId":"queued-${this.started.length}"}` : log;
    return {
      status: text === undefined ? 404 : 200,
      statusText: '',
      headers: [['content-type', 'text/plain']],
      body: Buffer.from(text ?? ''),
      size: 0,
      streamed: false,
    };
  }

  private answer(path: string, branchId: string): unknown {
    const last = decodeURIComponent(path.split('/').at(-1) ?? '');
    if (path.endsWith('/workflows')) return this.workflows;
    if (path.endsWith('/configurations')) return this.configurations;
    if (path.endsWith('/status')) return this.statusOf(path.split('/').at(-2) ?? '');
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

  private statusOf(buildId: string): unknown {
    const build = Object.values(this.builds)
      .flat()
      .find(({ id }) => id === buildId);
    if (!build) throw new Failure('notFound', { host: 'api.example', status: 404 });
    return build['status'];
  }
}
