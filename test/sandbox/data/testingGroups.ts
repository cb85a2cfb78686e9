/** Testing groups, in the shape of appcircle-api 2.2. */
import type { components } from '../../../src/api/appcircle';
import { randomFor, type Random } from './random';

export type TestingGroup = components['schemas']['TestingGroup'];

const names = [
  'Field Testers',
  'QA Guild',
  'Yönetim Kurulu',
  'Design $(eye) Review',
  'パートナー',
  'Empty on purpose',
];
const first = ['ada', 'deniz', 'mika', 'yuki', 'omar', 'lena', 'tomas', 'ines', 'kofi', 'zeynep'];
const last = ['aydin', 'laine', 'sato', 'haddad', 'novak', 'costa', 'mensah', 'berg', 'kaya', 'moreau'];

/** `at` keeps addresses of one list apart. */
export const testerAddress = (random: Random, at: number): string =>
  `${random.pick(first)}.${random.pick(last)}${at}@testers.example`;

/** The groups of one organization: the last one without a tester, one of LDAP, the others with up to 25. */
export function makeTestingGroups(seed: number, organizationId: string): TestingGroup[] {
  return names.map((name, index) => {
    const random = randomFor(seed, `${organizationId}/group/${index}`);
    const isLdap = name === 'QA Guild';
    const count = index === names.length - 1 ? 0 : 1 + random.below(25);
    return {
      id: random.guid(),
      organizationId,
      name,
      testers: Array.from({ length: count }, (_, at) => testerAddress(random, at)),
      groupType: isLdap ? 1 : 0,
      createDate: new Date(Date.parse('2026-01-10T09:00:00.000Z') + index * 86_400_000).toISOString(),
      updateDate: index % 2 === 0 ? null : '2026-06-30T14:05:00.000Z',
      externalGroupName: isLdap ? 'CN=qa-guild,OU=Groups,DC=example,DC=com' : null,
    };
  });
}
