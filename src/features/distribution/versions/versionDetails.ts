import { l10n } from 'vscode';
import { dateTime } from '../../../ui/text/dates';
import { blocks, code, line, paragraphs, table, truncationNote } from '../../../ui/documents/markdownSource';
import { facts, section, type Facts } from '../../../ui/documents/factSections';
import type { ProfileVersion } from './versionNodes';
import { aboutBuild, aboutFile, aboutSigning } from './versionSections';
import { sharingText, testerName, versionName } from './versionText';

const MAX_ROWS = 1_000;

/**
 * Everything worth knowing of a version, as Markdown in which a server's words are text (rule 18). `uploaded`: what was
 * read of its file, where it was uploaded in this window.
 */
export function versionMarkdown({ profile, version }: ProfileVersion, uploaded: Facts = []): string {
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
    section(l10n.t('From the uploaded file'), facts(uploaded)),
    section(
      l10n.t('Sent to'),
      sharing.testers.length === 0
        ? line(l10n.t('No one yet.'))
        : shortTable(
            [l10n.t('Status'), l10n.t('Tester'), l10n.t('Sent')],
            sharing.testers.map((sent) => [
              line(sharingText(sent.status) ?? l10n.t('Unknown')),
              line(testerName(sent)),
              line(sent.sentAt === undefined ? '' : dateTime(sent.sentAt)),
            ]),
          ),
    ),
  )}\n`;
}

/** A preview with many thousands of rows would keep the editor busy. */
function shortTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return blocks(table(head, rows.slice(0, MAX_ROWS)), rows.length > MAX_ROWS ? truncationNote() : '');
}
