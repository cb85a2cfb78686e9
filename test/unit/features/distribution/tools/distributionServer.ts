import type { CommandScope } from '../../../../../src/account/commandScope';
import type { Account } from '../../../../../src/account/account';
import type { ApiRequest } from '../../../../../src/api/client';
import { Failure } from '../../../../../src/api/failure';
import { Redactor } from '../../../../../src/support/redact';
import type { ToolCall } from '../../../../../src/ui/tools/tool';
import { RecordingLog } from '../../../support/fakes/log';
import { now } from '../versions/versionFixture';

type Raw = Record<string, unknown>;

/** An id as the API has them. */
export const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

/** Appcircle, as far as a tool that reads profiles sees it. */
export class DistributionServer {
  profiles: Raw[] = [];
  /** By the id of the profile. */
  versions: Record<string, Raw[]> = {};
  groups: Raw[] | Failure = [];
  asked: string[] = [];
  readonly redactor = new Redactor();

  constructor(private readonly account?: Account) {}

  call(signal = new AbortController().signal): ToolCall {
    const client = {
      host: 'api.example',
      log: new RecordingLog(),
      redactor: this.redactor,
      get: ({ path }: ApiRequest) => Promise.resolve().then(() => this.answer(path)),
    };
    const scope = { account: this.account, client, isCurrent: () => true } as unknown as CommandScope;
    return { scope, signal, now };
  }

  private answer(path: string): unknown {
    this.asked.push(path);
    if (path.endsWith('/testing-groups')) {
      if (this.groups instanceof Failure) throw this.groups;
      return this.groups;
    }
    if (path.endsWith('/profiles')) return this.profiles;
    const id = decodeURIComponent(path.split('/').at(-1) ?? '');
    const profile = this.profiles.find((row) => row['id'] === id);
    if (!profile) throw new Failure('notFound', { host: 'api.example', status: 404 });
    return { ...profile, appVersions: this.versions[id] ?? [] };
  }
}
