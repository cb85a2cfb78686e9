import type { AccountMemento, ValueOwner } from '../../../account/accountMemento';
import type { RetainedAccounts } from '../../../account/accountData';
import { Emitter } from '../../../support/emitter';
import { maskText } from '../../../support/redact';
import { isSecretName } from '../../../support/redaction/secretNames';
import { KnownNames } from '../questions/knownNames';

/** A value that a person gave a variable. */
interface KnownValue {
  readonly name: string;
  readonly value: string;
  /** Chosen for all requests to come; else it was typed for one, and is proposed for the next. */
  readonly picked: boolean;
}

const MAX_VALUES = 200;
const MAX_VALUE_LENGTH = 1000;

/**
 * What stands for the variables that documents leave blank: what a person picked, and what they typed last. It lives with
 * the workspace and the account, beside the documents (R37). What looks like a secret stays in memory.
 */
export class RequestValues {
  /** What the ids are called that were picked from. */
  readonly names = new KnownNames();
  private readonly secrets = new Map<string, KnownValue[]>();
  private readonly changes = new Emitter<undefined>();
  /** Tells that a value was picked, typed or forgotten. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly stored: AccountMemento) {}

  /** The value that was chosen for a name, which is sent without a question. */
  picked(accountId: string, name: string): string | undefined {
    return this.all(accountId).find((known) => known.name === name && known.picked)?.value;
  }

  /** The last value of a name, chosen or typed. */
  last(accountId: string, name: string): string | undefined {
    return this.all(accountId).find((known) => known.name === name)?.value;
  }

  /** The names that have a chosen value. */
  pickedNames(accountId: string): string[] {
    return this.all(accountId).flatMap(({ name, picked }) => (picked ? [name] : []));
  }

  pick(account: ValueOwner, values: Iterable<readonly [name: string, value: string]>): Promise<void> {
    return this.add(account, values, true);
  }

  type(account: ValueOwner, values: Iterable<readonly [name: string, value: string]>): Promise<void> {
    return this.add(account, values, false);
  }

  async forget(account: ValueOwner, name: string): Promise<void> {
    await this.keep(
      account,
      this.all(account.id).filter((known) => known.name !== name),
    );
  }

  /** What is stored forgets by itself. */
  retainAccounts(retained: RetainedAccounts): void {
    this.names.retainAccounts(retained);
    for (const accountId of [...this.secrets.keys()]) {
      if (!retained.hasAccount(accountId)) {
        this.secrets.delete(accountId);
      }
    }
    this.changes.fire(undefined);
  }

  private async add(
    account: ValueOwner,
    values: Iterable<readonly [name: string, value: string]>,
    picked: boolean,
  ): Promise<void> {
    const added = [...values].map(([name, value]) => ({ name, value, picked }));
    const names = new Set(added.map(({ name }) => name));
    await this.keep(account, [...added, ...this.all(account.id).filter(({ name }) => !names.has(name))]);
  }

  private async keep(account: ValueOwner, values: readonly KnownValue[]): Promise<void> {
    const kept = values.slice(0, MAX_VALUES);
    this.secrets.set(account.id, kept.filter(isUnstored));
    const open = kept.filter((known) => !isUnstored(known));
    await this.stored.set(
      account,
      open.length > 0 ? open.map(({ name, value, picked }) => [name, value, picked]) : undefined,
    );
    this.changes.fire(undefined);
  }

  private all(accountId: string): KnownValue[] {
    const stored = this.stored.of(accountId);
    const open = Array.isArray(stored) ? stored.flatMap((row) => valueIn(row) ?? []) : [];
    return [...(this.secrets.get(accountId) ?? []), ...open];
  }
}

/** No secret outlives the window, and no page of text either. */
function isUnstored({ name, value }: KnownValue): boolean {
  return isSecretName(name) || value.length > MAX_VALUE_LENGTH || maskText(value) !== value;
}

function valueIn(row: unknown): KnownValue | undefined {
  const [name, value, picked] = Array.isArray(row) ? (row as unknown[]) : [];
  return typeof name === 'string' && typeof value === 'string' && value !== ''
    ? { name, value, picked: picked === true }
    : undefined;
}
