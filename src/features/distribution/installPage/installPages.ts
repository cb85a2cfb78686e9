import * as vscode from 'vscode';
import { canGetInstallPage, fetchInstallPage } from '../../../api/distribution/installPage';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { getProfile } from '../../../api/distribution/profileWrites';
import { Command } from '../../../contributions';
import { askInModal, showWarning } from '../../../ui/dialogs/notifications';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { showStatus } from '../../../ui/statusBar';
import type { DistributionViewDeps } from '../deps';
import { chooseProfile, type ChosenProfile } from '../profiles/chooseProfile';
import { authenticationText } from '../tree/profileTooltip';
import { QrPages } from './qrPages';

/** The public page of a profile, as the server has both now. */
interface InstallPage {
  profile: DistributionProfile;
  address: string;
}

/** The page from which testers install. Its address comes from the server alone; of one version there is none (R55). */
export class InstallPages implements vscode.Disposable {
  private readonly pages: QrPages;

  constructor(private readonly deps: DistributionViewDeps) {
    this.pages = new QrPages(deps.accountData);
  }

  /** Opens the page or copies its address, having said who may open it. Fails as the requests do. */
  async open(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Open Install Page');
    const chosen = await chooseProfile(this.deps, argument, title);
    const page = chosen && (await findInstallPage(chosen));
    if (!page) {
      return;
    }
    const { profile, address } = page;
    const open = vscode.l10n.t('Open');
    const copy = vscode.l10n.t('Copy Address');
    const question = vscode.l10n.t('Open the install page of {0}?', profile.name);
    const pressed = await askInModal(question, [accessText(profile), address], open, copy);
    if (pressed === open) {
      await vscode.env.openExternal(vscode.Uri.parse(address));
    } else if (pressed === copy) {
      await vscode.env.clipboard.writeText(address);
      showStatus(vscode.l10n.t('Address copied.'));
    }
  }

  /** Shows the code of the page, with who may open it. Fails as the requests do. */
  async showQrCode(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Show QR Code');
    const chosen = await chooseProfile(this.deps, argument, title);
    const page = chosen && (await findInstallPage(chosen));
    if (page) {
      const access = accessText(page.profile);
      await this.pages.show(chosen.account.credentialId, { ...page, access });
    }
  }

  dispose(): void {
    this.pages.dispose();
  }
}

/** Undefined after a sentence where there is none, and where another account came meanwhile. */
async function findInstallPage(chosen: ChosenProfile): Promise<InstallPage | undefined> {
  const found = await withWindowProgress(vscode.l10n.t('Looking for the install page…'), () =>
    askForInstallPage(chosen),
  );
  if (!chosen.isCurrent()) {
    return undefined;
  }
  if (typeof found === 'string') {
    const open = vscode.l10n.t('Open in Dashboard');
    if ((await showWarning(found, open)) === open) {
      const row = { kind: 'row', row: chosen.profile };
      await vscode.commands.executeCommand(Command.openProfileInDashboard, row);
    }
    return undefined;
  }
  return found;
}

/** The page, or why there is none. A row knows what the last refresh knew: the profile is asked for as it is now. */
async function askForInstallPage({ client, profile }: ChosenProfile): Promise<InstallPage | string> {
  if (!(await canGetInstallPage(client))) {
    return vscode.l10n.t(
      "This server's API description does not say where install pages are. Open the profile in the dashboard.",
    );
  }
  const now = await getProfile(client, profile.id);
  if (!now.hasInstallPage) {
    return vscode.l10n.t('{0} has no public page. Turn it on in the dashboard.', now.name);
  }
  const address = await fetchInstallPage(client, now.id);
  return address === undefined
    ? vscode.l10n.t(
        'Appcircle sent the QR code in a form that cannot be read here. Open the profile in the dashboard.',
      )
    : { profile: now, address };
}

/** Whether a page is open to anyone or asks who comes, as far as the profile says. */
function accessText({ authentication }: DistributionProfile): string {
  switch (authentication) {
    case undefined:
    case 'other':
      return vscode.l10n.t('Whether this page needs a login is unknown.');
    case 'none':
      return vscode.l10n.t('This page is public. Anyone who has the address can open it without a login.');
    default:
      return vscode.l10n.t('This page needs a login ({0}).', authenticationText(authentication));
  }
}
