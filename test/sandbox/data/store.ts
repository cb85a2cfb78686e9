/** The Enterprise App Store of each organization, in the shape of api/README 2.5. Always the same for an organization. */
import type { components } from '../../../src/api/appcircle';
import type { Organization } from '../accounts';
import { randomFor, type Random } from './random';
import { Table } from './table';

export type StoreProfile = components['schemas']['StoreProfile'];
export type StoreVersion = components['schemas']['StoreVersion'];

interface AppFixture {
  name: string;
  platform: 1 | 2;
  /** Numbers of versions, the newest first, and where each is offered: 0 nowhere, 1 Beta, 2 Live. */
  versions: readonly (readonly [version: string, publishType: number])[];
}

const day = 86_400_000;
const newest = Date.parse('2026-07-31T16:20:00.000Z');

const apps: readonly AppFixture[] = [
  {
    name: 'Harbor Crew',
    platform: 1,
    versions: [
      ['3.2.0', 0],
      ['3.1.4', 1],
      ['3.1.3', 0],
      ['3.1.0', 2],
      ['3.0.9', 0],
    ],
  },
  {
    name: 'Harbor Scanner',
    platform: 2,
    versions: [
      ['1.8.0', 0],
      ['1.7.2', 2],
    ],
  },
  { name: 'Vardiya Çizelgesi', platform: 2, versions: [['0.9.1', 0]] },
  { name: 'Empty $(package) [shelf](command:workbench.action.closeWindow)', platform: 1, versions: [] },
];

/** A bundle that no device installs: the store does not publish it. */
export const bundleVersion = '1.8.0';

/** Profiles with their versions, and what was done to them. */
export class Store {
  private readonly tables = new Map<string, Table<StoreProfile>>();
  private readonly versionTables = new Map<string, Table<StoreVersion>>();

  constructor(
    private readonly seed: number,
    private readonly names: 'friendly' | 'strange',
  ) {}

  profilesOf(organization: Organization): Table<StoreProfile> {
    const known = this.tables.get(organization.id);
    if (known) {
      return known;
    }
    const table = new Table(
      apps.map((app, index) => this.makeProfile(app, `${organization.id}/store/${index}`)),
    );
    this.tables.set(organization.id, table);
    return table;
  }

  /** Newest first. */
  versionsOf(profileId: string): Table<StoreVersion> {
    return this.versionTables.get(profileId) ?? this.setVersions(profileId, []);
  }

  setVersions(profileId: string, rows: readonly StoreVersion[]): Table<StoreVersion> {
    const table = new Table(rows);
    this.versionTables.set(profileId, table);
    return table;
  }

  /** Puts the generated ones of every organization back. */
  reset(): void {
    this.tables.clear();
    this.versionTables.clear();
  }

  private makeProfile({ name: strange, platform, versions }: AppFixture, key: string): StoreProfile {
    const name = this.names === 'friendly' && versions.length === 0 ? 'Harbor Shelf' : strange;
    const random = randomFor(this.seed, key);
    const id = random.guid();
    const rows = versions.map(([version, publishType], index) =>
      makeVersion(random, { id, name, platform, version, publishType, index }),
    );
    this.setVersions(id, rows);
    return {
      id,
      name,
      version: rows[0]?.version ?? null,
      totalDownloadCount: rows.reduce((sum, { downloadCount }) => sum + (downloadCount ?? 0), 0),
      latestPublishDate: rows.find(({ publishDate }) => publishDate)?.publishDate ?? null,
      lastBinaryReceivedDate: rows[0]?.createDate ?? null,
    };
  }
}

interface MadeOf {
  id: string;
  name: string;
  platform: 1 | 2;
  version: string;
  publishType: number;
  index: number;
}

function makeVersion(
  random: Random,
  { id, name, platform, version, publishType, index }: MadeOf,
): StoreVersion {
  const created = newest - index * 9 * day;
  const file = name.normalize('NFKD').replaceAll(/[^A-Za-z]/g, '');
  const ending = platform === 1 ? 'ipa' : version === bundleVersion ? 'aab' : 'apk';
  return {
    id: random.guid(),
    profileId: id,
    name,
    uniqueName: `dev.example.${file.toLowerCase()}`,
    version,
    versionCode: String(300 - index),
    platformType: platform,
    publishType,
    publishDate: publishType === 0 ? null : new Date(created + day).toISOString(),
    fileName: `${file}-${version}.${ending}`,
    fileSize: 8_000_000 + random.below(90_000_000),
    downloadCount: publishType === 0 ? 0 : random.below(400),
    summary: publishType === 0 ? null : 'Shifts at a glance',
    releaseNotes: [null, 'Faster start', 'Faster start\nOffline shifts'][publishType] ?? null,
    createDate: new Date(created).toISOString(),
    updateDate: null,
  };
}
