import { randomUUID } from 'node:crypto';
import { isOwnerKnown } from '../../api/tokenOwner';
import { makeAccount, type Account, type AccountIdentity } from '../account';
import type { Credential } from '../credential';
import type { CheckedCredential } from '../credentialCheck';
import type { StoredAccount } from '../credentialRecord';
import type { CredentialStore } from '../credentialStore';
import { OtherAccountError } from './otherAccountError';

/** Which account a checked credential is for. */
export interface Recognized {
  account: Account;
  /** A stored account that is the same one, under an id that was given before its owner was known. */
  replaces?: Account;
}

/**
 * Tells which account a credential is for: by its owner where that is known; else by the very same credential among the
 * stored ones; else it is one of its own, since nothing tells that it is any other.
 */
export function recognize(checked: CheckedCredential, stored: readonly StoredAccount[]): Recognized {
  const { identity, credential } = checked;
  const twin = stored.find(
    ({ account, credential: other }) =>
      account.hosts.auth === identity.hosts.auth &&
      sameCredential(credential, other) &&
      compareOwners(account, identity) !== 'other',
  )?.account;
  const isNews = twin && factsOf(identity) > factsOf(twin);
  if (isOwnerKnown(identity) || !twin || isNews) {
    const account = makeAccount(isOwnerKnown(identity) ? identity : { ...identity, distinct: randomUUID() });
    return isNews && account.id !== twin.id ? { account, replaces: twin } : { account };
  }
  return { account: withOwnerOf(twin, identity) };
}

/**
 * The same for a credential that shall take the place of an account's own; not `certain` where nothing tells that it is
 * for that account. Fails with `OtherAccount` where it is for another one.
 */
export function recognizeAs(
  own: Account,
  checked: CheckedCredential,
  stored: readonly StoredAccount[],
): Recognized & { certain: boolean } {
  const recognized = recognize(checked, stored);
  const { account, replaces } = recognized;
  if (account.id === own.id || replaces?.id === own.id) {
    return { ...recognized, certain: true };
  }
  const isOfAnother = stored.some(({ account: { id } }) => id === account.id || id === replaces?.id);
  if (isOfAnother || compareOwners(own, checked.identity) === 'other') {
    throw new OtherAccountError();
  }
  return isOwnerKnown(account)
    ? { account, replaces: own, certain: false }
    : { account: withOwnerOf(own, checked.identity), certain: false };
}

/** An account with the owner, and so the id, of another one. */
function withOwnerOf(
  { kind, subject, organizationId, distinct, userName }: Account,
  { hosts, userName: newer = userName }: Pick<Account, 'hosts' | 'userName'>,
): Account {
  return makeAccount({
    kind,
    subject,
    organizationId,
    ...(distinct !== undefined && { distinct }),
    hosts,
    userName: newer,
  });
}

/** Whether two owners are one, as far as both are known. Who knows nothing of one of them cannot tell. */
function compareOwners(a: AccountIdentity, b: AccountIdentity): 'same' | 'other' | 'unknown' {
  const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other;
  if (
    a.kind !== b.kind ||
    a.hosts.auth !== b.hosts.auth ||
    differ(a.subject, b.subject) ||
    differ(a.organizationId, b.organizationId)
  ) {
    return 'other';
  }
  return isOwnerKnown(a) && isOwnerKnown(b) ? 'same' : 'unknown';
}

/** The stored accounts of one auth host, with their credentials. Those that cannot be read are left out. */
export async function readStored(
  store: CredentialStore,
  accounts: readonly Account[],
  auth: string,
): Promise<StoredAccount[]> {
  const there = accounts.filter(({ hosts }) => hosts.auth === auth);
  const reads = await Promise.all(there.map(({ id }) => store.read(id)));
  return reads.flatMap((read) => (read.kind === 'found' ? [read.value] : []));
}

function sameCredential(a: Credential, b: Credential): boolean {
  if (a.kind === 'apiKey') {
    return (
      b.kind === 'apiKey' &&
      a.name === b.name &&
      a.secret === b.secret &&
      a.organizationId === b.organizationId
    );
  }
  return b.kind === 'personalAccessKey' && a.key === b.key;
}

function factsOf({ subject, organizationId }: AccountIdentity): number {
  return [subject, organizationId].filter((fact) => fact !== '').length;
}
