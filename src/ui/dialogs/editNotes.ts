import * as vscode from 'vscode';
import { askShortNotes } from './askShortNotes';
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
  const asked = await askShortNotes<true>({
    title,
    prompt,
    notes,
    accept: async (text) => {
      const refused = await save(text);
      return refused === undefined ? { done: true } : { refused };
    },
  });
  if (asked && 'more' in asked) {
    await editText({
      title: editorTitle,
      text: asked.more,
      save: vscode.l10n.t('Save Release Notes'),
      accept: save,
    });
  }
}
