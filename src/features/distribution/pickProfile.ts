import * as vscode from 'vscode';
import type { SessionStore } from '../../account/sessionStore';
import type { DistributionProfile } from '../../api/distribution';
import { withoutIcons } from '../../support/visibleText';
import type { AccountList } from '../../ui/accountList';
import { signedIn } from '../../ui/signedIn';
import { versionsText } from './profileItem';

interface ProfileItem extends vscode.QuickPickItem {
  profile: DistributionProfile;
}

/**
 * Lets a person choose one of all profiles, those included that the tree does not show yet. Who is signed out is
 * asked to sign in first. Undefined when nothing was chosen.
 */
export async function pickProfile(
  title: string,
  list: AccountList<DistributionProfile>,
  sessions: SessionStore,
): Promise<DistributionProfile | undefined> {
  if (!(await signedIn(sessions))) {
    return undefined;
  }
  const rows = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Loading distribution profiles…') },
    () => list.rows(),
  );
  const chosen = await vscode.window.showQuickPick<ProfileItem>(
    rows.map((profile) => ({
      profile,
      label: withoutIcons(profile.name),
      description: withoutIcons(versionsText(profile)),
      // Files as icons keep their colour in a quick pick, and vanish on the row in focus of a light theme.
      iconPath: new vscode.ThemeIcon(profile.pinned ? 'pinned' : 'device-mobile'),
    })),
    {
      title,
      placeHolder:
        rows.length === 0
          ? vscode.l10n.t('This organization has no distribution profiles yet')
          : vscode.l10n.t('Type to search {0} profiles', rows.length),
      matchOnDescription: true,
    },
  );
  return chosen?.profile;
}
