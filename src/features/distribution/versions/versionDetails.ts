import { l10n } from 'vscode';
import type { AppVersion } from '../../../api/distribution/appVersion';
import type { Provisioning } from '../../../api/distribution/versionSigning';
import { dateTime } from '../../../ui/text/dates';
import { blocks, code, line, paragraphs, table, truncationNote } from '../../../ui/documents/markdownSource';
import { sizeText } from '../../../ui/text/sizeText';
import { facts, section, type Facts } from '../profiles/factSections';
import { platformName } from './versionItems';
import type { ProfileVersion } from './versionNodes';
import { hasExpired, sharingText, testerName, versionName } from './versionText';

const MAX_ROWS = 1_000;

/** Everything worth knowing of a version, as Markdown in which a server's words are text (rule 18). */
export function versionMarkdown({ profile, version }: ProfileVersion): string {
  const { releaseNotes, sharing, signing } = version;
  return `${blocks(
    `# ${line(l10n.t('{0} {1}', profile.name, versionName(version)))}`,
    facts(aboutFile(version)),
    section(l10n.t('Release notes'), paragraphs(releaseNotes ?? '')),
    section(l10n.t('Build'), facts(aboutBuild(version))),
    section(l10n.t('Signing'), facts(aboutSigning(version))),
    section(
      l10n.t('Entitlements'),
      shortTable(
        [l10n.t('Name'), l10n.t('Value')],
        signing.entitlements.map(({ name, value }) => [code(name), line(value ?? '')]),
      ),
    ),
    section(
      l10n.t('Sent to'),
      sharing.testers.length === 0
        ? line(l10n.t('Nobody yet.'))
        : shortTable(
            [l10n.t('Tester'), l10n.t('Status'), l10n.t('Sent')],
            sharing.testers.map((sent) => [
              line(testerName(sent)),
              line(sharingText(sent.status)),
              line(sent.sentAt === undefined ? '' : dateTime(sent.sentAt)),
            ]),
          ),
    ),
  )}\n`;
}

function aboutFile(version: AppVersion): Facts {
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

function aboutBuild({ origin }: AppVersion): Facts {
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

function aboutSigning({ signing }: AppVersion): Facts {
  return [
    [l10n.t('Certificate'), signing.certificate],
    [l10n.t('Provisioning'), signing.provisioning && provisioningText(signing.provisioning)],
    [l10n.t('Devices'), signing.devices.length === 0 ? undefined : String(signing.devices.length)],
    [l10n.t('Signed anew from'), signing.resignedFrom],
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
      return l10n.t('Another kind');
  }
}

/** A preview with many thousands of rows would keep the editor busy. */
function shortTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return blocks(table(head, rows.slice(0, MAX_ROWS)), rows.length > MAX_ROWS ? truncationNote() : '');
}
