import { l10n } from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { SharedWith, SharingStatus, VersionSharing } from '../../../api/distribution/versionSharing';
import { downloadsText } from '../../../ui/text/appText';
import { fromNow } from '../../../ui/text/fromNow';
import { sizeText } from '../../../ui/text/sizeText';

/** A version that ends within this many milliseconds is said to. */
const SOON_MS = 7 * 24 * 3600 * 1000;

/** "2.4.0 (318)", or what else there is to call it by. Untrusted text. */
export function versionName({ version, code, name, fileName, id }: AppVersion): string {
  const known = version ?? name ?? fileName ?? id;
  return code === undefined ? known : `${known} (${code})`;
}

/** What a row says beside the name. A narrow side bar shows the first two or three: what a person looks for. */
export function versionFacts(version: AppVersion, now = Date.now()): string[] {
  const { fileType, fileSize, createdAt, sharing, downloads } = version;
  return [
    expiryText(version, now),
    // Nothing is uploaded later than now: a server whose clock is ahead says so of what is new.
    createdAt === undefined ? undefined : fromNow(Math.min(createdAt, now), now),
    sharedText(sharing),
    fileType?.toUpperCase(),
    fileSize === undefined ? undefined : sizeText(fileSize),
    // Of what nobody was sent, nobody expects any.
    downloads === undefined || (downloads === 0 && !sharing.isShared) ? undefined : downloadsText(downloads),
  ].filter((fact) => fact !== undefined);
}

/** Whether a version has expired or soon will. */
export function expiryText(version: AppVersion, now = Date.now()): string | undefined {
  const { expiresAt } = version;
  if (hasExpired(version, now)) {
    return l10n.t('expired');
  }
  return expiresAt !== undefined && expiresAt - now < SOON_MS
    ? l10n.t('expires {0}', fromNow(expiresAt, now))
    : undefined;
}

/** By the server's word, or by the clock: rows stay on screen for longer than some versions live. */
export function hasExpired({ isExpired, expiresAt }: AppVersion, now = Date.now()): boolean {
  return isExpired || (expiresAt !== undefined && expiresAt <= now);
}

export function sharedText({ isShared }: VersionSharing): string {
  return isShared ? l10n.t('shared') : l10n.t('not shared');
}

/** Who a version was sent to. Untrusted text. */
export function testerName({ tester }: SharedWith): string {
  return tester ?? l10n.t('Unknown tester');
}

/** How far somebody came with a version, in words; undefined where nobody says. */
export function sharingText(status: SharingStatus | undefined): string | undefined {
  switch (status) {
    case undefined:
    case 'none':
      return undefined;
    case 'pending':
      return l10n.t('Not opened yet');
    case 'clicked':
      return l10n.t('Opened');
    case 'notEnrolled':
      return l10n.t('Opened, device not enrolled');
    case 'notLoggedIn':
      return l10n.t('Opened, not signed in');
    case 'loggedIn':
      return l10n.t('Signed in');
    case 'downloaded':
      return l10n.t('Downloaded');
    case 'sendingFailed':
      return l10n.t('Sending failed');
    case 'other':
      return l10n.t('Other status');
  }
}
