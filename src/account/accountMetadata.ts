import { Emitter } from '../support/emitter';
import type { Memory } from './tokenExchange';

/** Key of the memory; no secrets. */
export const ACCOUNT_NOTES = 'appcircle.accountNotes';

/** What is remembered of an account beside its credential. Plain state: nothing here may be a secret. */
export interface AccountNote {
  /** From the API. Untrusted text. */
  organizationName?: string;
  /** Sub-organizations that its credential was seen to reach. Untrusted text. */
  subOrganizations?: { id: string; name: string }[];
  /** What the user calls the account. */
  label?: string;
  /** When the key itself expires, as the user noted it, in milliseconds since 1970. */
  keyExpiresAt?: number;
  /** Smallest number of days before the key's end of which the user was reminded; 0 for never again. */
  remindedAt?: number;
  /** Until when the user does not want to be reminded, in milliseconds since 1970. */
  snoozedUntil?: number;
  /** Whether AI tools may use the account's MCP server. */
  mcp?: boolean;
}

/** Notes by account id, the same in every window of the editor. */
export class AccountNotes {
  private readonly changes = new Emitter<string>();
  /** Tells the id of the account whose note changed in this window. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly memory: Memory) {}

  of(id: string): Readonly<AccountNote> {
    return this.all()[id] ?? {};
  }

  /** Changes some of an account's notes. An undefined value takes a note back. */
  async note(id: string, change: { [K in keyof AccountNote]: AccountNote[K] | undefined }): Promise<void> {
    const merged = Object.entries({ ...this.of(id), ...change }).filter(([, value]) => value !== undefined);
    await this.memory.update(ACCOUNT_NOTES, { ...this.all(), [id]: Object.fromEntries(merged) });
    this.changes.fire(id);
  }

  async forget(id: string): Promise<void> {
    const { [id]: _forgotten, ...rest } = this.all();
    await this.memory.update(ACCOUNT_NOTES, Object.keys(rest).length > 0 ? rest : undefined);
    this.changes.fire(id);
  }

  async forgetAll(): Promise<void> {
    await this.memory.update(ACCOUNT_NOTES, undefined);
  }

  private all(): Record<string, AccountNote | undefined> {
    return (this.memory.get(ACCOUNT_NOTES) ?? {}) as Record<string, AccountNote | undefined>;
  }
}
