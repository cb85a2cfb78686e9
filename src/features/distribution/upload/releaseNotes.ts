import * as vscode from 'vscode';
import type { RetainedAccounts } from '../../../account/accountData';
import type { SessionStore } from '../../../account/sessionStore';
import { editText } from '../../../ui/dialogs/editText';
import { appSummary } from '../../../ui/apps/appText';
import type { NotesRequest, UploadNotes } from '../../../ui/upload/uploadDeps';
import type { ChosenFile } from '../../../ui/upload/uploadFiles';
import { linkText } from '../../../ui/upload/uploadMessages';
import { askNotes, notesRefusal, type NotesQuestion } from './askNotes';
import { lastCommits } from './lastCommits';

/** Asks for release notes. What was written for an upload that is not done is offered again. */
export class ReleaseNotes implements UploadNotes {
  /** What was written last and did not arrive. */
  private draft: { accountId: string; notes: string } | undefined;

  constructor(
    private readonly sessions: SessionStore,
    /** Names of the groups that a version of this profile is sent to at once. */
    private readonly groupsOf: (profileId: string) => Promise<readonly string[]>,
  ) {}

  /** Release notes, empty for none; undefined when the person closed the question. */
  async ask(request: NotesRequest): Promise<string | undefined> {
    const { files, profileName, profileId, proposedNotes, accountId } = request;
    const [first] = files;
    const question: NotesQuestion = {
      fileNames: files.map(({ file }) => file.name),
      links: files.flatMap(linkText),
      about: files.length === 1 ? files.flatMap(aboutApp) : [],
      profileName,
      groups: await this.groupsOf(profileId),
      proposal: proposedNotes ?? (first && (await lastCommits(first.uri))),
      isOtherAccount: () => this.sessions.account?.id !== accountId,
    };
    const answer = await askNotes(question, this.draft?.notes);
    return answer && ('notes' in answer ? answer.notes : askLines(question, answer.edit));
  }

  /** Keeps the notes of an upload that is not done. Empty ones do not replace what was written before. */
  saveDraft(accountId: string, notes: string): void {
    this.draft = notes === '' ? this.draft : { accountId, notes };
  }

  /** Forgets these notes: they are in a version. */
  discardDraft(notes: string): void {
    this.draft = this.draft?.notes === notes ? undefined : this.draft;
  }

  /** Forgets what belongs to another account than the active one. */
  retainAccounts(retained: RetainedAccounts): void {
    this.draft = this.draft && retained.isActive(this.draft.accountId) ? this.draft : undefined;
  }
}

/** What is in a file, as a sentence. */
function aboutApp({ reading }: ChosenFile): string[] {
  const summary = reading?.kind === 'app' ? appSummary(reading.app) : '';
  return summary === '' ? [] : [vscode.l10n.t('{0}.', summary)];
}

async function askLines(question: NotesQuestion, text: string): Promise<string | undefined> {
  const written = await editText({
    title: editorTitleOf(question),
    text,
    save: vscode.l10n.t('Upload'),
    accept: () => Promise.resolve(notesRefusal(question)),
  });
  return written?.trim();
}

function editorTitleOf({ fileNames }: NotesQuestion): string {
  const [name = ''] = fileNames;
  return fileNames.length === 1
    ? vscode.l10n.t('Write the release notes for {0} in the editor, then upload.', name)
    : vscode.l10n.t('Write the release notes for {0} files in the editor, then upload.', fileNames.length);
}
