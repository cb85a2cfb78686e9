import { JsonObject } from '../api/decode';
import type { Account } from './account';
import type { RetainedAccounts } from './accountData';
import { recordState, saveState, type Memento } from '../support/memento';

/** What identifies whose a remembered value is. */
export type ValueOwner = Pick<Account, 'id' | 'credentialId'>;

type Entry = readonly [id: string, entry: unknown];

/**
 * One thing that is remembered of each account: by the account's id its value, with the credential that it goes with.
 * A sub-organization is an account of its own, and goes with the credential that it is reached by. No secrets.
 */
export class AccountMemento {
  constructor(
    private readonly memento: Memento,
    private readonly key: string,
  ) {}

  /** What is remembered of an account; undefined for nothing. Whoever reads it checks its shape. */
  of(accountId: string): unknown {
    return this.all()?.object(accountId)?.raw['value'];
  }

  /** Remembers a value that JSON can hold; undefined forgets it. It goes along with something that is done: never fails. */
  async set({ id, credentialId }: ValueOwner, value: unknown): Promise<void> {
    const own: Entry[] = value === undefined ? [] : [[id, { credentialId, value }]];
    await recordState(this.memento, this.key, stateOf([...this.others(id), ...own]));
  }

  /** Forgets what is remembered of an account. Fails with `UnsavedStateError` where the editor keeps it all the same. */
  async forget({ id }: Pick<ValueOwner, 'id'>): Promise<void> {
    await saveState(this.memento, this.key, stateOf(this.others(id)));
  }

  /** Forgets what belongs to any other credential, or cannot be told to belong to one. */
  async retainAccounts(retained: RetainedAccounts): Promise<void> {
    const all = this.all();
    const entries = Object.entries(all?.raw ?? {});
    const kept = entries.filter(([id]) =>
      retained.hasCredential(all?.object(id)?.text('credentialId') ?? ''),
    );
    if (kept.length < entries.length || (all === undefined && this.memento.get(this.key) !== undefined)) {
      await saveState(this.memento, this.key, stateOf(kept));
    }
  }

  private all(): JsonObject | undefined {
    return JsonObject.of(this.memento.get(this.key));
  }

  private others(id: string): Entry[] {
    return Object.entries(this.all()?.raw ?? {}).filter(([other]) => other !== id);
  }
}

function stateOf(entries: readonly Entry[]): object | undefined {
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
