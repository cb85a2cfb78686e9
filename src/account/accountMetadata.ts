import { Emitter } from '../support/emitter';
import type { Memento } from '../support/memento';

/** Key of the memory; no secrets. */
export const ACCOUNT_METADATA_KEY = 'appcircle.accountNotes';

/** What is remembered of an account beside its credential. Plain state: nothing here may be a secret. */
export interface AccountMetadata {
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

/** What the dates of a key become when it is replaced: they were those of the old one. */
export const noKeyDates = { keyExpiresAt: undefined, remindedAt: undefined, snoozedUntil: undefined };

/**
 * Metadata by the id of the stored account, the same in every window of the editor: `credentialId` of an account, since
 * sub-organizations share that of the one whose credential they use.
 */
export class AccountMetadataStore {
  private readonly changes = new Emitter<string>();
  /** Tells the id of the account whose metadata changed in this window. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly memento: Memento) {}

  of(id: string): Readonly<AccountMetadata> {
    return this.all()[id] ?? {};
  }

  /** Changes some of an account's metadata. An undefined value takes one back. */
  async set(
    id: string,
    change: { [K in keyof AccountMetadata]: AccountMetadata[K] | undefined },
  ): Promise<void> {
    const merged = Object.entries({ ...this.of(id), ...change }).filter(([, value]) => value !== undefined);
    await this.memento.update(ACCOUNT_METADATA_KEY, { ...this.all(), [id]: Object.fromEntries(merged) });
    this.changes.fire(id);
  }

  async forget(id: string): Promise<void> {
    const { [id]: _forgotten, ...rest } = this.all();
    await this.memento.update(ACCOUNT_METADATA_KEY, Object.keys(rest).length > 0 ? rest : undefined);
    this.changes.fire(id);
  }

  async forgetAll(): Promise<void> {
    await this.memento.update(ACCOUNT_METADATA_KEY, undefined);
  }

  private all(): Record<string, AccountMetadata | undefined> {
    return (this.memento.get(ACCOUNT_METADATA_KEY) ?? {}) as Record<string, AccountMetadata | undefined>;
  }
}
