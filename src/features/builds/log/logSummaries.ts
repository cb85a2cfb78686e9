import type { Account } from '../../../account/account';
import { isOver, type BuildStatus } from '../../../api/builds/buildStatus';
import { findFailure, type LogFailure } from '../../../api/builds/log/logFailure';
import { LogRequests } from '../../../api/builds/log/logRequests';
import type { LogStep } from '../../../api/builds/log/logSteps';
import type { LogText } from '../../../api/builds/log/logText';
import { parseLog } from '../../../api/builds/log/parseLog';
import type { ApiClient } from '../../../api/client';
import { Emitter, type Disposable } from '../../../support/emitter';
import { buildKey } from '../../../ui/documents/logAddress';
import type { LogDocument } from './logDocument';
import { addressOf, type LogTarget } from './logTarget';

/** What a log says in short. Untrusted texts. */
export interface LogSummary {
  readonly steps: readonly LogStep[];
  /** Where a build failed that did. */
  readonly failure: LogFailure | undefined;
  /** Whether there is a log. */
  readonly hasLog: boolean;
}

/** What summaries are made of. */
export interface LogSummariesOptions {
  readonly clientFor: (account: Account) => ApiClient;
  /** The log of a build that is open, by its key. */
  readonly documentOf: (key: string) => LogDocument | undefined;
}

/** Builds whose summary is kept. */
const MAX_KEPT = 200;

/**
 * The steps of builds, and why they failed, read from their logs: from one that is open, else asked for once where the
 * build is over.
 */
export class LogSummaries implements Disposable {
  private readonly kept = new Map<string, LogSummary>();
  private readonly changes = new Emitter<string>();
  /** Told the key of a build of which more is known. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly options: LogSummariesOptions) {}

  /** What is known without asking, by the id of the build or of its place in the queue. */
  known(account: Pick<Account, 'id'>, key: string): LogSummary | undefined {
    return this.kept.get(keyOf(account, key));
  }

  /** Fails as a request does. */
  async of(account: Account, target: LogTarget, signal?: AbortSignal): Promise<LogSummary> {
    const address = addressOf(target);
    const key = buildKey(address);
    const status = target.build?.status ?? 'unknown';
    const kept = this.known(account, key);
    if (kept) {
      return kept;
    }
    const document = this.options.documentOf(key);
    if (document && document.text.lines.length > 0) {
      return summaryOf(document.text, document.status ?? status);
    }
    const client = this.options.clientFor(account);
    const requests = new LogRequests(client);
    const text = await requests.text({ ...address, status }, signal ?? new AbortController().signal);
    const log =
      text === undefined
        ? undefined
        : await parseLog(text, client.redactor, { isWhole: isOver(status), signal });
    const summary = log ? summaryOf(log, status) : { steps: [], failure: undefined, hasLog: false };
    if (log && isOver(status)) {
      this.keep(keyOf(account, key), key, summary);
    }
    return summary;
  }

  /** A log that is open has ended: what it says is kept. */
  note(document: LogDocument): void {
    const { address, text, status } = document;
    if (document.isRead && status !== undefined && text.lines.length > 0) {
      const key = buildKey(address);
      const id = keyOf({ id: address.accountId }, key);
      if (!this.kept.has(id)) {
        this.keep(id, key, summaryOf(text, status));
      }
    }
  }

  /** Forgets those of everybody else. */
  retainAccounts(isRetained: (accountId: string) => boolean): void {
    for (const key of [...this.kept.keys()]) {
      if (!isRetained(key.split('/', 1).join(''))) {
        this.kept.delete(key);
      }
    }
  }

  dispose(): void {
    this.kept.clear();
    this.changes.dispose();
  }

  private keep(id: string, key: string, summary: LogSummary): void {
    this.kept.set(id, summary);
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - MAX_KEPT))) {
      this.kept.delete(oldest);
    }
    this.changes.fire(key);
  }
}

function keyOf({ id }: Pick<Account, 'id'>, key: string): string {
  return `${id}/${key}`;
}

function summaryOf(text: LogText, status: BuildStatus): LogSummary {
  const failed = status === 'failed' || status === 'timedOut';
  return {
    steps: text.steps.map((step) => ({ ...step })),
    failure: failed ? findFailure(text) : undefined,
    hasLog: true,
  };
}
