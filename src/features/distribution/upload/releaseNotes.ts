import * as vscode from 'vscode';
import type { RetainedAccounts } from '../../../account/accountData';
import { visibleText, withoutIcons } from '../../../support/visibleText';
import { askText } from '../../../ui/dialogs/askText';
import { editText } from '../../../ui/dialogs/editText';

/** For which upload release notes are asked for. */
export interface NotesQuestion {
  fileName: string;
  profileName: string;
  /** What the last commits say. */
  proposal: string | undefined;
  /** Whether another account is active by now than the one that uploads. */
  isOtherAccount: () => boolean;
}

interface NotesItem extends vscode.QuickPickItem {
  /** The notes that this choice leads to; undefined when the person stopped writing them. */
  getNotes: () => Promise<string | undefined>;
}

/** Asks for release notes. What was written for an upload that is not done is offered again. */
export class ReleaseNotes {
  /** What was written last and did not arrive. */
  private draft: { accountId: string; notes: string } | undefined;

  /** Release notes, empty for none; undefined when the person closed the question. */
  async ask(question: NotesQuestion): Promise<string | undefined> {
    const item = await vscode.window.showQuickPick(this.items(question), {
      title: titleOf(question),
      placeHolder: vscode.l10n.t('What do testers read about this version?'),
    });
    return item?.getNotes();
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

  private items(question: NotesQuestion): NotesItem[] {
    const { proposal } = question;
    const written = this.draft?.notes;
    return [
      ...(written === undefined
        ? []
        : [
            {
              label: vscode.l10n.t('Use What You Wrote'),
              detail: toOneLine(written),
              iconPath: new vscode.ThemeIcon('history'),
              getNotes: () => Promise.resolve(written),
            },
          ]),
      ...(proposal === undefined
        ? []
        : [
            {
              label: vscode.l10n.t('Use the Last Commits'),
              detail: toOneLine(proposal),
              iconPath: new vscode.ThemeIcon('git-commit'),
              getNotes: () => Promise.resolve(proposal),
            },
          ]),
      {
        label: vscode.l10n.t('Write a Line…'),
        iconPath: new vscode.ThemeIcon('edit'),
        getNotes: () => askLine(question),
      },
      {
        label: vscode.l10n.t('Write Several Lines…'),
        description:
          proposal === undefined
            ? vscode.l10n.t('in an editor')
            : vscode.l10n.t('in an editor, beginning with the last commits'),
        iconPath: new vscode.ThemeIcon('go-to-file'),
        getNotes: () => askLines(question, written ?? proposal ?? ''),
      },
      {
        label: vscode.l10n.t('No Release Notes'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        getNotes: () => Promise.resolve(''),
      },
    ];
  }
}

function askLine(question: NotesQuestion): Promise<string | undefined> {
  return askText<string>({
    title: titleOf(question),
    prompt: vscode.l10n.t('Release notes. Enter uploads the file.'),
    accept: (text) => {
      const refused = refusalOf(question);
      return Promise.resolve(refused === undefined ? { done: text.trim() } : { refused });
    },
  });
}

async function askLines(question: NotesQuestion, text: string): Promise<string | undefined> {
  const written = await editText({
    title: vscode.l10n.t('Write the release notes of {0} in the editor, then upload it.', question.fileName),
    text,
    save: vscode.l10n.t('Upload'),
    accept: () => Promise.resolve(refusalOf(question)),
  });
  return written?.trim();
}

/** Why nothing is uploaded now. What is written stays where it is until its account is the active one again. */
function refusalOf({ isOtherAccount }: NotesQuestion): string | undefined {
  return isOtherAccount()
    ? vscode.l10n.t(
        'This upload is of another account than the active one. Switch back to it to upload the file.',
      )
    : undefined;
}

function titleOf({ fileName, profileName }: NotesQuestion): string {
  return vscode.l10n.t('Upload {0} to {1}', visibleText(fileName), visibleText(profileName));
}

function toOneLine(notes: string): string {
  return withoutIcons(notes.split(/\s*\r?\n\s*/).join('  '));
}
