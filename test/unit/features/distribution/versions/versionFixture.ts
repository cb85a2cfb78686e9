import type * as vscode from 'vscode';
import type { Account } from '../../../../../src/account/account';
import { SessionStore } from '../../../../../src/account/sessionStore';
import { decodeVersion, type AppVersion } from '../../../../../src/api/distribution/appVersion';
import type { VersionField } from '../../../../../src/api/distribution/versionField';
import { listVersions } from '../../../../../src/api/distribution/appVersions';
import type { ApiClient, ApiRequest } from '../../../../../src/api/client';
import { JsonObject } from '../../../../../src/api/decode';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { AccountLoads } from '../../../../../src/ui/lists/accountLoads';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { RecordingLog } from '../../../support/fakes/log';

/** What the time is in the tests of versions, and how long a day is, in milliseconds. */
export const now = Date.parse('2026-08-01T12:00:00.000Z');
export const day = 24 * 3600 * 1000;
export const daysAgo = (days: number) => new Date(now - days * day).toISOString();

export const profile = { id: 'p', name: 'Field Reports', versions: {}, raw: {} } as DistributionProfile;

type Raw = Record<string, unknown>;

/** A row of the API, of a version that somebody uploaded two days ago. */
export function rawVersion(id: string, more: Raw = {}): Raw {
  return {
    id,
    version: '2.4.0',
    versionCode: '318',
    platformType: 1,
    fileType: 1,
    fileSize: 12_300_000,
    createDate: daysAgo(2),
    downloadCount: 0,
    ...more,
  };
}

/** The same, read. */
export function version(more: Raw = {}, id = 'v'): AppVersion {
  const row = JsonObject.of<VersionField>(rawVersion(id, more));
  const read = row && decodeVersion(row, now);
  if (!read) throw new Error('no version');
  return read;
}

/** Versions of a server, and who is signed in to it. */
export class VersionServer {
  readonly sessions = new SessionStore();
  readonly account = accountOf(keyOf('k'), hostsAt('https://api.example'), 'somebody');
  /** Paths that were asked for, each with the account that asked. */
  readonly asked: string[] = [];
  readonly signals: AbortSignal[] = [];
  /** What it answers, by the id of the profile. */
  answers: Record<string, Raw[]> = {};
  fails: Error | undefined;
  /** What an answer waits for. */
  waits: Promise<unknown> = Promise.resolve();

  constructor() {
    this.sessions.setSignedIn(this.account);
  }

  readonly clientFor = (account: Account): ApiClient =>
    ({
      host: 'api.example',
      log: new RecordingLog(),
      get: async ({ path, signal }: ApiRequest) => {
        this.asked.push(`${account.subject} ${path}`);
        if (signal) this.signals.push(signal);
        const { fails } = this;
        const appVersions = this.answers[decodeURIComponent(path.split('/').at(-1) ?? '')];
        await this.waits;
        if (fails) throw fails;
        return { appVersions };
      },
    }) as unknown as ApiClient;

  /** The versions of its profiles, as the view asks for them. */
  loads(): AccountLoads<AppVersion> {
    return new AccountLoads(this.sessions, (account, profileId, signal) =>
      listVersions(this.clientFor(account), profileId, signal),
    );
  }

  /** Somebody else of the same organization is active from now on. */
  switchAccount(): void {
    this.sessions.setSignedIn(accountOf(keyOf('k'), hostsAt('https://api.example'), 'else'));
  }
}

/** What a row shows and says, its role included. */
export function shown(item: vscode.TreeItem): object {
  const { label, description, contextValue, collapsibleState, accessibilityInformation, command } = item;
  const icon = item.iconPath as (vscode.ThemeIcon & { light?: vscode.Uri }) | undefined;
  return Object.fromEntries(
    Object.entries({
      label,
      description,
      icon: icon?.light ? icon.light.path.split('/').at(-1) : icon?.id,
      contextValue,
      opens: ['no', 'closed', 'open'][collapsibleState ?? 0],
      name: accessibilityInformation?.label,
      role: accessibilityInformation?.role,
      command: command?.command,
    }).filter(([, value]) => value !== undefined),
  );
}
