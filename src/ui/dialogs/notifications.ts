import * as vscode from 'vscode';
import { textForLabel, textForNotification, textForQuestion } from '../../support/shownText';

/** Says that something is done, or how it is. Gives the button that was pressed, undefined for none. */
export function showInformation(message: string, ...buttons: string[]): Promise<string | undefined> {
  return press(buttons, (shown) =>
    vscode.window.showInformationMessage(textForNotification(message), ...shown),
  );
}

/** Says what somebody should know of before they go on. Gives the button that was pressed, undefined for none. */
export function showWarning(message: string, ...buttons: string[]): Promise<string | undefined> {
  return press(buttons, (shown) => vscode.window.showWarningMessage(textForNotification(message), ...shown));
}

/** Says what went wrong. Gives the button that was pressed, undefined for none. */
export function showError(message: string, ...buttons: string[]): Promise<string | undefined> {
  return press(buttons, (shown) => vscode.window.showErrorMessage(textForNotification(message), ...shown));
}

/**
 * Asks in a modal, which has a Cancel of its own. `detail` stands below the question, each of it a paragraph. Gives
 * the button that was pressed, undefined for Cancel.
 */
export function askInModal(
  question: string,
  detail: string | readonly string[],
  ...buttons: string[]
): Promise<string | undefined> {
  const options = { modal: true, detail: [detail].flat().map(textForQuestion).join('\n\n') };
  return press(buttons, (shown) =>
    vscode.window.showWarningMessage(textForQuestion(question), options, ...shown),
  );
}

/**
 * Asks in a modal for a yes. `keep` stands in the place of its own Cancel, which could be taken for the yes where
 * something is to be canceled.
 */
export async function confirmInModal(
  question: string,
  detail: string | readonly string[],
  yes: string,
  keep: string,
): Promise<boolean> {
  const options = { modal: true, detail: [detail].flat().map(textForQuestion).join('\n\n') };
  const items = [
    { title: textForLabel(yes) },
    { title: textForLabel(keep), isCloseAffordance: true },
  ] as const;
  return (await vscode.window.showWarningMessage(textForQuestion(question), options, ...items)) === items[0];
}

/** Shows buttons, and gives the one that was pressed as it was asked for. */
async function press(
  buttons: readonly string[],
  show: (shown: string[]) => Thenable<string | undefined>,
): Promise<string | undefined> {
  const shown = buttons.map(textForLabel);
  const pressed = await show(shown);
  return pressed === undefined ? undefined : buttons[shown.indexOf(pressed)];
}
