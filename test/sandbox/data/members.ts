/** Who is in each organization, who is invited, and which roles there are (api/README 2.7, 15). Words are made up (D). */
import type { components } from '../../../src/api/appcircle';
import type { Account, Organization } from '../accounts';
import { randomFor } from './random';

type Schemas = components['schemas'];

/** A member, with what is told of them one by one. */
export interface SandboxMember {
  user: Schemas['User'] & { id: string };
  roles: string[];
  inheritedRoles: string[];
  /** Only of a sub-organization: their roles are not told here. */
  isElsewhere: boolean;
}

export interface SandboxOrganization {
  members: SandboxMember[];
  invitations: { userEmail: string; status: string; roles: string[] }[];
}

/** The file of roles. One group is switched off, one allows several roles. */
export const roleCatalog: Schemas['RoleGroup'][] = [
  group('Build', 'build', ['Manager', 'Operator', 'Viewer']),
  group('Testing Distribution', 'distribution', ['Manager', 'Operator', 'External Operator', 'Viewer']),
  { ...group('Reports', 'report', ['Manager', 'Viewer']), multi: true },
  { ...group('Retired', 'retired', ['Manager']), enabled: false },
];

function group(title: string, module: string, names: readonly string[]): Schemas['RoleGroup'] {
  return {
    title,
    module,
    groupName: null,
    multi: false,
    enabled: true,
    roles: names.map((name) => ({ key: `${module}-${name.toLowerCase().replaceAll(' ', '-')}`, name })),
  };
}

const others: readonly (readonly [username: string, fullName: string | null, roles: readonly string[]])[] = [
  ['ada.novak', 'Ada Novak', ['build-manager', 'distribution-viewer', 'secret-module-keeper']],
  ['omar.haddad', null, ['distribution-external-operator']],
  ['yuki.sato', '佐藤 ゆき $(eye) [x](command:quit)', []],
];

export class Organizations {
  private readonly known = new Map<string, SandboxOrganization>();

  constructor(
    private readonly seed: number,
    private readonly accounts: readonly Account[],
    private readonly names: 'friendly' | 'strange',
  ) {}

  of({ id }: Organization): SandboxOrganization {
    const made = this.known.get(id) ?? this.make(id);
    this.known.set(id, made);
    return made;
  }

  reset(): void {
    this.known.clear();
  }

  private make(id: string): SandboxOrganization {
    const people = this.accounts.filter(
      ({ organizationId, kind }) => organizationId === id && kind === 'personalAccessKey',
    );
    const member = (username: string, fullName: string | null, roles: readonly string[]): SandboxMember => ({
      user: {
        id: randomFor(this.seed, `user/${username}`).guid(),
        username,
        email: `${username}@people.example`,
        fullName: this.names === 'friendly' ? (fullName?.replace(/ \$.*/, '') ?? null) : fullName,
      },
      roles: [...roles],
      inheritedRoles: [],
      isElsewhere: false,
    });
    return {
      members: [
        ...people.map(({ username, displayName, role }) =>
          member(username, displayName, role === 'owner' ? ['owner'] : ['build-viewer']),
        ),
        ...others.map(([username, fullName, roles]) => member(username, fullName, roles)),
        { ...member('lena.berg', 'Lena Berg', []), isElsewhere: true },
      ],
      invitations: [{ userEmail: 'ines.costa@people.example', status: 'Pending', roles: ['build-viewer'] }],
    };
  }
}
