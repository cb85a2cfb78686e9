import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import { forgetRequests, requests } from './sandbox';

type Undo = () => void;

/** A modal message. */
export interface Question {
  message: string;
  detail: string;
}

/**
 * Stands in for the person at the keyboard. The boxes are the editor's real ones; what is replaced are the calls
 * that open them, so that a suite can find and answer them in any host.
 */
export class UserFixture {
  private readonly undos: Undo[] = [];
  private readonly boxes: vscode.InputBox[] = [];
  private readonly lists: vscode.QuickPick<vscode.QuickPickItem>[] = [];
  /** Who listens to the buttons beside the title of a list. */
  private readonly titleListeners = new WeakMap<object, (button: vscode.QuickInputButton) => unknown>();
  private declines = false;
  /** Every message that was shown, modal ones included. */
  readonly messages: string[] = [];
  /** Of them those that nobody can overlook, with their small print. */
  readonly questions: Question[] = [];
  /** What to press on a message, by label; the first of them that it has. */
  presses: string | readonly string[] | undefined;
  /** What to choose in a quick pick: the label of an item, or undefined for Esc. */
  chooses: ((labels: string[]) => string | undefined) | undefined;
  /** Which file to open, or none for Esc. */
  opens: vscode.Uri | undefined;
  /** The last quick pick. */
  offeredRows: vscode.QuickPickItem[] = [];

  /** Labels of the last quick pick. */
  get offered(): string[] {
    return this.offeredRows.map(({ label }) => label);
  }

