import type { AccountMemento, ValueOwner } from '../../../account/accountMemento';
import { JsonObject } from '../../../api/decode';
import { knownMethod, type Method } from '../../../api/openapi/model';

/** A request that was sent: no query, no header, no body, no token (R27, T10). */
export interface HistoryEntry {
  readonly method: Method;
  readonly path: string;
  readonly status: number;
  /** When its response came, in milliseconds since 1970. */
  readonly at: number;
}

const MAX_ENTRIES = 100;

/**
 * What each account sent from this workspace, newest first. The documents are remembered while the window is open, in
 * memory.
 */
export class RequestHistory {
  /** By account, the documents of its entries. */
  private readonly texts = new Map<string, Map<string, string>>();

  constructor(private readonly stored: AccountMemento) {}

  of(accountId: string): HistoryEntry[] {
    const stored = this.stored.of(accountId);
    return Array.isArray(stored) ? stored.flatMap((value) => entryIn(value) ?? []) : [];
  }

  /** `text` is the document that it was sent from. */
  async add(account: ValueOwner, entry: HistoryEntry, text: string): Promise<void> {
    const texts = this.texts.get(account.id) ?? new Map<string, string>();
    this.texts.set(account.id, texts.set(keyOf(entry), text));
    await this.stored.set(account, [entry, ...this.of(account.id)].slice(0, MAX_ENTRIES));
    this.forgetTexts();
  }

  /** The document of an entry, where it was sent in this window. */
  textOf(accountId: string, entry: HistoryEntry): string | undefined {
    return this.texts.get(accountId)?.get(keyOf(entry));
  }

  /** Fails with `UnsavedStateError` where the editor keeps it all the same. */
  async clear(account: ValueOwner): Promise<void> {
    await this.stored.forget(account);
    this.forgetTexts();
  }

  /** Forgets the documents of entries that are remembered no more. */
  forgetTexts(): void {
    for (const [accountId, texts] of this.texts) {
      const remembered = new Set(this.of(accountId).map(keyOf));
      for (const key of texts.keys()) {
        if (!remembered.has(key)) {
          texts.delete(key);
        }
      }
    }
  }
}

function keyOf({ method, path, at }: HistoryEntry): string {
  return JSON.stringify([method, path, at]);
}

function entryIn(value: unknown): HistoryEntry | undefined {
  const row = JsonObject.of(value);
  const method = knownMethod(row?.text('method') ?? '');
  const path = row?.text('path');
  const status = row?.number('status');
  const at = row?.number('at');
  return method && path !== undefined && status !== undefined && at !== undefined
    ? { method, path, status, at }
    : undefined;
}
