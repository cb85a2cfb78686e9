import { strict as assert } from 'node:assert';
import type { ApiClient } from '../../../../src/api/client';
import { Failure } from '../../../../src/api/failure';
import type { BoardApp } from '../../../../src/features/releaseBoard/boardApp';

export const harbor: BoardApp = { id: 'dev.example.harbor', platform: 'ios', name: 'Harbor' };

/** 2026-07-20T12:00Z, and days before it. */
export const noon = Date.UTC(2026, 6, 20, 12);
export const daysAgo = (days: number): string => new Date(noon - days * 86_400_000).toISOString();

type Row = Readonly<Record<string, unknown>>;

/** A server with a build, a version in distribution, a run, and a version in the store of `harbor`; and others. */
export class BoardServer {
  readonly asked: string[] = [];
  /** What each path gives: JSON, or a failure. */
  readonly routes = new Map<string, unknown>([
    ['/build/v2/profiles', [{ id: 'b1', name: 'Harbor iOS', os: 1 }]],
    [
      '/build/v1/profiles/b1',
      {
        branches: [
          { id: 'main', name: 'main', lastBuildDate: daysAgo(1), buildStatus: 0 },
          { id: 'old', name: 'old', lastBuildDate: daysAgo(9), buildStatus: 1 },
        ],
      },
    ],
    [
      '/build/v1/builds',
      [
        {
          id: 'q1',
          commitId: 'c1',
          hash: 'abcdef0123',
          status: 0,
          startDate: daysAgo(1),
          commitMessage: 'Ship it',
          commitAuthor: 'Mika',
        },
      ],
    ],
    [
      '/distribution/v2/profiles',
      [
        { id: 'd0', name: 'Never', lastAppVersionCreateDate: null },
        { id: 'd1', name: 'Harbor QA', lastAppVersionCreateDate: daysAgo(2) },
        { id: 'd2', name: 'Others', lastAppVersionCreateDate: daysAgo(1) },
      ],
    ],
    [
      '/distribution/v2/profiles/d1',
      {
        id: 'd1',
        appVersions: [
          distributed({ id: 'v2', version: '2.4.1', buildProfileId: 'b1' }),
          distributed({ id: 'v1', version: '2.4.0', createDate: daysAgo(5) }),
        ],
      },
    ],
    [
      '/distribution/v2/profiles/d2',
      {
        id: 'd2',
        appVersions: [
          distributed({ id: 'w2', version: '9', platformType: 2, createDate: daysAgo(1) }),
          distributed({
            id: 'w1',
            version: '8',
            uniqueName: 'dev.example.harbor.dev',
            createDate: daysAgo(1),
          }),
        ],
      },
    ],
    [
      '/publish/v2/profiles/ios',
      [
        { id: 'p1', name: 'Harbor', appUniqueId: harbor.id },
        { id: 'p2', name: 'Other', appUniqueId: 'dev.example.other' },
      ],
    ],
    [
      '/publish/v2/profiles/ios/p1/app-versions',
      [
        published({ id: 'r2', version: '2.4.1', versionCode: '130' }),
        published({ id: 'r1', version: '2.4.0', releaseCandidate: true, latestFlowStatus: 203 }),
      ],
    ],
    [
      '/publish/v2/profiles/ios/p1/app-versions/r1/publish',
      {
        id: 'run',
        status: 91,
        startedOn: daysAgo(1),
        steps: [
          {
            id: 's1',
            name: 'Approval',
            status: 203,
            publishId: 'run',
            startedByUser: { email: 'ada@example.com' },
          },
        ],
      },
    ],
    ['/publish/v2/profiles/android', []],
    ['/store/v2/profiles', [{ id: 's1', name: 'Harbor', lastBinaryReceivedDate: daysAgo(3) }]],
    [
      '/store/v2/profiles/s1/app-versions',
      [
        stored({ id: 'x2', version: '2.4.1', publishType: 0 }),
        stored({ id: 'x1', version: '2.3.0', publishType: 2, createDate: daysAgo(30) }),
      ],
    ],
  ]);

  readonly client = {
    host: 'api.example.com',
    log: { warn: () => undefined },
    get: ({ path, signal }: { path: string; signal?: AbortSignal }) => {
      this.asked.push(path);
      const found =
        this.routes.get(path) ?? new Failure('notFound', { host: 'api.example.com', status: 404 });
      if (signal?.aborted || found instanceof Failure) {
        return Promise.reject(found instanceof Failure ? found : new Failure('cancelled'));
      }
      return Promise.resolve(found);
    },
  } as unknown as ApiClient;

  /** Replaces the rows of a list. */
  change(path: string, change: (rows: Row[]) => unknown): void {
    assert.ok(this.routes.has(path), path);
    this.routes.set(path, change(this.routes.get(path) as Row[]));
  }
}

export function distributed(row: Row): Row {
  return { uniqueName: harbor.id, platformType: 1, createDate: daysAgo(2), ...row };
}

export function published(row: Row): Row {
  return { uniqueName: harbor.id, createDate: daysAgo(2), releaseCandidate: false, ...row };
}

export function stored(row: Row): Row {
  return { uniqueName: harbor.id, platformType: 1, createDate: daysAgo(3), ...row };
}
