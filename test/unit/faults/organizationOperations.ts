import { listInvitations } from '../../../src/api/organization/invitations';
import { changeMemberRoles, listMembers } from '../../../src/api/organization/members';
import { loadRoleCatalog } from '../../../src/api/organization/roleCatalog';
import { api, list, type Operation } from './operation';

const one = '/identity/v1/organizations/*';

export const organizationOperations: readonly Operation[] = [
  list('List members', `${one}/users`, (client, signal, { account }) =>
    listMembers(client, account.organizationId, signal),
  ),
  list('List invitations', `${one}/invitations`, (client, signal, { account }) =>
    listInvitations(client, account.organizationId, signal),
  ),
  api('read', 'List roles', 'GET', '/roles.json', ({ client }) => loadRoleCatalog(client)),
  api('write', 'Change roles', 'PUT', `${one}/users/*/roles`, async ({ client, account, sandbox }) => {
    const { members } = sandbox.members.of(sandbox.organization());
    const { user, roles } = members.find(({ isElsewhere }) => !isElsewhere) ?? {
      user: { id: '' },
      roles: [],
    };
    // The same again: what an earlier cell began may be done late.
    await changeMemberRoles(client, account.organizationId, user.id, { expected: roles, wanted: roles });
  }),
];
