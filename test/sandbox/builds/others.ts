/** What is under way of others: a build, runs of publish flows, and a build of a sub-organization (api/README 11.2). */
import type { Organization } from '../accounts';
import type { Builds } from '../data/builds';
import { randomFor } from '../data/random';
import type { QueueEntry } from './buildQueue';

/** They are always as long under way. */
const minute = 60_000;

export function underWayOfOthers(
  organization: Organization,
  { profiles, commits, branches }: Builds,
  now: number,
): QueueEntry[] {
  const random = randomFor(0, `${organization.id}/others`);
  const [profile] = profiles.slice(2);
  const [branch] = (profile && branches.get(profile.id)) ?? [];
  const [commit] = (branch && commits.get(branch.id)) ?? [];
  const since = (minutes: number): string => new Date(now - minutes * minute).toISOString();
  const publish = (profileName: string, os: number): QueueEntry => ({
    id: random.guid(),
    commitId: null,
    commitHash: null,
    profileId: random.guid(),
    profileName,
    branchName: null,
    os,
    publishId: random.guid(),
    appVersionId: random.guid(),
  });
  return [
    {
      id: random.guid(),
      commitId: commit?.id ?? null,
      commitHash: commit?.hash ?? null,
      profileId: profile?.id ?? null,
      profileName: profile?.name ?? null,
      branchName: branch?.name ?? null,
      queueItemStatus: 1,
      os: profile?.os ?? null,
      // Some leave it out, some have it null.
      appVersionId: null,
      stepName: 'Xcodebuild for Devices',
      email: 'mika.laine@people.example',
      startQueueDateTime: since(4),
    },
    {
      ...publish('Harbor Notes', 1),
      queueItemStatus: 1,
      stepName: 'Get Approval via Email',
      email: 'mika.laine@people.example',
      startQueueDateTime: since(90),
    },
    {
      ...publish('Tidepool Banking', 2),
      queueItemStatus: 0,
      stepName: null,
      email: null,
      startQueueDateTime: since(1),
    },
    {
      id: random.guid(),
      commitId: random.guid(),
      commitHash: random.bytes(20).toString('hex'),
      profileId: random.guid(),
      profileName: 'Harbor Notes iOS',
      branchName: 'tr/main',
      queueItemStatus: 0,
      os: 1,
      publishId: null,
      stepName: null,
      email: 'tr-ci@keys.example',
      startQueueDateTime: since(2),
    },
  ];
}
