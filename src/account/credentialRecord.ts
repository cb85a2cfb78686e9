import { JsonObject, parseJson } from '../api/decode';
import { normalizeBaseUrl } from '../support/url';
import { accountId, makeAccount, type Account } from './account';
import type { Credential } from './credential';

const RECORD_VERSION = 1;

/** An account as it is stored, with its credential. */
export interface StoredAccount {
  account: Account;
  credential: Credential;
}

/** The text of a record. A secret. */
export function recordOf({ account, credential }: StoredAccount): string {
  const { kind, hosts, organizationId, subject, userName, distinct } = account;
  const { kind: _kind, ...secret } = credential;
  return JSON.stringify({
    v: RECORD_VERSION,
    kind,
    secret,
    hosts,
    organizationId,
    subject,
    userName,
    distinct,
  });
}

/** What stands in the storage for an account. `damaged` is neither its record nor a newer version's. */
export type FoundRecord = StoredAccount | 'absent' | 'newer' | 'damaged';

/** Reads the record that is stored for the account with this id. */
export function parseRecord(text: string | undefined, id: string): FoundRecord {
  if (text === undefined) {
    return 'absent';
  }
  const row = JsonObject.of(parseJson(text));
  if ((row?.number('v') ?? 0) > RECORD_VERSION) {
    return 'newer';
  }
  const hosts = row?.object('hosts');
  const credential = row && credentialIn(row);
  const [api, auth, dashboard] = [hosts?.text('api'), hosts?.text('auth'), hosts?.text('dashboard')];
  const [mcp, hook] = [hosts?.text('mcp'), hosts?.text('hook')];
  const distinct = row?.text('distinct');
  if (!row || !credential || !api || !auth || !dashboard) {
    return 'damaged';
  }
  if (![api, auth, dashboard].every((host) => normalizeBaseUrl(host).ok)) {
    return 'damaged';
  }
  const identity = {
    kind: credential.kind,
    hosts: { api, auth, dashboard, ...(mcp && { mcp }), ...(hook && { hook }) },
    organizationId: row.text('organizationId') ?? '',
    subject: row.text('subject') ?? '',
    userName: row.text('userName'),
    ...(distinct !== undefined && { distinct }),
  };
  // A record that was moved to another key is not that account's: its hosts may not be either.
  if (accountId(identity) !== id) {
    return 'damaged';
  }
  return { account: makeAccount(identity), credential };
}

function credentialIn(row: JsonObject): Credential | undefined {
  const secret = row.object('secret');
  const key = secret?.text('key');
  const [name, apiSecret] = [secret?.text('name'), secret?.text('secret')];
  const kind = row.text('kind');
  if (kind === 'personalAccessKey' && key !== undefined) {
    return { kind, key };
  }
  if (kind === 'apiKey' && name !== undefined && apiSecret !== undefined) {
    return { kind, name, secret: apiSecret, organizationId: secret?.text('organizationId') ?? '' };
  }
  return undefined;
}
