import * as vscode from 'vscode';
import { visibleText, withoutIcons } from '../../../support/visibleText';
import { askText } from '../../../ui/askText';
import { NotesEditor, type Written } from './notesEditor';

/** For which upload release notes are asked for. */
export interface NotesQuestion {
  fileName: string;
  profileName: string;
  /** What the last commits say. */
  proposal: string | undefined;
}

interface Way extends vscode.QuickPickItem {
  take: () => Promise<Written>;
}

/** Asks for release notes. What was written stays until it has arrived. */
export class ReleaseNotes {
  private readonly editor = new NotesEditor();
  private unused: { accountId: string; notes: string } | undefined;

  /** Release notes, empty for none; undefined when the person closed the question. */
  async ask(question: NotesQuestion): Promise<string | undefined> {
    for (;;) {
      const way = await vscode.window.showQuickPick(this.ways(question), {
        title: titleOf(question),
        placeHolder: vscode.l10n.t('What do testers read about this version?'),
      });
      const written = await way?.take();
      if (written !== 'closed') {
        return written?.notes;
      }
    }
  }

  /** The upload that these notes were for is not done. */
  keep(accountId: string, notes: string): void {
    this.unused = notes === '' ? this.unused : { accountId, notes };
  }

  /** The notes arrived. */
  arrived(notes: string): void {
    this.unused = this.unused?.notes === notes ? undefined : this.unused;
  }

  /** Forgets what belongs to another account. An editor that is open is the person's own. */
  keepOnly(accountId: string | undefined): void {
    this.unused = this.unused?.accountId === accountId ? this.unused : undefined;
  }

  private ways(question: NotesQuestion): Way[] {
    const { proposal, fileName } = question;
    const written = this.editor.leftText ?? this.unused?.notes;
    return [
      ...(written === undefined
        ? []
        : [
            {
              label: vscode.l10n.t('Use What You Wrote'),
              detail: inOneLine(written),
              iconPath: new vscode.ThemeIcon('history'),
              take: async () => {
                await this.editor.closeLeft();
                return { notes: written };
              },
            },
          ]),
      ...(proposal === undefined
        ? []
        : [
            {
              label: vscode.l10n.t('Use the Last Commits'),
              detail: inOneLine(proposal),
              iconPath: new vscode.ThemeIcon('git-commit'),
              take: () => Promise.resolve({ notes: proposal }),
            },
          ]),
      {
        label: vscode.l10n.t('Write a Line…'),
        iconPath: new vscode.ThemeIcon('edit'),
        take: () => askLine(question),
      },
      {
        label: vscode.l10n.t('Write Several Lines…'),
        detail:
          proposal === undefined
            ? vscode.l10n.t('In an editor')
            : vscode.l10n.t('In an editor, beginning with the last commits'),
        iconPath: new vscode.ThemeIcon('go-to-file'),
        take: () => this.editor.write(written ?? proposal ?? '', fileName),
      },
      {
        label: vscode.l10n.t('No Release Notes'),
        iconPath: new vscode.ThemeIcon('circle-slash'),
        take: () => Promise.resolve({ notes: '' }),
      },
    ];
  }
}

function askLine(question: NotesQuestion): Promise<Written> {
  return askText<{ notes: string }>({
    title: titleOf(question),
    prompt: vscode.l10n.t('Release notes. Enter uploads the file.'),
    accept: (text) => Promise.resolve({ done: { notes: text.trim() } }),
  });
}

function titleOf({ fileName, profileName }: NotesQuestion): string {
  return vscode.l10n.t('Upload {0} to {1}', visibleText(fileName), visibleText(profileName));
}

function inOneLine(notes: string): string {
  return withoutIcons(notes.split(/\s*\r?\n\s*/).join('  '));
}
