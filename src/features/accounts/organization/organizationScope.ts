import { accountName } from '../../../account/account';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import { beginCommand } from '../../../ui/ensureSignedIn';

/** Whom the dialog acts for, and in which organization. */
export interface OrganizationScope extends CommandScope {
  readonly organizationId: string;
  /** Untrusted text. */
  readonly organizationName: string;
}

/** Undefined when nobody signs in. */
export async function beginOrganization(source: ScopeSource): Promise<OrganizationScope | undefined> {
  const scope = await beginCommand(source);
  const session = source.sessions.current;
  return scope && session.kind === 'signedIn'
    ? {
        ...scope,
        organizationId: scope.account.organizationId,
        organizationName: accountName(session.account, session.names),
      }
    : undefined;
}
