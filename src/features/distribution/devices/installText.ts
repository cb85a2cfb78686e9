import * as vscode from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { hasExpired, versionName } from '../versions/versionText';

/** Why a version cannot be installed from here; undefined where it can be. */
export function notInstallableText(version: AppVersion): string | undefined {
  const name = versionName(version);
  if (version.platform === 'ios') {
    return vscode.l10n.t(
      '{0} is an iOS version. Simulators do not run apps that were built for devices. Open the link that testers received on the device.',
      name,
    );
  }
  if (version.fileType === 'aab') {
    return vscode.l10n.t('{0} is an .aab file, which devices cannot install. Upload an .apk file.', name);
  }
  return hasExpired(version) ? vscode.l10n.t('{0} has expired and cannot be downloaded.', name) : undefined;
}

/** That there is nothing to reach devices with, on the machine on which the extension runs. */
export function noAdbText(): string {
  const { remoteName } = vscode.env;
  return remoteName === undefined
    ? vscode.l10n.t('adb was not found. Install the Android SDK Platform-Tools, or set ANDROID_HOME.')
    : vscode.l10n.t(
        'adb was not found on the remote computer ({0}), where this extension runs. Devices can only be reached from the computer that they are connected to.',
        remoteName,
      );
}

/** Why a device cannot be used now; undefined where it can be. */
export function deviceStateText(state: string): string | undefined {
  switch (state) {
    case 'device':
      return undefined;
    case 'unauthorized':
    case 'authorizing':
      return vscode.l10n.t('Allow USB debugging on the device, then try again.');
    default:
      return vscode.l10n.t('The device is not ready ({0}). Connect it again, then try again.', state);
  }
}

/** What went wrong, by the code that adb gives. */
export function installFailureText(code: string, version: string, device: string): string {
  return [
    vscode.l10n.t('{0} was not installed on {1} ({2}).', version, device, code),
    ...(helpFor(code) ?? []),
  ].join(' ');
}

function helpFor(code: string): [string] | undefined {
  switch (code) {
    case 'INSTALL_FAILED_UPDATE_INCOMPATIBLE':
      return [vscode.l10n.t('The installed app is signed with another key. Uninstall it first.')];
    case 'INSTALL_FAILED_VERSION_DOWNGRADE':
      return [vscode.l10n.t('A newer version is installed. Uninstall it first.')];
    case 'INSTALL_FAILED_INSUFFICIENT_STORAGE':
      return [vscode.l10n.t('The device does not have enough free space.')];
    case 'INSTALL_FAILED_OLDER_SDK':
      return [vscode.l10n.t('The app needs a newer version of Android.')];
    case 'INSTALL_FAILED_NO_MATCHING_ABIS':
      return [vscode.l10n.t('The app was built for another kind of processor.')];
    default:
      return undefined;
  }
}
