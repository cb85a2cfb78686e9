/** Publish profiles and their versions, in the shapes of api/README 2.4. */
import type { components } from '../../../src/api/appcircle';
import type { Organization } from '../accounts';
import { randomFor, type Random } from './random';
import { Table } from './table';

type Schemas = components['schemas'];
export type PublishProfile = Schemas['PublishProfile'];
export type PublishVersion = Schemas['PublishVersion'];
export type PublishPlatform = 'ios' | 'android';

/** What an organization publishes. */
export interface PublishData {
  readonly profiles: Readonly<Record<PublishPlatform, Table<PublishProfile>>>;
  /** By profile, newest first. */
  readonly versions: Map<string, Table<PublishVersion>>;
}

const day = 86_400_000;

/** Of a platform: the name of each profile, and its bundle id. The last of each has no version yet. */
const named: Readonly<Record<PublishPlatform, readonly (readonly [name: string, bundleId: string])[]>> = {
  ios: [
    ['Harbor Notes', 'dev.example.harbornotes'],
    ['Kestrel Maps', 'dev.example.kestrelmaps'],
  ],
  android: [
    ['Harbor Notes', 'dev.example.harbornotes'],
    ['Tidepool Banking', 'dev.example.tidepool'],
    ['Lantern News', 'dev.example.lantern'],
  ],
};
/** As a test wants one that trips up programs. */
const strange = ['Yayın $(rocket) [x](command:quit)', 'dev.example.strange'] as const;

/** What is special about each version of a profile, the newest first. */
const course: readonly Partial<PublishVersion>[] = [
  { releaseCandidate: false },
  { releaseCandidate: true, latestFlowStatus: 200, summary: 'Faster search, and fixes.' },
  { releaseCandidate: true, latestFlowStatus: 0, summary: 'New **welcome** screen' },
  { releaseCandidate: true, latestFlowStatus: 1 },
  { releaseCandidate: false, uniqueName: 'dev.example.another' },
  { releaseCandidate: false, expired: true },
];

export function makePublishData(
  seed: number,
  organization: Organization,
  isStrange: boolean,
  newest: number,
): PublishData {
  const versions = new Map<string, Table<PublishVersion>>();
  const make = (platform: PublishPlatform): Table<PublishProfile> => {
    const random = randomFor(seed, `${organization.id}/publish/${platform}`);
    const all = [...named[platform], ...(isStrange ? [strange] : [])];
    const empty = named[platform].length - 1;
    return new Table(
      all.map(([name, bundleId], index) => {
        const id = random.guid();
        const rows = index === empty ? [] : makeVersions(random, platform, { name, bundleId, newest });
        versions.set(id, new Table(rows));
        return profileOf(id, name, bundleId, platform, rows, newest);
      }),
    );
  };
  return { profiles: { ios: make('ios'), android: make('android') }, versions };
}

function profileOf(
  id: string,
  name: string,
  bundleId: string,
  platform: PublishPlatform,
  rows: readonly PublishVersion[],
  newest: number,
): PublishProfile {
  return {
    id,
    name,
    appUniqueId: bundleId,
    platformType: platform === 'ios' ? 1 : 2,
    lastUploadVersion: rows[0]?.version ?? null,
    lastUploadVersionCode: rows[0]?.versionCode ?? null,
    version: rows.find(({ latestFlowStatus }) => latestFlowStatus === 0)?.version ?? null,
    latestPublishDate: rows.length > 0 ? new Date(newest - 20 * day).toISOString() : null,
    createDate: new Date(newest - 200 * day).toISOString(),
    updateDate: rows[0]?.createDate ?? null,
    profileSettings: { whenNewVersionRecieved: 0 },
  };
}

function makeVersions(
  random: Random,
  platform: PublishPlatform,
  app: { name: string; bundleId: string; newest: number },
): PublishVersion[] {
  const extension = platform === 'ios' ? 'ipa' : 'aab';
  const file = app.name.replaceAll(/[^A-Za-z]/g, '');
  return course.map((special, at) => {
    const version = `2.4.${course.length - 1 - at}`;
    return {
      id: random.guid(),
      name: app.name,
      uniqueName: app.bundleId,
      fileName: `${file}-${version}.${extension}`,
      version,
      versionCode: String(130 - at),
      summary: null,
      createDate: new Date(app.newest - at * 9 * day).toISOString(),
      updateDate: null,
      fileSize: 20_000_000 + random.below(90_000_000),
      latestFlowStatus: null,
      expired: false,
      ...special,
    };
  });
}