  constructor() {
    const { createInputBox, createQuickPick } = vscode.window;
    this.replace(vscode.window, 'createInputBox', () => this.watch(createInputBox(), this.boxes));
    this.replace(vscode.window, 'createQuickPick', () => {
      const list = createQuickPick();
      const show = list.show.bind(list);
      list.show = () => {
        // What takes the focus by itself, late where a machine is slow, is nobody's wish to close a list.
        list.ignoreFocusOut = true;
        show();
      };
      const { onDidTriggerButton } = list;
      Object.assign(list, {
        onDidTriggerButton: (listener: (button: vscode.QuickInputButton) => unknown) => {
          this.titleListeners.set(list, listener);
          return onDidTriggerButton(listener);
        },
      });
      return this.chooses === undefined ? this.watch(list, this.lists) : this.answered(list);
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
    this.replace(vscode.window, 'showOpenDialog', () => Promise.resolve(this.opens && [this.opens]));
    for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const) {
      this.replace(vscode.window, name, (message: string, ...rest: unknown[]) => {
        this.messages.push(message);
        const [options] = rest as [vscode.MessageOptions | undefined];
        if (options?.modal === true) this.questions.push({ message, detail: options.detail ?? '' });
        return Promise.resolve(rest.find((button) => [this.presses].flat().includes(labelOf(button))));
      });
    }
  }

  /** The box that is open now, once it is. */
  async box(): Promise<vscode.InputBox> {
    return until('an input box', () => this.boxes.at(-1));
  }

  /** The list that is open now and can be typed in, once it has what it waits for. */
  async list(): Promise<vscode.QuickPick<vscode.QuickPickItem>> {
    return until('a list', () => this.lists.find(({ busy, items }) => !busy && items.length > 0));
  }

  /** Types into the open list until the row with this description is the first, and presses Enter. */
  async pick(text: string, description: RegExp): Promise<void> {
    const list = await this.list();
    list.value = text;
    await until(`the row ${description.source}`, () =>
      description.test(list.activeItems[0]?.description ?? ''),
    );
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  /** Presses a button beside the title of the open list, by its tooltip. The editor has no command for that. */
  async pressTitle(tooltip: string): Promise<void> {
    const list = await this.list();
    const button = list.buttons.find((one) => one.tooltip === tooltip);
    if (!button) throw new Error(`no button ${tooltip}`);
    this.titleListeners.get(list)?.(button);
  }

  /** Runs a command, and closes each box and list that it opens. */
  async decline(command: string, ...parameters: unknown[]): Promise<void> {
    this.chooses = () => undefined;
    this.presses = undefined;
    this.declines = true;
    try {
      await vscode.commands.executeCommand(command, ...parameters);
    } finally {
      this.declines = false;
    }
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

  /** A list that is answered as `chooses` says, once it has what it waits for. */
  private answered(list: vscode.QuickPick<vscode.QuickPickItem>): vscode.QuickPick<vscode.QuickPickItem> {
    const show = list.show.bind(list);
    let isOpen = true;
    list.onDidHide(() => {
      isOpen = false;
    });
    list.show = () => {
      show();
      void until('a filled list', () => !isOpen || !list.busy).then(async () => {
        if (isOpen) await this.answer(list);
      });
    };
    return list;
  }

  private async answer(list: vscode.QuickPick<vscode.QuickPickItem>): Promise<void> {
    this.offeredRows = list.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    const wanted = this.chooses?.(this.offered);
    const item = list.items.find(({ label }) => label === wanted);
    if (wanted === undefined || !item) {
      list.hide();
      return;
    }
    await focus(list, item);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  private watch<T extends vscode.QuickInput>(shown: T, all: T[]): T {
    const show = shown.show.bind(shown);
    all.push(shown);
    shown.onDidHide(() => {
      const at = all.indexOf(shown);
      if (at >= 0) all.splice(at, 1);
    });
    shown.show = () => {
      show();
      // Whoever shows it may begin to listen right behind.
      if (this.declines) {
        setImmediate(() => {
          shown.hide();
        });
      }
    };
    return shown;
  }

  private replace<T extends object>(target: T, name: keyof T, value: unknown): void {
    const before = target[name];
    target[name] = value as T[keyof T];
    this.undos.push(() => {
      target[name] = before;
    });
  }
}

/** What a button of a message says: it is its label, or has one. */
function labelOf(button: unknown): string | undefined {
  return typeof button === 'string' ? button : (button as { title?: string } | undefined)?.title;
}

/** Goes to a row of a list: what is set here comes to the editor's list later than a command would. */
export async function focus<T extends vscode.QuickPickItem>(
  list: vscode.QuickPick<T>,
  item: T,
): Promise<void> {
  if (list.activeItems[0] === item) return;
  const there = new Promise<void>((resolve) => {
    const watch = list.onDidChangeActive(([now]) => {
      if (now === item) {
        watch.dispose();
        resolve();
      }
    });
  });
  list.activeItems = [item];
  await there;
}

/** Signs in with a key, from the command to the rows; the suites' common beginning. */
export async function signIn(user: UserFixture, key: string): Promise<void> {
  user.chooses = ([first]) => first;
  const done = vscode.commands.executeCommand('appcircle.signIn');
  await user.submit(key);
  await done;
  user.chooses = undefined;
}

/**
 * The same, and waits for what that has the window ask for by itself, but for builds and descriptions: whoever counts
 * requests afterwards counts those of a test. Forgets what was asked until then.
 */
export async function signInAndSettle(user: UserFixture, key: string): Promise<void> {
  await forgetRequests();
  await signIn(user, key);
  for (const line of [
    /^GET \/identity\/v1\/organizations\/[\w-]+ 200$/,
    /^GET \/distribution\/v2\/profiles 200$/,
  ]) {
    await until(line.source, async () => (await requests()).some((one) => line.test(one)));
  }
  // Joins what other views ask for.
  await vscode.commands.executeCommand('appcircle.refresh');
  await forgetRequests();
}

/** Signs out of every account, answering the question each time. */
export async function signOutOfAll(user: UserFixture): Promise<void> {
  for (;;) {
    user.messages.length = 0;
    user.presses = 'Sign Out';
    await vscode.commands.executeCommand('appcircle.signOut');
    if (!user.messages.some((message) => message.startsWith('Sign out of'))) return;
  }
}
