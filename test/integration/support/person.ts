import * as vscode from 'vscode';
import { until } from '../../vscode/until';

type Undo = () => void;

/**
 * Stands in for the person at the keyboard. The boxes are the editor's real ones; what is replaced are the calls
 * that open them, so that a suite can find and answer them in any host.
 */
export class Person {
  private readonly undos: Undo[] = [];
  private readonly boxes: vscode.InputBox[] = [];
  /** Every message that was shown, modal ones included. */
  readonly messages: string[] = [];
  /** What to press on a message, by label; the first of them that it has. */
  presses: string | readonly string[] | undefined;
  /** What to choose in a quick pick: the label of an item, or undefined for Esc. */
  chooses: ((labels: string[]) => string | undefined) | undefined;
  /** The last quick pick. */
  offeredRows: vscode.QuickPickItem[] = [];

  /** Labels of the last quick pick. */
  get offered(): string[] {
    return this.offeredRows.map(({ label }) => label);
  }

  constructor() {
    const { createInputBox } = vscode.window;
    this.replace(vscode.window, 'createInputBox', () => {
      const box = createInputBox();
      this.boxes.push(box);
      box.onDidHide(() => this.boxes.splice(this.boxes.indexOf(box), 1));
      return box;
    });
    this.replace(
      vscode.window,
      'showQuickPick',
      async (items: vscode.QuickPickItem[] | Promise<vscode.QuickPickItem[]>) => {
        const rows = await items;
        this.offeredRows = rows;
        const wanted = this.chooses?.(this.offered);
        return rows.find(({ label }) => label === wanted);
      },
    );
    for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const) {
      this.replace(vscode.window, name, (message: string, ...rest: unknown[]) => {
        this.messages.push(message);
        return Promise.resolve(rest.find((button) => [this.presses].flat().includes(button as string)));
      });
    }
  }

  /** The box that is open now, once it is. */
  async box(): Promise<vscode.InputBox> {
    return until('an input box', () => this.boxes.at(-1));
  }

  /** Types into the open box and presses Enter. */
  async submit(text: string): Promise<vscode.InputBox> {
    const box = await this.box();
    box.value = text;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return box;
  }

  async escape(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  }

  leave(): void {
    for (const undo of this.undos.reverse()) undo();
  }

  private replace<T extends object>(target: T, name: keyof T, value: unknown): void {
    const before = target[name];
    target[name] = value as T[keyof T];
    this.undos.push(() => {
      target[name] = before;
    });
  }
}

/** Signs in with a key, from the command to the rows; the suites' common beginning. */
export async function signIn(person: Person, key: string): Promise<void> {
  person.chooses = ([first]) => first;
  const done = vscode.commands.executeCommand('appcircle.signIn');
  await person.submit(key);
  await done;
}

/** Signs out of every account, answering the question each time. */
export async function signOutOfAll(person: Person): Promise<void> {
  for (;;) {
    person.messages.length = 0;
    person.presses = 'Sign Out';
    await vscode.commands.executeCommand('appcircle.signOut');
    if (!person.messages.some((message) => message.startsWith('Sign out of'))) return;
  }
}
