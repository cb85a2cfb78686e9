import { l10n } from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { Provisioning } from '../../../api/distribution/versionSigning';
import { platformName } from '../../../ui/text/appText';
import { dateTime } from '../../../ui/text/dates';
import { sizeText } from '../../../ui/text/sizeText';
import type { Facts } from '../../../ui/documents/factSections';
import { hasExpired } from './versionText';

/** What is known of the file of a version. */
export function aboutFile(version: AppVersion): Facts {
  const { platform, fileName, fileType, fileSize, bundleId, createdAt, expiresAt, sharing } = version;
  const expired = hasExpired(version);
  return [
    [l10n.t('Platform'), platformName(platform)],
    [l10n.t('Bundle ID'), bundleId],
    [l10n.t('File'), [fileName, fileType?.toUpperCase()].filter(Boolean).join(', ')],
    [l10n.t('Size'), fileSize === undefined ? undefined : sizeText(fileSize)],
    [l10n.t('Uploaded'), createdAt === undefined ? undefined : dateTime(createdAt)],
    [
      expired ? l10n.t('Expired') : l10n.t('Expires'),
      expiresAt === undefined ? (expired ? l10n.t('Yes') : undefined) : dateTime(expiresAt),
    ],
    [l10n.t('Last shared'), sharing.lastSharedAt === undefined ? undefined : dateTime(sharing.lastSharedAt)],
    [l10n.t('Downloads'), version.downloads?.toString()],
    [l10n.t('Tag'), version.customTag],
    [l10n.t('Version ID'), version.id],
  ];
}

export function aboutBuild({ origin }: AppVersion): Facts {
  return [
    [l10n.t('Commit'), origin.commitHash],
    [l10n.t('Message'), origin.commitMessage],
    [l10n.t('Author'), origin.commitAuthor],
    [l10n.t('Branch'), origin.branch],
    [l10n.t('Target branch'), origin.targetBranch],
    [l10n.t('Git tag'), origin.tag],
    [l10n.t('Workflow'), origin.workflow],
    [l10n.t('Configuration'), origin.configuration],
  ];
}

export function aboutSigning({ signing }: AppVersion): Facts {
  return [
    [l10n.t('Certificate'), signing.certificate],
    [l10n.t('Provisioning'), signing.provisioning && provisioningText(signing.provisioning)],
    [l10n.t('Devices'), signing.devices.length === 0 ? undefined : String(signing.devices.length)],
    [l10n.t('Re-signed from'), signing.resignedFrom],
  ];
}

function provisioningText(provisioning: Provisioning): string {
  switch (provisioning) {
    case 'adHoc':
      return l10n.t('Ad hoc');
    case 'distribution':
      return l10n.t('Distribution');
    case 'enterprise':
      return l10n.t('Enterprise');
    case 'development':
      return l10n.t('Development');
    case 'other':
      return l10n.t('Other');
  }
}
