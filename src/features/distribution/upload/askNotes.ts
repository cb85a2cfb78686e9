import * as vscode from 'vscode';
import { createPick } from '../../../ui/dialogs/picks';
import { joinLines } from '../../../ui/text/joinLines';

/** For which upload release notes are asked for. */
export interface NotesQuestion {
  /** What the files are uploaded as, at least one. */
  fileNames: readonly string[];
  /** A sentence for each that is a link. */
  links: readonly string[];
  /** What a single file says of itself, where it says anything. */
  about: readonly string[];
  profileName: string;
  /** Who gets the version as soon as it is there: names of testing groups. */
  groups: readonly string[];
  /** What the last commits say, a line each. */
  proposal: string | undefined;
  /** Whether another account is active by now than the one that uploads. */
  isOtherAccount: () => boolean;
}

/** What a person wants: these notes, or to write them in an editor that begins with this text. */
export type NotesAnswer = { notes: string } | { edit: string };

/** Groups that a row has room for. */
const MAX_NAMED = 3;

interface NotesRow extends vscode.QuickPickItem {
  /** Notes to upload with. */
  notes?: string;
  /** A line that comes into the box instead, to go on with. */
  line?: string;
}

/**
 * Asks for release notes in a box: what is typed are the notes. `written` did not arrive before; it and the last commits
 * stand below the box while it is empty. Undefined when it was closed.
 */
export function askNotes(
  question: NotesQuestion,
  written: string | undefined,
): Promise<NotesAnswer | undefined> {
  const pick = createPick<NotesRow>();
  const openInEditor = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: vscode.l10n.t('Open in Editor'),
  };
  pick.title = titleOf(question);
  pick.placeholder = [
    ...question.links,
    ...question.about,
    vscode.l10n.t('Type release notes for testers, or choose below'),
  ].join(' ');
  pick.ignoreFocusOut = true;
  pick.buttons = [openInEditor];
  const rows = rowsOf(question, written);
  const typedRows = [typedRow(question, undefined)];
  let shown: readonly NotesRow[] | undefined;
  const show = (wanted: readonly NotesRow[]) => {
    // Set anew at each letter, a row would be gone for whoever is about to click it, and read aloud each time.
    if (wanted !== shown) {
      shown = wanted;
      pick.items = wanted;
    }
  };
  const showFitting = () => {
    show(pick.value.trim() === '' ? rows : typedRows);
  };
  showFitting();
  return new Promise((resolve) => {
    const end = (answer: NotesAnswer) => {
      resolve(answer);
      pick.hide();
    };
    pick.onDidChangeValue(showFitting);
    pick.onDidTriggerButton(() => {
      end({ edit: pick.value.trim() || (written ?? question.proposal ?? '') });
    });
    pick.onDidAccept(() => {
      const typed = pick.value.trim();
      const [row] = pick.selectedItems;
      if (typed !== '') {
        // What is typed stays where it is until its account is the active one again.
        const refused = notesRefusal(question);
        if (refused === undefined) {
          end({ notes: typed });
        } else {
          show([typedRow(question, refused)]);
        }
      } else if (row?.line !== undefined) {
        pick.value = row.line;
        showFitting();
      } else if (row?.notes !== undefined) {
        end({ notes: row.notes });
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Why nothing is uploaded now. */
export function notesRefusal({ isOtherAccount }: NotesQuestion): string | undefined {
  return isOtherAccount()
    ? vscode.l10n.t('This upload belongs to another account. Switch back to that account to upload the file.')
    : undefined;
}

/** The only row while there is a text, so that Enter means nothing else. */
function typedRow(question: NotesQuestion, refused: string | undefined): NotesRow {
  const { fileNames } = question;
  return {
    label:
      fileNames.length === 1
        ? vscode.l10n.t('Upload with These Release Notes')
        : vscode.l10n.t('Upload {0} Files with These Release Notes', fileNames.length),
    ...sentTo(question),
    alwaysShow: true,
    iconPath: new vscode.ThemeIcon(refused === undefined ? 'cloud-upload' : 'warning'),
    ...(refused !== undefined && { detail: refused }),
  };
}

/** Whoever is notified is named before anything is sent (R56). */
function sentTo({ groups }: NotesQuestion): { description?: string } {
  const named = groups.slice(0, MAX_NAMED).join(', ');
  const more = groups.length - MAX_NAMED;
  if (groups.length === 0) {
    return {};
  }
  return {
    description:
      more > 0
        ? vscode.l10n.t('sent to {0}, and {1} more', named, more)
        : vscode.l10n.t('sent to {0}', named),
  };
}

function rowsOf(question: NotesQuestion, written: string | undefined): NotesRow[] {
  const { proposal } = question;
  const subjects = (proposal ?? '').split('\n').flatMap((line) => line.replace(/^- /, '').trim() || []);
  return [
    ...usableRow('history', vscode.l10n.t('Upload with Your Previous Release Notes'), written, question),
    ...usableRow('git-commit', vscode.l10n.t('Upload with the Latest Commits'), proposal, question),
    {
      label: vscode.l10n.t('Upload Without Release Notes'),
      ...sentTo(question),
      iconPath: new vscode.ThemeIcon('circle-slash'),
      notes: '',
    },
    ...(subjects.length === 0
      ? []
      : [
          {
            label: vscode.l10n.t('start from a commit'),
            kind: vscode.QuickPickItemKind.Separator,
          },
        ]),
    ...subjects.map((line) => ({ label: line, iconPath: new vscode.ThemeIcon('git-commit'), line })),
  ];
}

function usableRow(
  icon: string,
  label: string,
  notes: string | undefined,
  question: NotesQuestion,
): NotesRow[] {
  const iconPath = new vscode.ThemeIcon(icon);
  return notes === undefined
    ? []
    : [{ label, ...sentTo(question), detail: joinLines(notes), iconPath, notes }];
}

function titleOf({ fileNames, profileName }: NotesQuestion): string {
  const [name = ''] = fileNames;
  return fileNames.length === 1
    ? vscode.l10n.t('Upload {0} to {1}', name, profileName)
    : vscode.l10n.t('Upload {0} files to {1}', fileNames.length, profileName);
}
