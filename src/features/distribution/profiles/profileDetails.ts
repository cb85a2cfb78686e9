import { l10n } from 'vscode';
import type { components } from '../../../api/appcircle';
import { JsonObject, type KnownField } from '../../../api/decode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { dateTime } from '../../../ui/text/dates';
import { addressLink, blocks, line } from '../../../ui/documents/markdownSource';
import { factTable, facts, section, type Facts } from '../../../ui/documents/factSections';
import { authenticationText } from '../tree/profileTooltip';
import { customTagName } from './customTags';

type ProfileRow = JsonObject<KnownField<components['schemas']['DistributionProfile']>>;
type SettingsRow = JsonObject<KnownField<components['schemas']['DistributionProfileSettings']>>;

/** An id that stands for none (api/README 4.7). */
const ZERO_GUID = '00000000-0000-0000-0000-000000000000';

/**
 * Every setting of a profile that api/README 3 grades A or B, and what is counted and dated, as Markdown in
 * which a server's words are text (rule 18). What the server left out is left out. `groups` are names by id.
 *
 * The password that testers type is not in it, and of the user name that belongs to it only whether there is one: the
 * page is what people share on their screens, and who needs them looks them up in the dashboard.
 */
export function profileMarkdown(profile: DistributionProfile, groups: ReadonlyMap<string, string>): string {
  const row = rowOf(profile);
  const settings = row.object('settings') ?? emptySettings;
  const namesOf = (ids: string[]) => ids.map((id) => groups.get(id) ?? id).join(', ');
  return `${blocks(
    `# ${line(profile.name)}`,
    facts(aboutProfile(profile, row)),
    section(l10n.t('Who may install'), facts(aboutAccess(profile, settings))),
    section(
      l10n.t('Testing groups'),
      facts([
        [l10n.t('Auto-send to'), namesOf(profile.testingGroupIds) || l10n.t('No one')],
        [l10n.t('Preview on device'), namesOf(row.texts('previewOnDeviceTestingGroupIds'))],
      ]),
    ),
    section(l10n.t('What testers see'), facts(aboutPortal(row, settings))),
    section(l10n.t('Publisher'), aboutPublisher(row)),
    section(l10n.t('Upload checks'), facts(aboutChecks(settings))),
    section(l10n.t('Signing'), facts(aboutSigning(row, settings))),
    section(l10n.t('Activity'), facts(aboutActivity(profile, row))),
    section(l10n.t('IDs'), facts(aboutIds(profile, row))),
  )}\n`;
}

/** The testing groups that the page names. */
export function groupIdsOf(profile: DistributionProfile): string[] {
  return [...profile.testingGroupIds, ...rowOf(profile).texts('previewOnDeviceTestingGroupIds')];
}

const emptySettings = JsonObject.of({}) as SettingsRow;

function rowOf({ raw }: DistributionProfile): ProfileRow {
  return JsonObject.of(raw) as ProfileRow;
}

function aboutProfile({ pinned, versions }: DistributionProfile, row: ProfileRow): Facts {
  return [
    [l10n.t('iOS version'), versions.ios],
    [l10n.t('Android version'), versions.android],
    [l10n.t('Organization'), row.text('organizationName')],
    [l10n.t('Pinned'), pinned ? l10n.t('Yes') : l10n.t('No')],
    [l10n.t('Hidden'), yesOrNo(row.raw['isHidden'])],
    [l10n.t('Demo'), yesOrNo(row.raw['isDemo'])],
  ];
}

function aboutAccess({ authentication }: DistributionProfile, settings: SettingsRow): Facts {
  return [
    [l10n.t('Authentication'), authentication && authenticationText(authentication)],
    [l10n.t('User name'), settings.text('username') === undefined ? undefined : l10n.t('Set')],
    [
      l10n.t('Concurrent sessions'),
      either(settings.raw['singleSessionEnabled'], l10n.t('One'), l10n.t('Several')),
    ],
    [l10n.t('Public page'), either(settings.raw['enableStaticPage'], l10n.t('On'), l10n.t('Off'))],
  ];
}

function aboutPortal(row: ProfileRow, settings: SettingsRow): Facts {
  const tags = settings.raw['visibleCustomTags'];
  return [
    [
      l10n.t('Versions shown'),
      either(row.raw['showSingleBinaryOnTesting'], l10n.t('Only the newest'), l10n.t('All')),
    ],
    [l10n.t('Hidden from the list'), yesOrNo(row.raw['hideFromProfileListOnTesting'])],
    [
      l10n.t('Switching to other profiles'),
      either(row.raw['hideSwitchingToOtherProfiles'], l10n.t('Not allowed'), l10n.t('Allowed')),
    ],
    [l10n.t('Build details shown'), Array.isArray(tags) ? tagNames(tags) : undefined],
  ];
}

function tagNames(tags: unknown[]): string {
  const names = tags.filter((tag) => typeof tag === 'number').map((tag) => customTagName(tag));
  return names.join(', ') || l10n.t('None');
}

/** Their addresses were typed by somebody of the organization: they lead out of the editor only where they are https. */
function aboutPublisher(row: ProfileRow): string {
  const known = [
    [l10n.t('Publisher'), row.text('publisherName'), line],
    [l10n.t('Contact'), row.text('contactName'), line],
    [l10n.t('Privacy policy'), row.text('privacyUrl'), addressLink],
    [l10n.t('Terms'), row.text('termsUrl'), addressLink],
  ] as const;
  return factTable(known.flatMap(([label, value, show]) => (value ? [[label, show(value)] as const] : [])));
}

function aboutChecks(settings: SettingsRow): Facts {
  return [
    [l10n.t('Bundle ID must match'), yesOrNo(settings.raw['validateBundleId'])],
    [l10n.t('Bundle ID'), settings.text('validBundleId')],
    [l10n.t('Package name must match'), yesOrNo(settings.raw['validatePackageId'])],
    [l10n.t('Package name'), settings.text('validPackageId')],
  ];
}

function aboutSigning(row: ProfileRow, settings: SettingsRow): Facts {
  return [
    [l10n.t('iOS signed automatically'), yesOrNo(settings.raw['autoSignEnabledForiOS'])],
    [l10n.t('Android signed automatically'), yesOrNo(settings.raw['autoSignEnabledForAndroid'])],
    [l10n.t('Register tester devices with Apple'), yesOrNo(row.raw['autoAddRegisteredDevicesToAppStore'])],
    [l10n.t('App Store Connect key'), idOf(row.text('connectApiKeyId'))],
    [l10n.t('Provisioning profiles'), row.texts('provisioningProfileIds').join(', ')],
    [l10n.t('Rebuilt from build profile'), idOf(row.text('buildProfileIdForAutoProvision'))],
    [l10n.t('Rebuilt from branch'), idOf(row.text('buildBranchIdForAutoProvision'))],
    [l10n.t('Rebuilt with configuration'), idOf(row.text('buildConfigurationIdForAutoProvision'))],
  ];
}

function aboutActivity(
  { createdAt, lastUploadedAt, lastSharedAt }: DistributionProfile,
  row: ProfileRow,
): Facts {
  return [
    [l10n.t('Created'), dateText(createdAt)],
    [l10n.t('Changed'), dateText(row.date('updateDate'))],
    [l10n.t('Last upload'), dateText(lastUploadedAt)],
    [l10n.t('Last iOS upload'), dateText(row.date('lastIOSAppVersionCreateDate'))],
    [l10n.t('Last Android upload'), dateText(row.date('lastAndroidAppVersionCreateDate'))],
    [l10n.t('Last shared'), dateText(lastSharedAt)],
    [l10n.t('Downloads'), row.number('totalDownloadCount')?.toString()],
    [l10n.t('Downloads of latest version'), row.number('lastAppVersionDownloadedCount')?.toString()],
    [l10n.t('Testers of latest version'), row.number('lastAppVersionTestingCount')?.toString()],
  ];
}

function aboutIds({ id }: DistributionProfile, row: ProfileRow): Facts {
  return [
    [l10n.t('Profile ID'), id],
    [l10n.t('Organization ID'), row.text('organizationId')],
    [l10n.t('Latest version ID'), idOf(row.text('lastAppVersionId'))],
  ];
}

function yesOrNo(value: unknown): string | undefined {
  return either(value, l10n.t('Yes'), l10n.t('No'));
}

/** What a switch of the server's comes to, on or off; undefined where it is none. */
function either(value: unknown, on: string, off: string): string | undefined {
  return typeof value === 'boolean' ? (value ? on : off) : undefined;
}

function dateText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : dateTime(time);
}

function idOf(id: string | undefined): string | undefined {
  return id === ZERO_GUID ? undefined : id;
}
