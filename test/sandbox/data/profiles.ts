/**
 * Distribution profiles, in the shape of appcircle-api section 3 (properties that are not known to be in the list's
 * answer have the names of the request model, grade B). The n-th profile of a seed is always the same.
 */
import type { components } from '../../../src/api/appcircle';
import { everydayName, ownName, unusualNames } from './names';
import { randomFor, zeroGuid, type Random } from './random';

export type Profile = components['schemas']['DistributionProfile'];

/** Who owns the profiles, and which groups they may be sent to. */
export interface ProfileOwner {
  organizationId: string;
  organizationName: string;
  testingGroupIds: readonly string[];
}

type Platforms = 'ios' | 'android' | 'both' | 'none';

interface Role {
  name: string;
  pinned?: boolean;
  platforms?: Platforms;
  authenticationType?: number;
}

/** The first profiles, each there for a reason; what follows them is everyday. */
const cast: readonly Role[] = [
  { name: ownName, platforms: 'none', pinned: false, authenticationType: 1 },
  { name: 'Harbor Notes QA', platforms: 'ios', pinned: true, authenticationType: 1 },
  { name: 'Harbor Notes Beta', platforms: 'both', pinned: true, authenticationType: 3 },
  { name: 'Atlas Field Service', platforms: 'android', pinned: false, authenticationType: 4 },
  { name: 'Tidepool Banking UAT', platforms: 'both', pinned: false, authenticationType: 5 },
  ...unusualNames.map((name) => ({ name })),
  { name: 'Zephyr Archive', platforms: 'none', pinned: true, authenticationType: 0 },
];

/** Place of the first profile with an unusual name. */
export const firstUnusual = cast.findIndex(({ name }) => name === unusualNames[0]);

/** The newest moment in the data. Fixed, so that answers are the same on every day. */
const newest = Date.parse('2026-07-31T16:20:00.000Z');
const day = 86_400_000;

function date(random: Random, daysBack: number): string {
  return new Date(newest - random.below(daysBack * day)).toISOString();
}

function version(random: Random): string {
  return random.chance(10)
    ? `${random.below(9)}.${random.below(20)}.0-rc.${1 + random.below(9)}+build.${random.below(4000)}`
    : `${random.below(9)}.${random.below(20)}.${random.below(10)}`;
}

const platformsOf = (random: Random): Platforms =>
  random.pick([
    'ios',
    'ios',
    'ios',
    'android',
    'android',
    'android',
    'both',
    'both',
    'both',
    'none',
  ] as const);

/** A password that a search over files and logs will find if it ever leaks. */
export const profilePassword = (index: number): string => `Sentinel+Profile/${index}pw==`;

function settings(
  random: Random,
  authenticationType: number,
  index: number,
): NonNullable<Profile['settings']> {
  const isStatic = authenticationType === 3;
  return {
    authenticationType,
    username: isStatic ? `tester${index}` : null,
    password: isStatic ? profilePassword(index) : null,
    enableStaticPage: random.chance(20),
    visibleCustomTags: random.chance(20) ? [2, 5] : [],
    validateBundleId: false,
    validBundleId: null,
    validatePackageId: false,
    validPackageId: null,
    autoSignEnabledForiOS: random.chance(10),
    autoSignEnabledForAndroid: false,
    singleSessionEnabled: false,
  };
}

export function makeProfile(seed: number, owner: ProfileOwner, index: number): Profile {
  const random = randomFor(seed, `${owner.organizationId}/profile/${index}`);
  const role: Role = cast[index] ?? { name: everydayName(random, index) };
  const platforms = role.platforms ?? platformsOf(random);
  const hasIos = platforms === 'ios' || platforms === 'both';
  const hasAndroid = platforms === 'android' || platforms === 'both';
  const uploaded = hasIos || hasAndroid ? date(random, 200) : null;
  const groups = owner.testingGroupIds;
  return {
    id: random.guid(),
    organizationId: owner.organizationId,
    organizationName: owner.organizationName,
    name: role.name,
    pinned: role.pinned ?? (random.chance(50) ? random.chance(10) : null),
    appVersions: null,
    createDate: new Date(newest - 400 * day - random.below(300 * day)).toISOString(),
    updateDate: uploaded ?? (random.chance(50) ? date(random, 300) : null),
    iOSVersion: hasIos ? version(random) : null,
    androidVersion: hasAndroid ? version(random) : null,
    iOSAppIconResourceId: zeroGuid,
    androidAppIconResourceId: zeroGuid,
    iOSIconUrl: null,
    androidIconUrl: null,
    lastAppVersionId: uploaded === null ? zeroGuid : random.guid(),
    lastAppVersionCreateDate: uploaded,
    lastIOSAppVersionCreateDate: hasIos ? uploaded : null,
    lastAndroidAppVersionCreateDate: hasAndroid ? uploaded : null,
    lastAppVersionSharedDate: uploaded !== null && random.chance(60) ? uploaded : null,
    lastAppVersionDownloadedCount: uploaded === null ? 0 : random.below(40),
    lastAppVersionTestingCount: uploaded === null ? 0 : random.below(60),
    settings: settings(random, role.authenticationType ?? random.pick([1, 1, 1, 3, 4, 5]), index),
    isDemo: false,
    isHidden: false,
    testingGroupIds: groups.length > 0 && random.chance(35) ? [random.pick(groups)] : null,
    previewOnDeviceTestingGroupIds: null,
    publisherName: null,
    contactName: null,
    privacyUrl: null,
    termsUrl: null,
    totalDownloadCount: uploaded === null ? 0 : random.below(900),
    showSingleBinaryOnTesting: false,
    hideFromProfileListOnTesting: false,
    hideSwitchingToOtherProfiles: false,
  };
}
