import * as vscode from 'vscode';
import { noticeText } from '../support/visibleText';

/** A text of several lines that a person is asked for. */
export interface TextEdit {
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
 * text is taken. Undefined when the person did not want it: Cancel and closing the editor throw the text away, a
 * message that was merely put aside leaves it open.
 */
export async function editText({ title, text, save, accept }: TextEdit): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
  await vscode.window.showTextDocument(document, { preview: false });
  const closing = closed(document.uri);
  try {
    for (let said = title, isRefused = false; ; isRefused = true) {
      const cancel = vscode.l10n.t('Cancel');
      const show = isRefused ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
      const pressed = await Promise.race([closing.done, show(noticeText(said), save, cancel)]);
      if (pressed === cancel) {
        await close(document);
      }
      if (pressed !== save) {
        return undefined;
      }
      const written = document.getText().replaceAll('\r\n', '\n');
      const refusal = await accept?.(written);
      if (refusal === undefined) {
        await close(document);
        return written;
      }
      said = refusal;
    }
  } finally {
    closing.dispose();
  }
}

/** Told by the tabs: a document counts as closed, too, when a person merely chooses another language for it. */
function closed(uri: vscode.Uri): { done: Promise<undefined>; dispose: () => void } {
  let subscription: vscode.Disposable | undefined;
  const done = new Promise<undefined>((resolve) => {
    subscription = vscode.window.tabGroups.onDidChangeTabs(({ closed: tabs }) => {
      if (tabs.some((tab) => isOf(tab, uri)) && !isShown(uri)) {
        resolve(undefined);
      }
    });
  });
  return {
    done,
    dispose: () => {
      subscription?.dispose();
    },
  };
}

/** The text is taken, or not wanted: whether it should be saved to a file is no question. */
async function close(document: vscode.TextDocument): Promise<void> {
  if (!isShown(document.uri)) {
    return;
  }
  const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
  await vscode.window.showTextDocument(document, editor?.viewColumn);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

function isShown(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => isOf(tab, uri)));
}

function isOf({ input }: vscode.Tab, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}
