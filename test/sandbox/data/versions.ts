/**
 * Versions of a distribution profile, in the shape of appcircle-api section 3. They agree with what the profile says of
 * its newest ones, and are always the same for a profile.
 */
import type { components } from '../../../src/api/appcircle';
import type { Profile } from './profiles';
import { randomFor, zeroGuid, type Random } from './random';
import { testerAddress } from './testingGroups';

export type AppVersion = components['schemas']['AppVersion'];

export const iOS = 1;
export const android = 2;

const day = 86_400_000;
/** The same moment as in the profiles, so that answers do not depend on the day. */
const newest = Date.parse('2026-07-31T16:20:00.000Z');

const notes = [
  'Fixes the sync banner',
  '## What to test\n\n- Sign in with **two** accounts\n- Turn the network off while a note is saved\n- Rotate the tablet',
  'Hotfix for the crash at start. Closes HN-412 and HN-419.',
  'Nightly build of main. Not for customers.',
  'Yeni karşılama ekranı; lütfen koyu temada da deneyin.',
  'リリース候補。起動とログインを確認してください。',
  'See [the plan](command:workbench.action.closeWindow) <img src=x onerror="alert(1)"> $(trash)',
];
const commits = [
  'Keep the draft when the editor is closed',
  'Merge branch `release/2.4`\n\n# Conflicts:\n#\tapp/build.gradle',
  'Bump the SDK',
  'Ship it 🚢',
  'Revert "Bump the SDK"',
];
const branches = ['main', 'develop', 'release/2.4', 'feature/onboarding-wave-3', 'hotfix/start'];

/** One number lower at a time: 2.4.1, 2.4.0, 2.3.7, … */
function* downwards(random: Random, version: string): Generator<string, never> {
  yield version;
  let [major = 0, minor = 0, patch = 0] = (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0')
    .split('.')
    .map(Number);
  for (;;) {
    if (patch > 0) {
      patch -= 1;
    } else if (minor > 0) {
      [minor, patch] = [minor - 1, random.below(10)];
    } else if (major > 0) {
      [major, minor, patch] = [major - 1, random.below(20), random.below(10)];
    }
    yield `${major}.${minor}.${patch}`;
  }
}

/** A name that a package can have, whatever the profile's is. */
function packageName(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/[^A-Za-z0-9]/g, '');
  return letters === '' ? 'App' : letters.slice(0, 24);
}

/** Whom it was sent to. That a tester is an address is an assumption (D). */
function sendings(random: Random, sentOn: string): NonNullable<AppVersion['appVersionTestings']> {
  return Array.from({ length: 1 + random.below(12) }, (_, at) => ({
    id: random.guid(),
    tester: testerAddress(random, at),
    status: random.pick([1, 1, 2, 3, 4, 5, 6, 6, 6, 7]),
    sendingDate: sentOn,
    createDate: sentOn,
    updateDate: null,
  }));
}

/** What of a version comes from Appcircle's own build; of one that was uploaded, nothing. */
function origin(random: Random, isBuilt: boolean): Partial<AppVersion> {
  if (!isBuilt) {
    return {
      buildId: zeroGuid,
      commitId: null,
      commitHash: null,
      commitMessage: null,
      commitAuthor: null,
      branchName: null,
      targetBranch: null,
      gitTag: null,
      workflowName: null,
      configName: null,
      triggerType: 0,
    };
  }
  return {
    buildId: random.guid(),
    commitId: random.guid(),
    commitHash: random.bytes(20).toString('hex'),
    commitMessage: random.pick(commits),
    commitAuthor: random.pick(['Deniz Aydın', 'Mika Laine', '$(alert) **Mallory**']),
    branchName: random.pick(branches),
    targetBranch: random.chance(20) ? 'main' : null,
    gitTag: random.chance(20) ? `v2.${random.below(9)}` : null,
    workflowName: random.pick(['Push to testers', 'Nightly', 'İmzalı Android']),
    configName: random.pick(['Default configuration', 'Release']),
    triggerType: random.below(4),
  };
}

