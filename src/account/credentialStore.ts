import type { Event } from '../support/emitter';
import { Failure } from '../api/failure';
import type { Account } from './account';
import { parseRecord, recordOf, type FoundRecord, type StoredAccount } from './credentialRecord';

/** All our secrets begin with it; there is no other index. */
export const SECRET_PREFIX = 'appcircle.account.';

/** The part of VS Code's `SecretStorage` that is used. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
  keys(): PromiseLike<string[]>;
  readonly onDidChange: Event<{ key: string }>;
}

/**
 * What a read came to. An unreadable storage is not an empty one (R1, T6). `damaged`: it was read, and what stands there is
 * no record of this account, nor a newer version's.
 */
export type Read<T> =
  { kind: 'found'; value: T } | { kind: 'absent' } | { kind: 'damaged' } | { kind: 'unreadable' };

/**
 * `sessionOnly`: the editor did not keep it, so it lives as long as this window. `newerRecord`: so does this one,
 * since a newer version of the extension has a record of the account, which is left untouched.
 */
export type SecretPersistence = 'kept' | 'sessionOnly' | 'newerRecord';

/** What is stored, without the credentials. */
export interface StoredList {
  accounts: Account[];
  /** Ids of the records that a newer version of this extension wrote, which this one leaves alone. */
  newer: readonly string[];
  /** Ids of the records that nobody can use any more. They stay until a person wants them removed. */
  damaged: readonly string[];
}

/** Credentials at rest, in the editor's secret storage, one record an account. */
export class CredentialStore {
  /** Credentials that the editor did not keep, with what it held for the same account at that time. */
  private readonly sessionOnly = new Map<string, { stored: StoredAccount; instead: string | undefined }>();
  /** Fires when this or another window changed a record. */
  readonly onDidChange: Event<string>;

  constructor(private readonly secrets: Secrets) {
    this.onDidChange = (listener) =>
      secrets.onDidChange(({ key }) => {
        if (key.startsWith(SECRET_PREFIX)) {
          listener(key.slice(SECRET_PREFIX.length));
        }
      });
  }

  async list(): Promise<Read<StoredList>> {
    try {
      const ids = (await this.secrets.keys())
        .filter((key) => key.startsWith(SECRET_PREFIX))
        .map((key) => key.slice(SECRET_PREFIX.length));
      const texts = await Promise.all(ids.map((id) => this.secrets.get(SECRET_PREFIX + id)));
      const records = texts.map((text, index) => this.recordIn(text, ids[index] ?? ''));
      const idsOf = (kind: 'newer' | 'damaged') => ids.filter((_id, index) => records[index] === kind);
      const stored = records.filter((record) => typeof record === 'object').map(({ account }) => account);
      const unkept = [...this.sessionOnly.values()].map((held) => held.stored.account);
      const accounts = [
        ...stored,
        ...unkept.filter(({ id }) => !stored.some((account) => account.id === id)),
      ];
      return {
        kind: 'found',
        value: { accounts, newer: idsOf('newer'), damaged: idsOf('damaged') },
      };
    } catch {
      return { kind: 'unreadable' };
    }
  }

  async read(id: string): Promise<Read<StoredAccount>> {
    try {
      const record = this.recordIn(await this.secrets.get(SECRET_PREFIX + id), id);
      if (typeof record === 'object') {
        return { kind: 'found', value: record };
      }
      return { kind: record === 'damaged' ? 'damaged' : 'absent' };
    } catch {
      const unkept = this.sessionOnly.get(id);
      return unkept ? { kind: 'found', value: unkept.stored } : { kind: 'unreadable' };
    }
  }

  /** Whether the editor keeps a credential, as far as this window knows. */
  persistence(id: string): SecretPersistence {
    return this.sessionOnly.has(id) ? 'sessionOnly' : 'kept';
  }

  /** Stores and reads back: some systems take a secret without keeping it (R1). */
  async write(stored: StoredAccount): Promise<SecretPersistence> {
    const key = SECRET_PREFIX + stored.account.id;
    const text = recordOf(stored);
    let instead = await this.textOf(key);
    if (parseRecord(instead, stored.account.id) === 'newer') {
      this.sessionOnly.set(stored.account.id, { stored, instead });
      return 'newerRecord';
    }
    try {
      await this.secrets.store(key, text);
      instead = await this.secrets.get(key);
      if (instead === text) {
        this.sessionOnly.delete(stored.account.id);
        return 'kept';
      }
    } catch {
      // Told to the user by the result.
      instead = await this.textOf(key);
    }
    this.sessionOnly.set(stored.account.id, { stored, instead });
    return 'sessionOnly';
  }

  /** Undefined for what cannot be read, too. */
  private async textOf(key: string): Promise<string | undefined> {
    try {
      return await this.secrets.get(key);
    } catch {
      return undefined;
    }
  }

  /** What the storage says of an account, unless this window knows a newer credential that was not kept. */
  private recordIn(text: string | undefined, id: string): FoundRecord {
    const unkept = this.sessionOnly.get(id);
    if (unkept && (text === undefined || text === unkept.instead)) {
      return unkept.stored;
    }
    return parseRecord(text, id);
  }

  /** Deletes every secret of ours, readable or not, those of newer versions included (R3). */
  async deleteAll(): Promise<void> {
    this.sessionOnly.clear();
    try {
      const keys = (await this.secrets.keys()).filter((key) => key.startsWith(SECRET_PREFIX));
      await Promise.all(keys.map((key) => this.secrets.delete(key)));
    } catch {
      throw new Failure('storage');
    }
  }

  /**
   * Deletes the records that are damaged at this moment, and gives their ids. Each is read once more before: another window
   * may have signed in anew. Fails with `storage`.
   */
  async deleteDamaged(): Promise<string[]> {
    const read = await this.list();
    if (read.kind !== 'found') {
      throw new Failure('storage');
    }
    const deleted: string[] = [];
    for (const id of read.value.damaged) {
      if ((await this.read(id)).kind === 'damaged') {
        await this.delete(id);
        deleted.push(id);
      }
    }
    return deleted;
  }

  /** Fails with `storage` when the editor does not let go of it. */
  async delete(id: string): Promise<void> {
    const unkept = this.sessionOnly.get(id);
    this.sessionOnly.delete(id);
    try {
      await this.secrets.delete(SECRET_PREFIX + id);
    } catch {
      if (unkept?.instead !== undefined) {
        this.sessionOnly.set(id, unkept);
      }
      // What was never stored needs no storage to be forgotten.
      if (!unkept || unkept.instead !== undefined) {
        throw new Failure('storage');
      }
    }
  }
}
