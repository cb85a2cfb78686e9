/**
 * Who can sign in: organizations with their sub-organizations, people with a Personal Access Key for one organization
 * each, and API keys (appcircle-api 1.7).
 */
import { randomFor } from './data/random';

export interface Organization {
  id: string;
  name: string;
  /** Absent in a root organization. */
  rootId?: string;
  rootName?: string;
  /** The organization of the key that the sandbox prints; `--profiles` counts for it. */
  isFirst: boolean;
  /** How many profiles it starts with, where it is not the first. */
  profiles: number;
  memberCount: number;
}

export type Role = 'owner' | 'viewer' | 'operator' | 'externalOperator';

export interface Account {
  /** How tests name it: `harbor-owner`. Never sent by the API. */
  id: string;
  kind: 'personalAccessKey' | 'apiKey';
  /** The organization that its token is for when no other is asked for. */
  organizationId: string;
  role: Role;
  /** GUID of the user, or of the API key's own identity. */
  sub: string;
  email: string;
  username: string;
  displayName: string;
  /** The name that is sent together with an API key's secret. */
  apiKeyName?: string;
  /** The key, or the API key's secret. */
  secret: string;
  revoked: boolean;
}

export interface Directory {
  organizations: readonly Organization[];
  accounts: readonly Account[];
}

const roots = [
  { name: 'Harbor Labs', subs: ['Harbor Labs Türkiye', 'Harbor Labs 東京'], profiles: 40, members: 34 },
  { name: 'Northwind Mobile', subs: ['Northwind Field Apps'], profiles: 12, members: 9 },
];

/** Looks as real keys do: base64 that ends with `==` and holds `+` and `/`, which a form must encode. */
function makeKey(seed: number, name: string): string {
  const text = randomFor(seed, `key/${name}`).bytes(40).toString('base64').replaceAll(/[+/=]/g, 'k');
  return `${text.slice(0, 11)}+${text.slice(12, 29)}/${text.slice(30, 52)}==`;
}

function makeOrganizations(seed: number): Organization[] {
  const id = (name: string): string => randomFor(seed, `organization/${name}`).guid();
  return roots.flatMap(({ name, subs, profiles, members }, index) => [
    { id: id(name), name, isFirst: index === 0, profiles, memberCount: members },
    ...subs.map((sub) => ({
      id: id(sub),
      name: sub,
      rootId: id(name),
      rootName: name,
      isFirst: false,
      profiles: 5,
      memberCount: 3,
    })),
  ]);
}

type UserFixture = readonly [username: string, displayName: string];
const deniz: UserFixture = ['deniz.aydin', 'Deniz Aydın'];
const mika: UserFixture = ['mika.laine', 'Mika Laine'];
/** Claims are untrusted text, and this user's are not to be trusted. */
const mallory: UserFixture = ['mallory', '$(alert) **Mallory** [x](command:quit) \u202Egnp'];

export function makeDirectory(seed: number): Directory {
  const organizations = makeOrganizations(seed);
  const organizationId = (name: string): string => {
    const found = organizations.find((organization) => organization.name === name);
    if (found === undefined) {
      throw new Error(`No organization ${name}`);
    }
    return found.id;
  };
  const user = (
    id: string,
    organization: string,
    [username, displayName]: UserFixture,
    role: Role,
  ): Account => ({
    id,
    kind: 'personalAccessKey',
    organizationId: organizationId(organization),
    role,
    sub: randomFor(seed, `user/${username}`).guid(),
    email: `${username}@people.example`,
    username,
    displayName,
    secret: makeKey(seed, id),
    revoked: false,
  });
  const service = (id: string, organization: string, apiKeyName: string, role: Role): Account => {
    const sub = randomFor(seed, `service/${id}`).guid();
    return {
      id,
      kind: 'apiKey',
      organizationId: organizationId(organization),
      role,
      sub,
      email: `apikey-${sub.slice(0, 8)}@keys.example`,
      username: `apikey-${sub.slice(0, 8)}`,
      displayName: apiKeyName,
      apiKeyName,
      secret: makeKey(seed, id),
      revoked: false,
    };
  };
  return {
    organizations,
    accounts: [
      user('harbor-owner', 'Harbor Labs', deniz, 'owner'),
      service('harbor-ci', 'Harbor Labs', 'harbor-ci', 'operator'),
      user('harbor-viewer', 'Harbor Labs', mika, 'viewer'),
      user('harbor-tr-owner', 'Harbor Labs Türkiye', deniz, 'owner'),
      service('harbor-tokyo-ci', 'Harbor Labs 東京', 'harbor-tokyo-ci', 'operator'),
      user('northwind-owner', 'Northwind Mobile', deniz, 'owner'),
      user('northwind-mallory', 'Northwind Mobile', mallory, 'viewer'),
      service('northwind-ci', 'Northwind Mobile', 'Northwind CI & Co + Söhne', 'operator'),
      service('harbor-external', 'Harbor Labs', 'harbor-external', 'externalOperator'),
    ],
  };
}
