import { l10n, type Uri } from 'vscode';
import type { SessionStore } from '../../account/sessionStore';
import type { AccountDataRegistry } from '../../account/accountData';
import type { StoreProfile } from '../../api/store/storeProfiles';
import type { StoreVersion } from '../../api/store/storeVersions';
import { StorePageScheme } from '../../contributions';
import { AccountDocuments } from '../../ui/documents/accountDocuments';
import { facts, section } from '../../ui/documents/factSections';
import { blocks, line, paragraphs } from '../../ui/documents/markdownSource';
import { PAGE_ENDING, showPage } from '../../ui/documents/showPage';
import { platformName } from '../../ui/text/appText';
import { dateTime } from '../../ui/text/dates';
import { sizeText } from '../../ui/text/sizeText';
import type { ProfileStoreVersion } from './deps';
import { channelText, storeVersionName } from './storeText';

/** Pages of versions, in the editor's own preview. */
export class StorePages {
  private readonly documents: AccountDocuments;

  constructor(private readonly deps: { sessions: SessionStore; accountData: AccountDataRegistry }) {
    this.documents = new AccountDocuments(deps.accountData, StorePageScheme, () =>
      l10n.t('This page is no longer available. Open it again from the view.'),
    );
  }

  async show(chosen: ProfileStoreVersion): Promise<void> {
    const { account } = this.deps.sessions;
    if (account) {
      const { profile, version } = chosen;
      const path = [profile.id, version.id, titleOf(chosen)];
      const text = storeVersionMarkdown(chosen);
      await showPage(this.documents.set(account.credentialId, path, PAGE_ENDING, text));
    }
  }

  /** Whether there is a page of a version of this profile. */
  has(profileId: string): boolean {
    return this.find([profileId], 2).length > 0;
  }

  /** Shows the versions of a profile as they are now in the pages that there are of them. */
  renew(profile: StoreProfile, versions: readonly StoreVersion[]): void {
    for (const uri of this.find([profile.id], 2)) {
      const version = versions.find(({ id }) =>
        this.find([profile.id, id]).some((one) => one.path === uri.path),
      );
      this.documents.replace(
        uri,
        version ? storeVersionMarkdown({ profile, version }) : l10n.t('This version was deleted.'),
      );
    }
  }

  dispose(): void {
    this.documents.dispose();
  }

  private find(path: readonly string[], more = 1): Uri[] {
    return this.documents.find(this.deps.sessions.account?.credentialId ?? '', path, more);
  }
}

/** Everything worth knowing of a version, as Markdown in which a server's words are text (rule 18). */
export function storeVersionMarkdown(chosen: ProfileStoreVersion): string {
  const { version } = chosen;
  const { publishedAt, createdAt, updatedAt, fileSize } = version;
  const date = (moment: number | undefined) => (moment === undefined ? undefined : dateTime(moment));
  return `${blocks(
    `# ${line(titleOf(chosen))}`,
    facts([
      [l10n.t('Channel'), channelText(version)],
      [l10n.t('Published'), date(publishedAt)],
      [l10n.t('Platform'), platformName(version.platform)],
      [l10n.t('Bundle ID'), version.bundleId],
      [l10n.t('File'), version.fileName],
      [l10n.t('Size'), fileSize === undefined ? undefined : sizeText(fileSize)],
      [l10n.t('Uploaded'), date(createdAt)],
      [l10n.t('Updated'), date(updatedAt)],
      [l10n.t('Downloads'), version.downloads?.toString()],
      [l10n.t('Version ID'), version.id],
    ]),
    section(l10n.t('Summary'), paragraphs(version.summary ?? '')),
    section(l10n.t('Release notes'), paragraphs(version.releaseNotes ?? '')),
  )}\n`;
}

function titleOf({ profile, version }: ProfileStoreVersion): string {
  return l10n.t('{0} {1}', profile.name, storeVersionName(version));
}
