import * as vscode from 'vscode';
import { showError, showInformation } from './notifications';
import { OpenText } from './openText';

/** A text of several lines that a person is asked for. */
export interface EditTextOptions {
  /** Said in a message beside the editor: what the text is. */
  title: string;
  /** What is there already. */
  text: string;
  /** The button that takes the text. */
  save: string;
  /** Given the text while it is still in its editor: a sentence sends the person back to it, with nothing lost. */
  accept?: (text: string) => Promise<string | undefined>;
}

/**
 * Lets a person write a text of several lines in an editor of its own, which is closed without a question once the
 * text is taken. Undefined when the person did not want it: Cancel and closing the editor throw the text away. It is
 * asked for as long as the editor is open, by the message and above the text; to save it as a file takes it too.
 */
export async function editText({ title, text, save, accept }: EditTextOptions): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
  await vscode.window.showTextDocument(document, { preview: false });
  const open = new OpenText(document, save);
  const cancel = vscode.l10n.t('Cancel');
  const showActions = async (sentence: string, show: typeof showInformation) => {
    const pressed = await show(sentence, save, cancel);
    // A message that is put aside is no answer: the text is still there.
    if (pressed !== undefined) {
      open.choose(pressed === save ? 'save' : 'cancel');
    }
  };
  try {
    void showActions(title, showInformation);
    for (let answer = await open.nextAction(); answer === 'save'; answer = await open.nextAction()) {
      const written = open.text;
      const refusal = await accept?.(written);
      if (refusal === undefined) {
        await open.close();
        return written;
      }
      await open.show();
      void showActions(refusal, showError);
    }
    await open.close();
    return undefined;
  } finally {
    open.dispose();
  }
}
