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

/** What stands below a question: each of it a paragraph, of one line or of several. */
export type QuestionDetail = string | readonly (string | readonly string[])[];

/**
 * Asks in a modal, which has a Cancel of its own. Gives the button that was pressed, undefined for Cancel. The first one
 * is what the Enter key presses.
 */
export function askInModal(
  question: string,
  detail: QuestionDetail,
  ...buttons: string[]
): Promise<string | undefined> {
  const options = { modal: true, detail: shownDetail(detail) };
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
  detail: QuestionDetail,
  yes: string,
  keep: string,
): Promise<boolean> {
  const options = { modal: true, detail: shownDetail(detail) };
  const items = [
    { title: textForLabel(yes) },
    { title: textForLabel(keep), isCloseAffordance: true },
  ] as const;
  return (await vscode.window.showWarningMessage(textForQuestion(question), options, ...items)) === items[0];
}

function shownDetail(detail: QuestionDetail): string {
  const paragraphs = typeof detail === 'string' ? [detail] : detail;
  return paragraphs.map((lines) => [lines].flat().map(textForQuestion).join('\n')).join('\n\n');
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
