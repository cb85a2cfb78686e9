import * as vscode from 'vscode';
import { currentScope, type ScopeSource } from '../../../account/commandScope';
import { toFailure } from '../../../api/failure';
import { MAX_NOTES, setPublishNotes } from '../../../api/publish/versions';
import { editNotes } from '../../../ui/dialogs/editNotes';
import { showWarning } from '../../../ui/dialogs/notifications';
import { failureText } from '../../../ui/failures/failureText';
import { numberText } from '../../../ui/text/testersText';
import { Command } from '../../../contributions';
import type { ChosenPublishVersion, PublishChoices } from '../publishChoices';
import { versionRefOf } from '../rows/publishNodes';
import { publishVersionText } from '../rows/publishText';

/** What editing release notes takes. */
export interface PublishNotesDeps extends ScopeSource {
  readonly choices: PublishChoices;
  readonly renew: (of: ChosenPublishVersion) => void;
}

/** Edits the release notes of a release candidate. What was typed stays until the server took it. */
export async function editPublishNotes(deps: PublishNotesDeps, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Edit Publish Release Notes');
  const chosen = await deps.choices.version(argument, title, ({ isCandidate }) => isCandidate);
  if (!chosen) {
    return;
  }
  const { version, profile } = chosen;
  const name = publishVersionText(version);
  if (!version.isCandidate) {
    await offerToMark(
      vscode.l10n.t('{0} has no release notes yet, because it is not a release candidate.', name),
      argument,
    );
    return;
  }
  const notes = (version.notes ?? '').replaceAll(/\r\n?/g, '\n');
  await editNotes({
    title,
    prompt: [
      vscode.l10n.t('Release notes for {0} of {1}.', name, profile.name),
      deps.choices.whereText(chosen),
    ].join(' '),
    editorTitle: vscode.l10n.t('Write the release notes for {0} of {1} in the editor.', name, profile.name),
    notes,
    save: (text) => save(deps, chosen, notes, text),
  });
}

/** Says why something is not done with a version, and leads to what helps. */
export async function offerToMark(sentence: string, argument: unknown): Promise<void> {
  const mark = vscode.l10n.t('Mark as Release Candidate');
  if ((await showWarning(sentence, mark)) === mark) {
    await vscode.commands.executeCommand(Command.markReleaseCandidate, argument);
  }
}

/** Why the server did not take them, in a sentence. What did not change is not written. */
async function save(
  deps: PublishNotesDeps,
  chosen: ChosenPublishVersion,
  before: string,
  text: string,
): Promise<string | undefined> {
  if (text === before) {
    return undefined;
  }
  if (text.length > MAX_NOTES) {
    return vscode.l10n.t(
      'These release notes are too long. The maximum length is {0}.',
      numberText(MAX_NOTES),
    );
  }
  // Its key may have been replaced while the text was written.
  const writer = currentScope(deps);
  if (writer?.account.id !== chosen.account.id) {
    return vscode.l10n.t(
      'These release notes belong to another account. Switch back to that account to save them.',
    );
  }
  try {
    await setPublishNotes(writer.client, versionRefOf(chosen), text);
  } catch (error) {
    return failureText(toFailure(error)).sentence;
  }
  deps.renew(chosen);
  return undefined;
}
