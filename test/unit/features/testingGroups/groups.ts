import type { TestingGroup } from '../../../../src/api/testingGroups/testingGroups';
import type { TestingGroup as ServedGroup } from '../../../sandbox/data/testingGroups';

/** Ids as the server has them. */
export const [G1, G2, G3] = [1, 2, 3].map((at) => `00000000-0000-4000-8000-00000000000${String(at)}`) as [
  string,
  string,
  string,
];

/** A group as the API layer gives it: an empty one that is edited here, unless told otherwise. */
export function group(more: Partial<TestingGroup> = {}): TestingGroup {
  return {
    id: G1,
    name: 'Field Testers',
    testers: [],
    kind: 'user',
    createdAt: undefined,
    updatedAt: undefined,
    externalName: undefined,
    raw: {},
    ...more,
  };
}

export const ldapGroup = group({
  id: G2,
  name: 'QA Guild',
  testers: ['x@y.example'],
  kind: 'ldap',
  externalName: 'CN=qa,DC=example',
});

/** The same as a server has it. */
export function served({ id, name, testers, kind, externalName }: TestingGroup): ServedGroup {
  return {
    id,
    organizationId: 'o',
    name,
    testers,
    groupType: kind === 'ldap' ? 1 : 0,
    createDate: '2026-01-10T09:00:00.000Z',
    updateDate: null,
    externalGroupName: externalName ?? null,
  };
}
