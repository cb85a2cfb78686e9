/**
 * Build profiles with branches, workflows, configurations and commits, in the shapes of appcircle-api 2.3: enough to
 * choose each of them by name.
 */
import type { components } from '../../../src/api/appcircle';
import type { Organization } from '../accounts';
import { timeSpan } from '../builds/buildQueue';
import { everydayName } from './names';
import { randomFor, type Random } from './random';

type Schemas = components['schemas'];
export type BuildProfile = Schemas['BuildProfile'];
export type Branch = Schemas['Branch'];
export type Workflow = Schemas['Workflow'];
export type ConfigurationEntry = Schemas['ConfigurationEntry'];
export type Commit = Schemas['Commit'];
export type Build = Schemas['Build'];

/** All that is built in one organization. */
export interface Builds {
  profiles: readonly BuildProfile[];
  /** By id of the profile; what is built tells when and how (`Records`). */
  branches: ReadonlyMap<string, readonly Branch[]>;
  workflows: ReadonlyMap<string, readonly Workflow[]>;
  configurations: ReadonlyMap<string, readonly ConfigurationEntry[]>;
  /** By id of the branch, newest first. */
  commits: ReadonlyMap<string, readonly Commit[]>;
  /** What must not be shown of them. */
  secrets: readonly string[];
}

/** The newest moment in it. Fixed, so that answers are the same on every day. */
export const newestBuild = Date.parse('2026-07-31T16:20:00.000Z');
const newest = newestBuild;
const day = 86_400_000;

/** Names and repositories. One repository has two profiles, one profile a repository of which only the name is told. */
const known: readonly (readonly [name: string, repositoryName: string | null])[] = [
  ['Harbor Notes iOS', 'harbor-labs/harbor-notes-ios'],
  ['Harbor Notes Android', 'harbor-labs/harbor-notes-android'],
  ['Tidepool Banking', 'tidepool-banking'],
  ['Kestrel Maps 🗺️ `rm -rf`', null],
  ['Kıyı Bankacılık', 'harbor-labs/kiyi-bankacilik'],
  ['Harbor Notes iOS', 'harbor-labs/harbor-notes-ios'],
];
const branchNames = ['main', 'develop', 'release/2.4', 'feature/$(zap)-onboarding'];
/** Nobody has built it. */
const neverBuilt = 'feature/$(zap)-onboarding';
const workflowNames = ['Default Push Workflow', 'Nightly', 'İmzalı Android'];
const configurationNames = ['Default Configuration', 'Release **signed**'];
const messages = [
  'Keep the draft when the editor is closed',
  'Bump the SDK',
  'Ship it 🚢\n\nAt last.',
  'Fix #412',
  'Sort drafts by when they were saved',
  'Translate the onboarding',
];

const minute = 60_000;

const date = (random: Random, daysBack: number): string =>
  new Date(newest - random.below(daysBack * day)).toISOString();

/** One after the other, the first a few minutes after the commit; the newest stands first. */
function makeCommitBuilds(random: Random, commit: Commit, count: number): Build[] {
  let at = Date.parse(commit.commitDate ?? '') + (1 + random.below(4)) * minute;
  const builds = Array.from({ length: count }, () => {
    const status = random.pick([0, 0, 0, 0, 1, 1, 2, 3]);
    const length = (status === 3 ? 60 : 2) * minute + random.below(9 * minute);
    const startDate = new Date(at).toISOString();
    const endDate = new Date(at + length).toISOString();
    at += length + 5 * minute;
    return {
      id: random.guid(),
      commitId: commit.id,
      hash: commit.hash ?? null,
      hasWarning: status === 0 && random.chance(20),
      isDistributable: status === 0,
      status,
      duration: timeSpan(length),
      startDate,
      endDate,
    };
  });
  return builds.reverse();
}

/** `at`: the how-manieth newest of its branch it is. */
function makeCommit(random: Random, ids: Partial<Commit>, at: number, isBuilt: boolean): Commit {
  // Time for two builds that run as long as they may.
  const commitDate = new Date(newest - 3 * 60 * minute - at * day - random.below(day / 2)).toISOString();
  const commit: Commit = {
    id: random.guid(),
    ...ids,
    hash: random.bytes(20).toString('hex'),
    message: random.pick(messages),
    author: random.pick(['Deniz Aydın', 'Mika Laine']),
    email: 'someone@people.example',
    commitDate,
  };
  const count = at === 0 ? 1 : random.below(3);
  return { ...commit, builds: isBuilt ? makeCommitBuilds(random, commit, count) : [] };
}

function makeProfile(random: Random, index: number): BuildProfile {
  const [name, repositoryName] = known[index] ?? [everydayName(random, index), `harbor-labs/app-${index}`];
  const os = name.includes('Android') ? 2 : 1;
  return {
    id: random.guid(),
    name,
    pinned: index === 0,
    os,
    buildPlatformType: os,
    repositoryName,
    autoDistributeCount: random.below(3),
    autoBuildCount: random.below(3),
    connectionEnvironmentKey: `Sentinel+Build/${index}key==`,
    webhookSecret: `Sentinel+Build/${index}hook==`,
  };
}

/** How many there are, where it is not as many as there are names for. */
export interface BuildSizes {
  profiles?: number;
  /** Of each profile. */
  branches?: number;
}

export function makeBuilds(seed: number, organization: Organization, sizes: BuildSizes = {}): Builds {
  const random = randomFor(seed, `${organization.id}/builds`);
  const count = organization.rootId === undefined ? (sizes.profiles ?? known.length) : 2;
  const profiles = Array.from({ length: count }, (_, index) => makeProfile(random, index));
  const branches = new Map<string, Branch[]>();
  const workflows = new Map<string, Workflow[]>();
  const configurations = new Map<string, ConfigurationEntry[]>();
  const commits = new Map<string, Commit[]>();
  for (const [index, { id: profileId }] of profiles.entries()) {
    const branchCount =
      sizes.branches ?? (index === 0 ? branchNames.length : 1 + random.below(branchNames.length));
    const own = Array.from({ length: branchCount }, (_, at) => ({
      id: random.guid(),
      name: branchNames[at] ?? `feature/HN-${1000 + at}`,
    }));
    branches.set(profileId, own);
    for (const { id: branchId, name } of own) {
      const ids = { organizationId: organization.id, profileId, branchId };
      const length = sizes.branches === undefined ? 3 + random.below(20) : 2;
      commits.set(
        branchId,
        Array.from({ length }, (_, at) => makeCommit(random, ids, at, name !== neverBuilt)),
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
