import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { ProfileVersion } from './versionNodes';

/** What it takes. `pickVersion` asks for a version where it was run bare (T13). */
interface ShareDeps {
  sessions: SessionStore;
  pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
}

/**
 * Opens the profile in the dashboard, where a version is sent to testers: no client that is known to work does that
 * (api/README 2.1, `sendToTesting`, C), and whoever is notified is named there before anything is sent (R56).
 */
export async function shareInDashboard(
  { sessions, pickVersion }: ShareDeps,
  argument: unknown,
): Promise<void> {
  const chosen = await pickVersion(argument, vscode.l10n.t('Appcircle: Share in Dashboard'));
  const { account } = sessions;
  if (chosen && account) {
    // The path is documented (api/README 1.1, A).
    const path = `/distribute/detail/${encodeURIComponent(chosen.profile.id)}`;
    await vscode.env.openExternal(vscode.Uri.parse(account.hosts.dashboard + path));
  }
}
