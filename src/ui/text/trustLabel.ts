import { type Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import { hostOf } from '../../support/url';
import { withoutIcons, withoutLinks } from '../../support/shownText';

/** Accounts of any other host show it, so that none of them can look like one of Appcircle's own. */
const CLOUD = 'auth.appcircle.io';

/** The stored accounts and the sub-organizations that they were seen to reach. */
export function reachableAccounts({ known, organizations }: Accounts): Account[] {
  return known.flatMap((account) => [account, ...organizations.known(account)]);
}

/**
 * What the editor's Accounts menu calls an account: organization, user and host. The editor keeps by this text which
 * extensions may have its token, and signs out by it. So no two accounts share one, whatever their servers call
 * them, and the name that the user gave the account is not part of it: renaming takes no trust away.
 */
export function trustLabel(account: Account, accounts: Accounts): string {
  const label = plainLabel(account, accounts);
  const twin = reachableAccounts(accounts).some(
    (other) => other.id !== account.id && plainLabel(other, accounts) === label,
  );
  return twin ? `${label} (${account.id.slice(0, 8)})` : label;
}

function plainLabel(account: Account, { organizations }: Accounts): string {
  const host = hostOf(account.hosts.auth);
  const { organizationName } = organizations.namesOf(account);
  const parts = [organizationName ?? account.organizationId, account.userName, host === CLOUD ? '' : host];
  return withoutLinks(withoutIcons(parts.filter((part) => part).join(' · ') || host));
}
