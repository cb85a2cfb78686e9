import * as vscode from 'vscode';
import { profilesOfCertificate, type SigningIdentity } from '../../../api/signing/identities';
import type { SigningStore } from '../../../api/signing/signingIdentity';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { dateTime } from '../../../ui/text/dates';
import { signingEndText } from '../ends';
import { kindText } from '../kindText';
import { namesText } from '../namesText';
import type { SigningLists } from '../signingLists';

/** Everything worth knowing of a signing identity at a glance, of the lists that are known. */
export function identityTooltip(
  identity: SigningIdentity,
  lists: Pick<SigningLists, 'knownProfiles'>,
): vscode.MarkdownString {
  const { name, kind, endsAt, createdAt, fileName, id } = identity;
  const page = new SafeMarkdown()
    .heading(name)
    .fact(vscode.l10n.t('Kind'), kindText(kind))
    .fact(
      vscode.l10n.t('State'),
      endsAt === undefined ? undefined : `${signingEndText(endsAt)} (${dateTime(endsAt)})`,
    );
  addOwnFacts(page, identity, lists);
  return page
    .fact(vscode.l10n.t('Created'), createdAt === undefined ? undefined : dateTime(createdAt))
    .fact(vscode.l10n.t('File'), fileName)
    .fact(vscode.l10n.t('ID'), id).value;
}

function addOwnFacts(
  page: SafeMarkdown,
  identity: SigningIdentity,
  { knownProfiles }: Pick<SigningLists, 'knownProfiles'>,
): void {
  switch (identity.kind) {
    case 'certificate': {
      const { using } = profilesOfCertificate(identity, knownProfiles);
      page
        .fact(vscode.l10n.t('Created in'), storeText(identity.store))
        .fact(vscode.l10n.t('Provisioning profiles'), using.length > 0 ? namesText(using) : undefined);
      return;
    }
    case 'provisioningProfile':
      page
        .fact(vscode.l10n.t('App ID'), identity.appId)
        .fact(vscode.l10n.t('Certificate'), certificateText(identity.hasCertificate))
        .fact(vscode.l10n.t('Created in'), storeText(identity.store));
      return;
    case 'keystore':
      page.fact(vscode.l10n.t('Alias'), identity.alias);
      return;
    case 'csr':
      return;
  }
}

function certificateText(hasCertificate: boolean | undefined): string | undefined {
  if (hasCertificate === undefined) {
    return undefined;
  }
  return hasCertificate
    ? vscode.l10n.t('In this organization')
    : vscode.l10n.t('Missing. Upload it to sign with this profile.');
}

function storeText(store: SigningStore | undefined): string | undefined {
  switch (store) {
    case 'appcircle':
      return vscode.l10n.t('Appcircle');
    case 'appStore':
      return vscode.l10n.t('App Store Connect');
    case undefined:
      return undefined;
  }
}