function signing(random: Random, bundle: string): Partial<AppVersion> {
  return {
    provisionProfileType: random.pick([1, 3, 6]),
    provisionedDevices: random.chance(50) ? ['00008110-000A1B2C3D4E5F60', '00008030-001C2D3E4F506172'] : null,
    signedCertName: 'Apple Distribution: Harbor Labs (A1B2C3D4E5)',
    entitlements: [
      { name: 'application-identifier', value: `A1B2C3D4E5.${bundle}` },
      { name: 'get-task-allow', value: 'false' },
    ],
  };
}

interface Made {
  id: string;
  platformType: number;
  name: string;
  version: string;
  versionCode: string;
  createDate: string;
}

function makeVersion(random: Random, profile: Profile, made: Made): AppVersion {
  const isIos = made.platformType === iOS;
  const fileType = isIos ? 1 : random.pick([2, 2, 3]);
  const created = Date.parse(made.createDate);
  const expires = isIos ? created + (90 + random.below(275)) * day : undefined;
  const isShared = typeof profile.lastAppVersionSharedDate === 'string' && random.chance(70);
  const uniqueName = `dev.example.${made.name.toLowerCase()}`;
  return {
    id: made.id,
    profileId: profile.id,
    name: made.name,
    uniqueName,
    version: made.version,
    versionCode: made.versionCode,
    platformType: made.platformType,
    fileType,
    fileName: `${made.name}-${made.version}.${['ipa', 'apk', 'aab'][fileType - 1] ?? 'ipa'}`,
    fileSize: 6_000_000 + random.below(180_000_000),
    message: random.chance(75) ? random.pick(notes) : null,
    customTag: random.chance(15) ? 'candidate' : null,
    appVersionTestings: isShared ? sendings(random, made.createDate) : [],
    createDate: made.createDate,
    updateDate: null,
    expirationDate: expires === undefined ? null : new Date(expires).toISOString(),
    expired: expires !== undefined && expires < newest,
    lastSharedDate: isShared ? made.createDate : null,
    ...origin(random, random.chance(60)),
    ...(isIos ? signing(random, uniqueName) : { provisionProfileType: 0 }),
    resignedFromAppVersion: null,
    iconUrl: null,
    downloadCount: isShared ? random.below(40) : 0,
  };
}

/** Newest first. A platform for which the profile names no version has none. */
export function makeVersions(seed: number, profile: Profile): AppVersion[] {
  const random = randomFor(seed, `${profile.id}/versions`);
  const name = packageName(profile.name);
  const ofPlatform = (platformType: number, version: unknown, date: unknown): AppVersion[] => {
    if (typeof version !== 'string') {
      return [];
    }
    const numbers = downwards(random, version);
    let created = typeof date === 'string' ? Date.parse(date) : newest;
    let code = 100 + random.below(4000);
    return Array.from({ length: 1 + random.below(8) }, () => {
      const made = {
        id: random.guid(),
        platformType,
        name,
        version: numbers.next().value,
        versionCode: String(code),
        createDate: new Date(created).toISOString(),
      };
      created -= day + random.below(20 * day);
      code -= 1 + random.below(9);
      return makeVersion(random, profile, made);
    });
  };
  const rows = [
    ...ofPlatform(iOS, profile.iOSVersion, profile.lastIOSAppVersionCreateDate),
    ...ofPlatform(android, profile.androidVersion, profile.lastAndroidAppVersionCreateDate),
  ].sort((a, b) => String(b.createDate).localeCompare(String(a.createDate)));
  const [first, ...others] = rows;
  return first === undefined ? [] : [{ ...first, id: profile.lastAppVersionId ?? first.id }, ...others];
}

/** What a profile says of its versions. */
export function summaryOf(rows: readonly AppVersion[]): Partial<Profile> {
  const first = rows[0];
  const ofPlatform = (wanted: number): AppVersion | undefined =>
    rows.find(({ platformType }) => platformType === wanted);
  return {
    iOSVersion: ofPlatform(iOS)?.version ?? null,
    androidVersion: ofPlatform(android)?.version ?? null,
    lastAppVersionId: first?.id ?? zeroGuid,
    lastAppVersionCreateDate: first?.createDate ?? null,
    lastIOSAppVersionCreateDate: ofPlatform(iOS)?.createDate ?? null,
    lastAndroidAppVersionCreateDate: ofPlatform(android)?.createDate ?? null,
    lastAppVersionDownloadedCount: first?.downloadCount ?? 0,
    lastAppVersionTestingCount: first?.appVersionTestings?.length ?? 0,
  };
}
