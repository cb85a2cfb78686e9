/**
 * Build profiles with branches, workflows, configurations and commits, in the shapes of appcircle-api 2.3: enough to
 * choose each of them by name.
 */
import type { components } from '../../../src/api/appcircle';
import type { Organization } from '../accounts';
import { randomFor, type Random } from './random';

type Schemas = components['schemas'];
export type BuildProfile = Schemas['BuildProfile'];
export type Branch = Schemas['Branch'];
export type Workflow = Schemas['Workflow'];
export type ConfigurationEntry = Schemas['ConfigurationEntry'];
export type Commit = Schemas['Commit'];

/** All that is built in one organization. */
export interface Builds {
  profiles: readonly BuildProfile[];
  /** By id of the profile. */
  branches: ReadonlyMap<string, readonly Branch[]>;
  workflows: ReadonlyMap<string, readonly Workflow[]>;
  configurations: ReadonlyMap<string, readonly ConfigurationEntry[]>;
  /** By id of the branch, newest first. */
  commits: ReadonlyMap<string, readonly Commit[]>;
  /** What must not be shown of them. */
  secrets: readonly string[];
}

const newest = Date.parse('2026-07-31T16:20:00.000Z');
const day = 86_400_000;

const profileNames = [
  'Harbor Notes iOS',
  'Harbor Notes Android',
  'Tidepool Banking',
  'Kestrel Maps 🗺️ `rm -rf`',
  'Kıyı Bankacılık',
  'Harbor Notes iOS',
];
const branchNames = ['main', 'develop', 'release/2.4', 'feature/$(zap)-onboarding'];
const workflowNames = ['Default Push Workflow', 'Nightly', 'İmzalı Android'];
const configurationNames = ['Default Configuration', 'Release **signed**'];
const messages = [
  'Keep the draft when the editor is closed',
  'Bump the SDK',
  'Ship it 🚢\n\nAt last.',
  'Fix #412',
];

const date = (random: Random, daysBack: number): string =>
  new Date(newest - random.below(daysBack * day)).toISOString();

function makeCommit(random: Random, ids: Partial<Commit>, daysBack: number): Commit {
  const id = random.guid();
  const hash = random.bytes(20).toString('hex');
  const commitDate = new Date(newest - daysBack * day - random.below(day)).toISOString();
  const builds = Array.from({ length: random.below(3) }, () => ({
    id: random.guid(),
    commitId: id,
    hash,
    hasWarning: random.chance(20),
    isDistributable: true,
    status: random.pick([0, 0, 0, 1, 2, 3]),
    startDate: commitDate,
    endDate: commitDate,
  }));
  return {
    id,
    ...ids,
    hash,
    message: random.pick(messages),
    author: random.pick(['Deniz Aydın', 'Mika Laine']),
    email: 'someone@people.example',
    commitDate,
    builds,
  };
}

function makeProfile(random: Random, name: string, index: number): BuildProfile {
  const os = name.includes('Android') ? 2 : 1;
  return {
    id: random.guid(),
    name,
    pinned: index === 0,
    os,
    buildPlatformType: os,
    repositoryName: `harbor-labs/${os === 1 ? 'ios' : 'android'}-${index}`,
    lastBuildDate: date(random, 60),
    autoDistributeCount: random.below(3),
    autoBuildCount: random.below(3),
    connectionEnvironmentKey: `Sentinel+Build/${index}key==`,
    webhookSecret: `Sentinel+Build/${index}hook==`,
  };
}

export function makeBuilds(seed: number, organization: Organization): Builds {
  const random = randomFor(seed, `${organization.id}/builds`);
  const names = organization.rootId === undefined ? profileNames : profileNames.slice(0, 2);
  const profiles = names.map((name, index) => makeProfile(random, name, index));
  const branches = new Map<string, Branch[]>();
  const workflows = new Map<string, Workflow[]>();
  const configurations = new Map<string, ConfigurationEntry[]>();
  const commits = new Map<string, Commit[]>();
  for (const { id: profileId } of profiles) {
    const own = branchNames.slice(0, 1 + random.below(branchNames.length)).map((name) => ({
      id: random.guid(),
      name,
      lastBuildDate: date(random, 60),
      buildStatus: random.pick([0, 1, 2, 91, 99]),
    }));
    branches.set(profileId, own);
    for (const { id: branchId } of own) {
      const ids = { organizationId: organization.id, profileId, branchId };
      commits.set(
        branchId,
        Array.from({ length: 3 + random.below(20) }, (_, at) => makeCommit(random, ids, at)),
      );
    }
    workflows.set(
      profileId,
      workflowNames.map((workflowName) => ({
        id: random.guid(),
        profileId,
        workflowName,
        lastUsedTime: random.chance(50) ? date(random, 60) : null,
      })),
    );
    configurations.set(
      profileId,
      configurationNames.map((configurationName) => ({
        item1: { id: random.guid(), configurationName, updateDate: date(random, 60) },
      })),
    );
  }
  const secrets = profiles.flatMap(({ connectionEnvironmentKey, webhookSecret }) =>
    [connectionEnvironmentKey, webhookSecret].filter((secret) => typeof secret === 'string'),
  );
  return { profiles, branches, workflows, configurations, commits, secrets };
}
