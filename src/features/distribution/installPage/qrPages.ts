import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { QrPageScheme } from '../../../contributions';
import { AccountDocuments } from '../../../ui/documents/accountDocuments';
import { addressLink, blocks, line } from '../../../ui/documents/markdownSource';
import { PAGE_ENDING, showPage } from '../../../ui/documents/showPage';
import { qrPicture } from './qrPicture';

/** What a page with a QR code shows: the address as it was had, and what is said of who may open it. */
interface QrCode {
  profile: DistributionProfile;
  address: string;
  access: string;
}

/** Read-only pages with the QR code of an address, in the editor's own preview of Markdown, which shows `data:` pictures. */
export class QrPages implements vscode.Disposable {
  private readonly documents: AccountDocuments;

  constructor(accountData: AccountDataRegistry) {
    this.documents = new AccountDocuments(accountData, QrPageScheme, () =>
      vscode.l10n.t('This page is no longer available. Open it again from the view.'),
    );
  }

  async show(credentialId: string, code: QrCode): Promise<void> {
    const path = [code.profile.id, vscode.l10n.t('QR code of {0}', code.profile.name)];
    await showPage(this.documents.set(credentialId, path, PAGE_ENDING, qrMarkdown(code)));
  }

  dispose(): void {
    this.documents.dispose();
  }
}

function qrMarkdown({ profile, address, access }: QrCode): string {
  const alternative = vscode.l10n.t('QR code that opens the install page of {0}', profile.name);
  return `${blocks(
    `# ${line(vscode.l10n.t('Install page of {0}', profile.name))}`,
    `![${line(alternative)}](${qrPicture(address)})`,
    line(access),
    addressLink(address),
  )}\n`;
}
