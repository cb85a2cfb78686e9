import * as vscode from 'vscode';
import { visibleText, withoutIcons } from '../../../support/visibleText';
import { askText } from '../../../ui/dialogs/askText';
import { editText } from '../../../ui/dialogs/editText';

/** For which upload release notes are asked for. */
export interface NotesQuestion {
  fileName: string;
  profileName: string;
  /** What the last commits say. */
  proposal: string | undefined;
  /** Whether another account is active than the one that is asked. */
  isOfAnother: () => boolean;
}

interface Way extends vscode.QuickPickItem {
  /** The notes; undefined when the person does not want to write them any more. */
  take: () => Promise<string | undefined>;
}

/** Asks for release notes. What was written stays until it has arrived. */
export class ReleaseNotes {
  private unused: { accountId: string; notes: string } | undefined;

  /** Release notes, empty for none; undefined when the person closed the question. */
  async ask(question: NotesQuestion): Promise<string | undefined> {
    const way = await vscode.window.showQuickPick(this.ways(question), {
      title: titleOf(question),
      placeHolder: vscode.l10n.t('What do testers read about this version?'),
    });
    return way?.take();
  }

  /** The upload that these notes were for is not done. */
  keep(accountId: string, notes: string): void {
    this.unused = notes === '' ? this.unused : { accountId, notes };
  }

  /** The notes arrived. */
  arrived(notes: string): void {
    this.unused = this.unused?.notes === notes ? undefined : this.unused;
  }

  /** Forgets what belongs to another account. */
  retainAccounts(accountId: string | undefined): void {
    this.unused = this.unused?.accountId === accountId ? this.unused : undefined;
  }

  private ways(question: NotesQuestion): Way[] {
    const { proposal } = question;
    const written = this.unused?.notes;
    return [
      ...(written === undefined
        ? []
        : [
            {
              label: vscode.l10n.t('Use What You Wrote'),
              detail: inOneLine(written),
              iconPath: new vscode.ThemeIcon('history'),
              take: () => Promise.resolve(written),
            },
          ]),
      ...(proposal === undefined
        ? []
        : [
            {
              label: vscode.l10n.t('Use the Last Commits'),
              detail: inOneLine(proposal),
              iconPath: new vscode.ThemeIcon('git-commit'),
              take: () => Promise.resolve(proposal),
            },
          ]),
      {
        label: vscode.l10n.t('Write a Line…'),
        iconPath: new vscode.ThemeIcon('edit'),
        take: () => askLine(question),
      },
      {
        label: vscode.l10n.t('Write Several Lines…'),
        description:
          proposal === undefined
            ? vscode.l10n.t('in an editor')
            : vscode.l10n.t('in an editor, beginning with the last commits'),
        iconPath: new vscode.ThemeIcon('go-to-file'),
        take: () => askLines(question, written ?? proposal ?? ''),
      },
      {
        label: vscode.l10n.t('No Release Notes'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        take: () => Promise.resolve(''),
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

/** What is written is not lost with its account: it stays where it is until that is the active one again. */
function refusalOf({ isOfAnother }: NotesQuestion): string | undefined {
  return isOfAnother()
    ? vscode.l10n.t(
        'This upload is of another account than the active one. Switch back to it to upload the file.',
      )
    : undefined;
}

function titleOf({ fileName, profileName }: NotesQuestion): string {
  return vscode.l10n.t('Upload {0} to {1}', visibleText(fileName), visibleText(profileName));
}

function inOneLine(notes: string): string {
  return withoutIcons(notes.split(/\s*\r?\n\s*/).join('  '));
}
