import { l10n } from 'vscode';
import { visibleLines, visibleText } from '../../../support/visibleText';
import { dateTime } from '../../../ui/text/dates';
import type { Facts } from '../../../ui/documents/factSections';
import type { ProfileVersion } from './versionNodes';
import { aboutBuild, aboutFile, aboutSigning } from './versionSections';
import { sharingText, testerName, versionName } from './versionText';

/** What a server says of a version, as its page does, in plain lines: two of them are compared line by line. */
export function versionSummary({ profile, version }: ProfileVersion): string {
  const { releaseNotes, sharing, signing } = version;
  const parts = [
    visibleText(l10n.t('{0} {1}', profile.name, versionName(version))),
    factLines(aboutFile(version)),
    part(l10n.t('Release notes'), visibleLines((releaseNotes ?? '').replace(/\r\n?/g, '\n').trim())),
    part(l10n.t('Build'), factLines(aboutBuild(version))),
    part(l10n.t('Signing'), factLines(aboutSigning(version))),
    part(
      l10n.t('Entitlements'),
      factLines(signing.entitlements.map(({ name, value }) => [name, value ?? ''])),
    ),
    part(
      l10n.t('Sent to'),
      sharing.testers
        .map((sent) =>
          [
            testerName(sent),
            sharingText(sent.status),
            sent.sentAt === undefined ? undefined : dateTime(sent.sentAt),
          ]
            .filter((fact) => fact !== undefined)
            .join(', '),
        )
        .map(visibleText)
        .join('\n'),
    ),
  ];
  return `${parts.filter((text) => text !== '').join('\n\n')}\n`;
}

function factLines(known: Facts): string {
  return known
    .flatMap(([label, value]) => (value ? [visibleText(l10n.t('{0}: {1}', label, value))] : []))
    .join('\n');
}

function part(title: string, text: string): string {
  return text === '' ? '' : `${title}\n${text}`;
}
