import { l10n } from 'vscode';
import type { UnreadReason } from '../../api/apps/app';
import type { AppNote, AppWarning, Impossibility } from '../../api/apps/checks/appProblem';
import type { AppDestination, PresentVersion } from '../../api/apps/checks/destination';
import { dateOnly, dateTime } from '../text/dates';
import { fromNow } from '../text/fromNow';
import { versionText } from './appText';

/** Why a file is not uploaded, and what helps. */
export function impossibilityText(problem: Impossibility, fileName: string): string {
  switch (problem.kind) {
    case 'noApp':
      return l10n.t('{0} is an archive that contains no app. Extract the app and upload it.', fileName);
    case 'wrongExtension':
      return l10n.t(
        '{0} contains an {1} file, despite its name. Rename it so that it ends in {2}.',
        fileName,
        problem.format.toUpperCase(),
        `.${problem.format}`,
      );
    case 'wrongPlatform':
      return problem.platform === 'ios'
        ? l10n.t('{0} is an app for iOS, and this profile is for Android. Choose another file.', fileName)
        : l10n.t('{0} is an app for Android, and this profile is for iOS. Choose another file.', fileName);
    case 'bundle':
      return l10n.t(
        '{0} is an Android App Bundle, which devices cannot install. Choose an .apk file.',
        fileName,
      );
  }
}

/** What somebody should know of before an app is sent there. A store that it goes to installs it on no device. */
export function warningText(
  warning: AppWarning,
  destination: AppDestination['kind'],
  now = Date.now(),
): string {
  const isInstalled = destination !== 'publish';
  switch (warning.kind) {
    case 'unread':
      return unreadText(warning.reason);
    case 'alreadyThere':
      return presentText(warning.version);
    case 'otherId':
      return warning.isRequired
        ? l10n.t('Its ID is {0}, but this profile accepts only {1}.', warning.id, warning.expected)
        : l10n.t('Its ID is {0}, but the versions in this profile have {1}.', warning.id, warning.expected);
    case 'noProfile':
      return isInstalled
        ? l10n.t('It has no provisioning profile. Devices cannot install it.')
        : l10n.t('It has no provisioning profile.');
    case 'profileUnreadable':
      return l10n.t('Its provisioning profile cannot be read.');
    case 'profileEnded':
      return isInstalled
        ? l10n.t(
            'Its provisioning profile expired on {0}. Devices cannot install it.',
            dateOnly(warning.endsAt),
          )
        : l10n.t('Its provisioning profile expired on {0}.', dateOnly(warning.endsAt));
    case 'profileEnds':
      return l10n.t(
        'Its provisioning profile expires {0}, on {1}.',
        fromNow(warning.endsAt, now),
        dateOnly(warning.endsAt),
      );
    case 'certificateEnded':
      return l10n.t('Its signing certificate expired on {0}.', dateOnly(warning.endsAt));
    case 'certificateEnds':
      return l10n.t(
        'Its signing certificate expires {0}, on {1}.',
        fromNow(warning.endsAt, now),
        dateOnly(warning.endsAt),
      );
    case 'profileType':
      return profileTypeText(warning);
    case 'unsigned':
      return isInstalled
        ? l10n.t('It is not signed. Devices cannot install it.')
        : l10n.t('It is not signed.');
    case 'debuggable':
      return l10n.t('It is a debug build.');
    case 'testOnly':
      return isInstalled
        ? l10n.t('It is marked as test-only. Devices can install it only from a computer.')
        : l10n.t('It is marked as test-only.');
  }
}

export function noteText({ devices }: AppNote): string {
  return devices === 1
    ? l10n.t('Only the 1 device in its provisioning profile can install it.')
    : l10n.t('Only the {0} devices in its provisioning profile can install it.', devices);
}

function profileTypeText({
  type,
  destination,
  devices,
}: Extract<AppWarning, { kind: 'profileType' }>): string {
  if (destination === 'publish') {
    return l10n.t('Its provisioning profile is not for the App Store, which does not accept it.');
  }
  if (type === 'appStore') {
    return l10n.t('Its provisioning profile is for the App Store. Devices cannot install it from here.');
  }
  switch (devices) {
    case undefined:
      return l10n.t('Its provisioning profile is for development. Testers may not be able to install it.');
    case 1:
      return l10n.t('Its provisioning profile is for development. Only its 1 device can install it.');
    default:
      return l10n.t(
        'Its provisioning profile is for development. Only its {0} devices can install it.',
        devices,
      );
  }
}

function presentText({ version, code, fileName, createdAt }: PresentVersion): string {
  const name = versionText(version, code) ?? l10n.t('unknown');
  const facts = [
    fileName,
    createdAt === undefined ? undefined : l10n.t('uploaded {0}', dateTime(createdAt)),
  ].filter((fact) => fact !== undefined);
  return facts.length === 0
    ? l10n.t('Version {0} is already there.', name)
    : l10n.t('Version {0} is already there: {1}.', name, facts.join(', '));
}

function unreadText(reason: UnreadReason): string {
  switch (reason) {
    case 'broken':
    case 'damaged':
    case 'changed':
      return l10n.t('Could not check the app because its archive is damaged.');
    case 'tooLarge':
      return l10n.t('Could not check the app because its archive is too large to read.');
    case 'encrypted':
      return l10n.t('Could not check the app because its archive is encrypted.');
    case 'overlapping':
    case 'bomb':
    case 'link':
    case 'special':
    case 'method':
    case 'name':
    case 'duplicate':
      return l10n.t('Could not check the app because its archive is not safe to extract.');
    case 'content':
      return l10n.t('Could not check the app because its manifest cannot be read.');
    case 'severalApps':
      return l10n.t('Could not check the app because the file contains more than one.');
  }
}
