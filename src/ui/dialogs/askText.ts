import * as vscode from 'vscode';
import { textForBox, textForLabel } from '../../support/shownText';

/** What is said below the box while typing. An error keeps the box from being accepted, nothing else does. */
export interface ValidationMessage {
  text: string;
  severity: 'error' | 'warning' | 'info';
}

/** What became of an accepted text: a result that ends the question, or a reason to ask on. */
export type SubmitResult<T> = { done: T } | { refused: string };

/** What a text is probably meant to be; `of` gives undefined where it is good as it is. */
export interface Suggestion {
  icon: string;
  tooltip: string;
  of: (text: string) => string | undefined;
}

export interface TextQuestion<T> {
  title: string;
  prompt: string;
  placeholder?: string;
  value?: string;
  /** What the question comes to when the person goes back a step; without it there is no way back. */
  back?: T;
  /** Masks what is typed: for everything secret (T1). */
  password?: boolean;
  step?: number;
  totalSteps?: number;
  /** Each is told what stands in the box. */
  buttons?: { icon: string; tooltip: string; run: (text: string) => void }[];
  /** One more button while there is a text to put in the place of what stands in the box. Local and instant (T7). */
  suggestion?: Suggestion;
  /** Submits `value` at once, as if Enter had been pressed. */
  submitAtOnce?: boolean;
  /** Local and instant (T7). */
  validate?: (text: string) => ValidationMessage | undefined;
  /** Asked once, when the text is accepted, with the box busy. The signal is aborted when the box is closed. */
  accept: (text: string, signal: AbortSignal) => Promise<SubmitResult<T>>;
  /** Closes the box when it is aborted: somebody else has answered. */
  closing?: AbortSignal;
}

/**
 * Asks for a line of text. The box stays open until the text is good, outlives a look at the browser, and ends in
 * undefined, silently, when the person closes it (T5).
 */
export function askText<T>(question: TextQuestion<T>): Promise<T | undefined> {
  const box = vscode.window.createInputBox();
  box.title = textForLabel(question.title);
  box.prompt = textForBox(question.prompt);
  box.placeholder = question.placeholder && textForLabel(question.placeholder);
  box.value = question.value ?? '';
  box.password = question.password ?? false;
  box.step = question.step;
  box.totalSteps = question.totalSteps;
  box.ignoreFocusOut = true;
  const own = (question.buttons ?? []).map(toButton);
  const usual = question.back === undefined ? own : [vscode.QuickInputButtons.Back, ...own];
  const { suggestion } = question;
  const look = (text: string) => {
    show(box, text === '' ? undefined : question.validate?.(text));
    const wanted = suggestion && text !== '' && suggestion.of(text) !== undefined ? [suggestion] : [];
    // Buttons that are set anew lose the focus.
    if (box.buttons.length !== usual.length + wanted.length) {
      box.buttons = [...usual, ...wanted.map(toButton)];
    }
  };
  box.buttons = usual;

  return new Promise<T | undefined>((resolve, reject) => {
    const closed = new AbortController();
    const submit = async () => {
      const text = box.value;
      const remark = question.validate?.(text);
      if (remark?.severity === 'error') {
        show(box, remark);
        return;
      }
      box.busy = true;
      box.enabled = false;
      const result = await question.accept(text, closed.signal);
      if (closed.signal.aborted) {
        return;
      }
      if ('done' in result) {
        resolve(result.done);
        box.hide();
        return;
      }
      box.busy = false;
      box.enabled = true;
      show(box, { text: result.refused, severity: 'error' });
    };
    box.onDidChangeValue(look);
    box.onDidTriggerButton((pressed) => {
      if (pressed === vscode.QuickInputButtons.Back) {
        resolve(question.back);
        box.hide();
        return;
      }
      if (suggestion && pressed.tooltip === suggestion.tooltip) {
        box.value = suggestion.of(box.value) ?? box.value;
        // The button stays until something is typed: who came to it by keyboard would lose the focus with it.
        show(box, question.validate?.(box.value));
        return;
      }
      question.buttons?.[own.findIndex((button) => button === pressed)]?.run(box.value);
    });
    const accept = () => {
      if (box.enabled) {
        submit().catch((error: unknown) => {
          reject(error);
          box.hide();
        });
      }
    };
    box.onDidAccept(accept);
    question.closing?.addEventListener('abort', () => {
      box.hide();
    });
    box.onDidHide(() => {
      closed.abort();
      resolve(undefined);
      box.dispose();
    });
    box.show();
    if (question.submitAtOnce) {
      accept();
    } else if (suggestion) {
      look(box.value);
    }
  });
}

function toButton({ icon, tooltip }: { icon: string; tooltip: string }): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip: textForLabel(tooltip) };
}

function show(box: vscode.InputBox, remark: ValidationMessage | undefined): void {
  box.validationMessage = remark && { message: textForBox(remark.text), severity: severityOf(remark) };
}

function severityOf({ severity }: ValidationMessage): vscode.InputBoxValidationSeverity {
  const { Error: error, Warning: warning, Info: info } = vscode.InputBoxValidationSeverity;
  return { error, warning, info }[severity];
}
