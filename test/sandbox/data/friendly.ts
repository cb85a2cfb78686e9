/**
 * The same data under names that a person is shown without a second look: for pictures and for whoever tries the
 * extension. Ids, numbers and dates stay, but for those of
 * builds.
 */
import { newestBuild, type BuildProfile, type Builds } from './builds';
import { firstUnusual, type Profile } from './profiles';
import { zeroGuid } from './random';
import type { TestingGroup } from './testingGroups';
import { iOS, type AppVersion } from './versions';

/** In the places of the unusual names, one for each. */
const profileNames = [
  'Harbor Notes Nightly', 'Juniper Wallet', 'Kestrel Maps', 'Lantern News', 'Lumen Health', 'Marlow Transit',
  'Mosaic Gallery', 'Northwind Orders', 'Orchard HR', 'Pebble Chat', 'Rowan Pay', 'Saffron Kitchen', 'Summit Insurance',
  'Vireo Music', 'Willow Learn',
]; // prettier-ignore

const friendlier = new Map([
  ['Yönetim Kurulu', 'Product Managers'],
  ['Design $(eye) Review', 'Design Review'],
  ['パートナー', 'Partners'],
  ['Empty on purpose', 'Beta Program'],
  [
    'Yeni karşılama ekranı; lütfen koyu temada da deneyin.',
    'New welcome screen. Please try it in dark mode too.',
  ],
  ['リリース候補。起動とログインを確認してください。', 'Release candidate. Please check sign-in and start.'],
  [
    'See [the plan](command:workbench.action.closeWindow) <img src=x onerror="alert(1)"> $(trash)',
    'Faster search, and a fix for the crash when a note is shared.',
  ],
  ['$(alert) **Mallory**', 'Omar Haddad'],
  ['İmzalı Android', 'Signed Android'],
  ['Kestrel Maps 🗺️ `rm -rf`', 'Kestrel Maps'],
  ['Kıyı Bankacılık', 'Rowan Pay'],
  ['harbor-labs/kiyi-bankacilik', 'harbor-labs/rowan-pay'],
  ['feature/$(zap)-onboarding', 'feature/onboarding'],
  ['Release **signed**', 'Release'],
]);

const befriend = (text: string): string => friendlier.get(text) ?? text;

/** Every text of a row, at any depth; dates later by so many milliseconds. */
function befriendAll<T>(value: T, later = 0): T {
  return JSON.parse(JSON.stringify(value), (_, item: unknown) =>
    typeof item !== 'string'
      ? item
      : later !== 0 && isoDate.test(item)
        ? movedDate(item, later)
        : befriend(item),
  ) as T;
}

const isoDate = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function movedDate(date: string, later: number): string {
  return new Date(Date.parse(date) + later).toISOString();
}

/** `index`: the how-manieth profile of its organization it is. */
export function befriendProfile(profile: Profile, index: number): Profile {
  return { ...profile, name: profileNames[index - firstUnusual] ?? profile.name };
}

/** `builders`: the build profiles of the same organization. */
export function befriendVersions(
  versions: readonly AppVersion[],
  { name }: Profile,
  builders: readonly BuildProfile[],
): AppVersion[] {
  const friendly = befriendAll([...versions]);
  return name.startsWith(wholeApp) ? friendly.map((version) => ofWholeApp(version, builders)) : friendly;
}

/** It is in every module, so that its release board has every column. */
const wholeApp = 'Harbor Notes';

function ofWholeApp(version: AppVersion, builders: readonly BuildProfile[]): AppVersion {
  const builder = `${wholeApp} ${version.platformType === iOS ? 'iOS' : 'Android'}`;
  const isBuilt = version.buildId !== zeroGuid;
  return {
    ...version,
    uniqueName: 'dev.example.harbornotes',
    buildProfileId: isBuilt ? (builders.find((one) => one.name === builder)?.id ?? null) : null,
  };
}

export function befriendGroups(groups: readonly TestingGroup[]): TestingGroup[] {
  return befriendAll([...groups]);
}

/** What was built last was built an hour ago: people look at what is new. */
export function befriendBuilds(builds: Builds, now: number): Builds {
  const later = now - 3_600_000 - newestBuild;
  const values = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([key, value]) => [key, befriendAll(value, later)]));
  return {
    profiles: builds.profiles.map((profile, index) => ({
      ...befriendAll(profile, later),
      ...(index === 5 && { name: 'Harbor Notes iOS Nightly' }),
    })),
    branches: values(builds.branches),
    workflows: values(builds.workflows),
    configurations: values(builds.configurations),
    commits: values(builds.commits),
    secrets: builds.secrets,
  };
}
