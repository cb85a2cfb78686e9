import type { Memento } from '../../../support/memento';
import { JsonObject } from '../../../api/decode';
import { methods, type Method } from '../../../api/openapi/model';

/** Key of the workspace's memory; no secrets. */
export const REQUEST_HISTORY = 'appcircle.requestHistory';

/** A request that was sent: no query, no header, no body, no token (R27, T10). */
export interface HistoryEntry {
  /** Id of the account's credential. */
  readonly owner: string;
  /** Id of the account: one of the sub-organizations that the credential reaches, or its own. */
  readonly account: string;
  readonly method: Method;
  readonly path: string;
  readonly status: number;
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
}

const MAX_ENTRIES = 100;

/** What was sent from this workspace, newest first. The documents are remembered while the window is open, in memory. */
export class RequestHistory {
  private readonly texts = new Map<string, string>();

  constructor(private readonly memento: Memento) {}

  get entries(): HistoryEntry[] {
    return this.stored.flatMap((value) => entryIn(value) ?? []);
  }

  /** `text` is the document that it was sent from. */
  async add(entry: HistoryEntry, text: string): Promise<void> {
    this.texts.set(keyOf(entry), text);
    await this.write([entry, ...this.entries].slice(0, MAX_ENTRIES));
  }

  /** The document of an entry, where it was sent in this window. */
  textOf(entry: HistoryEntry): string | undefined {
    return this.texts.get(keyOf(entry));
  }

  async clear(account?: string): Promise<void> {
    await this.write(account === undefined ? [] : this.entries.filter((entry) => entry.account !== account));
  }

  /** Forgets what belongs to any other credential, or cannot be told to belong to one of these (rule 8). */
  async retainAccounts(credentialIds: readonly string[]): Promise<void> {
    const kept = this.entries.filter(({ owner }) => credentialIds.includes(owner));
    this.forgetTexts(kept);
    if (kept.length < this.stored.length) {
      await this.write(kept);
    }
  }

  private get stored(): readonly unknown[] {
    const stored = this.memento.get(REQUEST_HISTORY);
    return Array.isArray(stored) ? (stored as unknown[]) : [];
  }

  private forgetTexts(kept: readonly HistoryEntry[]): void {
    const keys = new Set(kept.map(keyOf));
    for (const key of [...this.texts.keys()].filter((known) => !keys.has(known))) {
      this.texts.delete(key);
    }
  }

  private async write(entries: readonly HistoryEntry[]): Promise<void> {
    this.forgetTexts(entries);
    await this.memento.update(REQUEST_HISTORY, entries.length > 0 ? entries : undefined);
  }
}

function keyOf({ owner, method, path, at }: HistoryEntry): string {
  return JSON.stringify([owner, method, path, at]);
}

function entryIn(value: unknown): HistoryEntry | undefined {
  const row = JsonObject.of(value);
  const method = methods.find((known) => known === row?.text('method'));
  const owner = row?.text('owner');
  const account = row?.text('account');
  const path = row?.text('path');
  const status = row?.number('status');
  const at = row?.number('at');
  return method &&
    owner !== undefined &&
    account !== undefined &&
    path !== undefined &&
    status !== undefined &&
    at !== undefined
    ? { owner, account, method, path, status, at }
    : undefined;
}
