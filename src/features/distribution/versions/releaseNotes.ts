import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import { currentScope } from '../../../account/commandScope';
import type { AppVersion } from '../../../api/distribution/appVersion';
import { getVersion, updateReleaseNotes } from '../../../api/distribution/appVersions';
import type { ApiClient } from '../../../api/client';
import { isFailure, toFailure } from '../../../api/failure';
import { withRequiredRole } from '../../../api/roles';
import { editNotes } from '../../../ui/dialogs/editNotes';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import { failureText } from '../../../ui/failures/failureText';
import type { DistributionViewDeps } from '../deps';
import type { ProfileVersion } from './versionNodes';
import { versionName } from './versionText';

/** What editing release notes takes. `pickVersion` asks for a version where the command was run bare (T13). */
export type ReleaseNotesDeps = Pick<DistributionViewDeps, 'sessions' | 'clientFor' | 'changes' | 'log'> & {
  pickVersion: (argument: unknown, title: string) => Promise<ProfileVersion | undefined>;
};

/**
 * Edits the release notes of a version: in a box while they have one line, in an editor when there are more, or when
 * the person wants more. What was typed stays until the server took it.
 */
export async function editReleaseNotes(deps: ReleaseNotesDeps, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Edit Release Notes');
  const chosen = await deps.pickVersion(argument, title);
  const scope = currentScope(deps);
  if (!chosen || !scope) {
    return;
  }
  const { account, client } = scope;
  const notes = inLines((await loadCurrent(client, chosen)).releaseNotes ?? '');
  if (!scope.isCurrent()) {
    return;
  }
  const save = (text: string) => write(deps, account, chosen, notes, text);
  await editNotes({
    title,
    prompt: vscode.l10n.t('Release notes for {0}, shown to testers', nameOf(chosen)),
    editorTitle: vscode.l10n.t('Write the release notes for {0} in the editor.', nameOf(chosen)),
    notes,
    save,
  });
}

/** The version as it is now: a row knows what the last refresh knew. An older server may not give a single one. */
async function loadCurrent(client: ApiClient, { profile, version }: ProfileVersion): Promise<AppVersion> {
  try {
    return await withWindowProgress(vscode.l10n.t('Loading release notes…'), () =>
      getVersion(client, profile.id, version.id),
    );
  } catch (error) {
    if (isFailure(error, 'notFound', 'methodNotAllowed', 'unreadableAnswer')) {
      return version;
    }
    throw error;
  }
}

/** Why the server did not take them, in a sentence. What did not change is not written. */
async function write(
  deps: ReleaseNotesDeps,
  account: Account,
  { profile, version }: ProfileVersion,
  before: string,
  text: string,
): Promise<string | undefined> {
  if (text === before) {
    return undefined;
  }
  // Its key may have been replaced while the text was written.
  const writer = currentScope(deps);
  if (writer?.account.id !== account.id) {
    return vscode.l10n.t(
      'These release notes belong to another account. Switch back to that account to save them.',
    );
  }
  try {
    await withRequiredRole('operate', () => updateReleaseNotes(writer.client, profile.id, version.id, text));
  } catch (error) {
    return failureText(toFailure(error)).sentence;
  }
  if (writer.isCurrent()) {
    // They are saved: that the rows are not asked again is no reason to say anything else.
    deps.changes.renew(profile.id).catch((error: unknown) => {
      deps.log.warn(`Rows after an edit of release notes: ${toFailure(error).message}`);
    });
  }
  return undefined;
}

function nameOf({ version }: ProfileVersion): string {
  return versionName(version);
}

function inLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
