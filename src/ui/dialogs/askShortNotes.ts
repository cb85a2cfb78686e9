import * as vscode from 'vscode';
import { askText, type SubmitResult } from './askText';

/** A question for release notes. */
export interface ShortNotesQuestion<T> {
  readonly title: string;
  /** Asks for one line of them. */
  readonly prompt: string;
  /** What they are so far. */
  readonly notes: string;
  /** Asked once, when the line is accepted. */
  readonly accept: (text: string) => Promise<SubmitResult<T>>;
}

/**
 * Asks for notes in a box while they have one line. `more`: a text to go on with in an editor, since there are more lines,
 * or the person wants more. Undefined when the box was closed.
 */
export async function askShortNotes<T>({
  title,
  prompt,
  notes,
  accept,
}: ShortNotesQuestion<T>): Promise<{ readonly more: string } | { readonly done: T } | undefined> {
  if (notes.includes('\n')) {
    return { more: notes };
  }
  const closing = new AbortController();
  let more: string | undefined;
  const done = await askText<T>({
    title,
    prompt,
    value: notes,
    buttons: [
      {
        icon: 'go-to-file',
        tooltip: vscode.l10n.t('Open in Editor'),
        run: (text) => {
          more = text;
          closing.abort();
        },
      },
    ],
    closing: closing.signal,
    accept,
  });
  if (more !== undefined) {
    return { more };
  }
  return done === undefined ? undefined : { done };
}
