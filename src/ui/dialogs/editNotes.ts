import * as vscode from 'vscode';
import { askText } from './askText';
import { editText } from './editText';

/** Release notes that a person edits. */
export interface NotesEdit {
  title: string;
  /** Asks in a box, for whom they are. */
  prompt: string;
  /** Asks beside an editor. */
  editorTitle: string;
  notes: string;
  /** Takes them: a sentence says why not, and keeps what was typed. */
  save: (text: string) => Promise<string | undefined>;
}

/** Lets a person edit notes: in a box while they have one line, in an editor when there are more, or they want more. */
export async function editNotes({ title, prompt, editorTitle, notes, save }: NotesEdit): Promise<void> {
  const text = notes.includes('\n') ? notes : await askOneLine({ title, prompt, notes, save });
  if (text !== undefined) {
    await editText({ title: editorTitle, text, save: vscode.l10n.t('Save Release Notes'), accept: save });
  }
}

/** A text to go on with in an editor; undefined where the box was all that it took. */
async function askOneLine({
  title,
  prompt,
  notes,
  save,
}: Omit<NotesEdit, 'editorTitle'>): Promise<string | undefined> {
  const more = new AbortController();
  let typed: string | undefined;
  await askText<true>({
    title,
    prompt,
    value: notes,
    buttons: [
      {
        icon: 'go-to-file',
        tooltip: vscode.l10n.t('Open in Editor'),
        run: (text) => {
          typed = text;
          more.abort();
        },
      },
    ],
    closing: more.signal,
    accept: async (text) => {
      const refused = await save(text);
      return refused === undefined ? { done: true } : { refused };
    },
  });
  return typed;
}
