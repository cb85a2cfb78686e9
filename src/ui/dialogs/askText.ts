import * as vscode from 'vscode';

/** What is said below the box while typing. An error keeps the box from being accepted, nothing else does. */
export interface ValidationMessage {
  text: string;
  severity: 'error' | 'warning' | 'info';
}

/** What became of an accepted text: a result that ends the question, or a reason to ask on. */
export type SubmitResult<T> = { done: T } | { refused: string };

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
  box.title = question.title;
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.value = question.value ?? '';
  box.password = question.password ?? false;
  box.step = question.step;
  box.totalSteps = question.totalSteps;
  box.ignoreFocusOut = true;
  const own = (question.buttons ?? []).map(({ icon, tooltip }) => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
  }));
  box.buttons = question.back === undefined ? own : [vscode.QuickInputButtons.Back, ...own];

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
    box.onDidChangeValue((text) => {
      show(box, text === '' ? undefined : question.validate?.(text));
    });
    box.onDidTriggerButton((pressed) => {
      if (pressed === vscode.QuickInputButtons.Back) {
        resolve(question.back);
        box.hide();
        return;
      }
      question.buttons?.find(({ tooltip }) => tooltip === pressed.tooltip)?.run(box.value);
    });
    box.onDidAccept(() => {
      if (box.enabled) {
        submit().catch((error: unknown) => {
          reject(error);
          box.hide();
        });
      }
    });
    question.closing?.addEventListener('abort', () => {
      box.hide();
    });
    box.onDidHide(() => {
      closed.abort();
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

function show(box: vscode.InputBox, remark: ValidationMessage | undefined): void {
  box.validationMessage = remark && { message: remark.text, severity: severityOf(remark) };
}

function severityOf({ severity }: ValidationMessage): vscode.InputBoxValidationSeverity {
  const { Error: error, Warning: warning, Info: info } = vscode.InputBoxValidationSeverity;
  return { error, warning, info }[severity];
}
