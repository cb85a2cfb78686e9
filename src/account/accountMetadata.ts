import { JsonObject } from '../api/decode';
import { Emitter } from '../support/emitter';
import { recordState, saveState, type Memento } from '../support/memento';
import { isDate } from '../support/moment';
import type { Session } from './sessionStore';

/** Key of the memory; no secrets. */
export const ACCOUNT_METADATA_KEY = 'appcircle.accountNotes';

/**
 * What AI agents may do with an account: nothing, use the local tools that read, also those that write, or use
 * Appcircle's MCP server in their place.
 */
export type AiAccess = 'none' | 'read' | 'write' | 'mcp';

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
  /** What AI agents may do with the account, where that is anything. */
  aiAccess?: Exclude<AiAccess, 'none'>;
  /** When the MCP server was last not started, since it did not take the token; in milliseconds since 1970. */
  mcpFailedAt?: number;
}

type MetadataChange = { [K in keyof AccountMetadata]: AccountMetadata[K] | undefined };

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

  /** What is remembered of an account, as far as it is what it should be. */
  of(id: string): Readonly<AccountMetadata> {
    return decodeMetadata(JsonObject.of(this.all()[id]));
  }

  /**
   * Changes some of an account's metadata, as a person wants it. An undefined value takes one back. Fails with
   * `UnsavedStateError` where the editor does not keep it.
   */
  async set(id: string, change: MetadataChange): Promise<void> {
    await saveState(this.memento, ACCOUNT_METADATA_KEY, this.changed(id, change));
    this.changes.fire(id);
  }

  /** The same for what goes along with something that is done: never fails. */
  async record(id: string, change: MetadataChange): Promise<void> {
    await recordState(this.memento, ACCOUNT_METADATA_KEY, this.changed(id, change));
    this.changes.fire(id);
  }

  /** Forgets an account that is signed out of. Never fails, since that is done. */
  async forget(id: string): Promise<void> {
    const { [id]: _forgotten, ...rest } = this.all();
    await recordState(this.memento, ACCOUNT_METADATA_KEY, Object.keys(rest).length > 0 ? rest : undefined);
    this.changes.fire(id);
  }

  async forgetAll(): Promise<void> {
    await recordState(this.memento, ACCOUNT_METADATA_KEY, undefined);
  }

  private changed(id: string, change: MetadataChange): object {
    const all = this.all();
    const merged: Record<string, unknown> = { ...JsonObject.of(all[id])?.raw, ...change };
    if ('aiAccess' in change) {
      // What there was before it.
      delete merged['mcp'];
    }
    const known = Object.entries(merged).filter(([, value]) => value !== undefined);
    return { ...all, [id]: Object.fromEntries(known) };
  }

  private all(): Readonly<Record<string, unknown>> {
    return JsonObject.of(this.memento.get(ACCOUNT_METADATA_KEY))?.raw ?? {};
  }
}

/** What AI agents may do with the active account; nothing while nobody is signed in. */
export function aiAccessOf(session: Session, metadata: AccountMetadataStore): AiAccess {
  return session.kind === 'signedIn'
    ? (metadata.of(session.account.credentialId).aiAccess ?? 'none')
    : 'none';
}

/** Another version, or a person with an editor, may have left anything there: what is not as it should be is not there. */
function decodeMetadata(row: JsonObject | undefined): AccountMetadata {
  const organizationName = row?.text('organizationName');
  const subOrganizations = subOrganizationsIn(row?.raw['subOrganizations']);
  const label = row?.text('label');
  const { keyExpiresAt, snoozedUntil, mcpFailedAt } = row?.raw ?? {};
  const remindedAt = row?.number('remindedAt');
  return {
    ...(organizationName !== undefined && { organizationName }),
    ...(subOrganizations && { subOrganizations }),
    ...(label !== undefined && { label }),
    ...(isDate(keyExpiresAt) && { keyExpiresAt }),
    ...(remindedAt !== undefined && { remindedAt }),
    ...(isDate(snoozedUntil) && { snoozedUntil }),
    ...aiAccessIn(row),
    ...(isDate(mcpFailedAt) && { mcpFailedAt }),
  };
}

/** Before there were levels, a flag had the account's MCP server used. */
function aiAccessIn(row: JsonObject | undefined): Pick<AccountMetadata, 'aiAccess'> {
  const stored = row?.raw['aiAccess'];
  if (stored === 'read' || stored === 'write' || stored === 'mcp') {
    return { aiAccess: stored };
  }
  return stored === undefined && row?.flag('mcp') ? { aiAccess: 'mcp' } : {};
}

function subOrganizationsIn(stored: unknown): AccountMetadata['subOrganizations'] {
  return Array.isArray(stored)
    ? stored.flatMap((value) => {
        const row = JsonObject.of(value);
        const id = row?.text('id');
        return id === undefined ? [] : [{ id, name: row?.text('name') ?? id }];
      })
    : undefined;
}
