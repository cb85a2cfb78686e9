import * as vscode from 'vscode';
import type { SessionStore } from '../../account/sessionStore';
import type { AppVersion } from '../../api/distribution/appVersion';
import type { DistributionProfile } from '../../api/distribution/profiles';
import { PageScheme } from '../../contributions';
import { showWarning } from '../../ui/dialogs/notifications';
import type { ListNode } from '../../ui/lists/listNodes';
import type { VersionRow } from './versions/versionNodes';

/** What is known of the active account. Both fail as a request does. */
interface PageSource {
  sessions: SessionStore;
  profiles: () => Promise<readonly DistributionProfile[]>;
  versionsOf: (profile: DistributionProfile) => Promise<readonly AppVersion[]>;
}

/** What a command is run on. */
type Meant = { argument: unknown } | undefined;

/**
 * The row that a page stands for, as it is now, where a command was run in the title of one; every other argument as it
 * is. Undefined, after a sentence, where the page is of another account or of something that is not there any more.
 */
export async function rowOfPage(argument: unknown, source: PageSource): Promise<Meant> {
  if (!(argument instanceof vscode.Uri) || !Object.values<string>(PageScheme).includes(argument.scheme)) {
    return { argument };
  }
  const found = await findRow(argument, source);
  if (typeof found === 'string') {
    void showWarning(found);
    return undefined;
  }
  return { argument: found };
}

/** The row, or why there is none. */
async function findRow(
  { scheme, path }: vscode.Uri,
  { sessions, profiles, versionsOf }: PageSource,
): Promise<ListNode<DistributionProfile> | string> {
  const [, credentialId, profileId, versionId] = path.split('/');
  if (sessions.account?.credentialId !== credentialId) {
    return vscode.l10n.t('This page belongs to another account. Switch back to that account.');
  }
  const profile = (await profiles()).find(({ id }) => id === profileId);
  if (!profile) {
    return vscode.l10n.t('This profile no longer exists.');
  }
  if (scheme === PageScheme.profile) {
    return { kind: 'row', row: profile };
  }
  const version = (await versionsOf(profile)).find(({ id }) => id === versionId);
  if (!version) {
    return vscode.l10n.t('This version no longer exists.');
  }
  const node: VersionRow = { id: version.id, kind: 'version', version };
  return { kind: 'below', row: profile, node, parent: { kind: 'row', row: profile } };
}
