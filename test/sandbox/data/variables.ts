/** Groups of environment variables, in the shapes of appcircle-api 2.3. */
import type { components } from '../../../src/api/appcircle';
import type { Organization } from '../accounts';
import { randomFor } from './random';

export type VariableGroup = components['schemas']['VariableGroup'];
export type Variable = components['schemas']['Variable'];

const text = (key: string, value: string): Variable => ({ key, value, isSecret: false, isFile: false });

/** The value of a secret is told as it is: whether Appcircle does so is not known (api/README 8.12). */
const secret = (key: string, at: number): Variable => ({
  key,
  value: `Sentinel+Variable/${at}value==`,
  isSecret: true,
  isFile: false,
});

const file = (key: string): Variable => ({ key, value: null, isSecret: false, isFile: true });

const variablesOf: Readonly<Record<string, readonly Variable[]>> = {
  'App Store': [text('APP_LOCALE', 'tr-TR'), secret('STORE_API_KEY', 1), file('STORE_KEY_FILE')],
  Staging: [
    text('API_URL', 'https://staging.harbor.example'),
    text('LANE', 'beta'),
    text('RELEASE_NOTE', '$(zap) **bold** [x](command:quit)'),
    secret('SENTRY_TOKEN', 2),
  ],
  'Empty on purpose': [],
};

/** The groups of one organization. The first one of a root organization is shared with all below it. */
export function makeVariableGroups(seed: number, { id, rootId }: Organization): VariableGroup[] {
  const names = rootId === undefined ? Object.keys(variablesOf) : ['Staging'];
  return names.map((name, index) => ({
    id: randomFor(seed, `${id}/variables/${index}`).guid(),
    name,
    organizationId: id,
    sharedToAllSubs: rootId === undefined && index === 0,
    sharedSubOrganizationIds: [],
    createDate: new Date(Date.parse('2026-02-10T09:00:00.000Z') + index * 86_400_000).toISOString(),
    updateDate: null,
    variables: [...(variablesOf[name] ?? [])],
  }));
}
