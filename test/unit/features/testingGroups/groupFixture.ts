import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import type * as Commands from '../../../../src/features/testingGroups/groupCommands';
import { listTestingGroups, type TestingGroup } from '../../../../src/api/testingGroups/testingGroups';
import { AccountList } from '../../../../src/ui/lists/accountList';
import type { JsonDocuments } from '../../../../src/ui/documents/jsonDocuments';
import { ActivityCounter } from '../../../../src/ui/lists/activityCounter';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import { FakeVscode, type FakeInputBox } from '../../extension/fakeVscode';
import { until } from '../../support/until';
import { forgetEditorModules } from '../../support/withVscode';

const load = createRequire(__filename);

/** The commands over a fake editor, as nobody has used it yet. */
const loaded = (() => {
  let known: { module: typeof Commands; editor: FakeVscode } | undefined;
  return () => {
    known ??= loadCommands();
    const { boxes, messages, details } = known.editor;
    for (const list of [boxes, messages, details]) list.length = 0;
    known.editor.presses = undefined;
    return known;
  };
})();

function loadCommands(): { module: typeof Commands; editor: FakeVscode } {
  const editor = new FakeVscode();
  // What a module finds in the editor when it is loaded is all that it ever sees.
  Object.assign(editor.api, { ProgressLocation: { Window: 10, Notification: 15 } });
  const leave = editor.install();
  forgetEditorModules();
  try {
    return {
      module: load('../../../../src/features/testingGroups/groupCommands') as typeof Commands,
      editor,
    };
  } finally {
    leave();
  }
}

/** A row of a quick pick, as far as these tests look at it. */
export interface PickRow {
  label: string;
  description?: string;
  iconPath?: { id: string };
  picked?: boolean;
}

interface PickOptions {
  title: string;
  placeHolder: string;
  canPickMany?: boolean;
}

export interface Shown extends FakeInputBox {
  prompt: string;
  title: string;
  buttons: { tooltip: string }[];
}

/** The commands of the view in a window that is signed in to a sandbox, and the person before it. */
export class GroupFixture {
  readonly window = new WindowFixture();
  readonly activity = new ActivityCounter();
  readonly list;
  readonly commands;
  readonly editor: FakeVscode;
  readonly statusBar: string[] = [];
  readonly revealed: string[] = [];
  readonly documents: unknown[][] = [];
  /** Every quick pick: its rows and what stands above them. */
  readonly picks: { rows: PickRow[]; options: PickOptions }[] = [];
  /** What is chosen in a quick pick, by label; Esc where it gives nothing. */
  chooses: (rows: PickRow[]) => string[] | undefined = () => undefined;
  /** Told of each progress; what it gives back to presses Cancel. */
  progress: (title: string, cancel: () => void) => void = () => undefined;
  /** Happens while a modal question is open. */
  whileAsked: () => void = () => undefined;
  /** What comes of showing a row. */
  reveals: () => Promise<void> = () => Promise.resolve();
  clipboard = '';

  constructor() {
    const { module, editor } = loaded();
    this.editor = editor;
    this.equip(editor.api as { window: object; env: object });
    const { sessions, clientFor } = this.window;
    this.list = new AccountList(sessions, (account, signal) => listTestingGroups(clientFor(account), signal));
    this.commands = new module.GroupCommands({
      sessions,
      clientFor,
      list: this.list,
      activity: this.activity,
      reveal: (id) => {
        this.revealed.push(id);
        return this.reveals();
      },
      documents: {
        show: (...shown: unknown[]) => {
          this.documents.push(shown);
          return Promise.resolve();
        },
      } as unknown as JsonDocuments,
    });
  }

  /** Signs in, and looks at the groups, as who sees the view has done. */
  async begin(sandbox: Sandbox, account = 'harbor-owner'): Promise<void> {
    await this.window.accounts.reload();
    await this.window.signIn(sandbox, sandbox.account(account).secret);
    await this.list.rows();
    sandbox.clearRequests();
  }

  get rows(): readonly TestingGroup[] {
    return this.list.state.kind === 'ready' ? this.list.state.rows : assert.fail(this.list.state.kind);
  }

  /** The row of the view with this name. */
  row(name: string): { kind: 'row'; row: TestingGroup } {
    return { kind: 'row', row: this.rows.find((row) => row.name === name) ?? assert.fail(name) };
  }

  /** Each group as `name: testers`. */
  get shown(): string[] {
    return this.rows.map(({ name, testers }) => `${name}: ${testers.join(' ')}`);
  }

  /** The input box number `nth` of this test, once it is open. */
  async box(nth = 1): Promise<Shown> {
    await until(() => this.editor.boxes.length >= nth, `box ${String(nth)}`);
    return this.editor.boxes[nth - 1] as Shown;
  }

  /** Submits a text that the box does not take, and gives the sentence. */
  async refusal(box: Shown, text: string): Promise<string> {
    box.submit(text);
    await until(() => !box.busy && box.validationMessage !== undefined, 'the refusal');
    assert.equal(box.visible, true);
    assert.equal(box.value, text);
    return box.validationMessage?.message ?? '';
  }

  dispose(): void {
    this.list.dispose();
    this.window.dispose();
  }

  private equip({ window, env }: { window: object; env: object }): void {
    Object.assign(window, {
      showWarningMessage: (message: string, ...rest: unknown[]) => {
        const [options] = rest as { detail?: string }[];
        this.editor.messages.push(message);
        if (options?.detail !== undefined) this.editor.details.push(options.detail);
        this.whileAsked();
        return Promise.resolve(rest.find((button) => button === this.editor.presses));
      },
      setStatusBarMessage: (text: string) => this.statusBar.push(text),
      showQuickPick: (rows: PickRow[], options: PickOptions) => {
        this.picks.push({ rows, options });
        const labels = this.chooses(rows);
        const chosen = labels && rows.filter(({ label }) => labels.includes(label));
        return Promise.resolve(options.canPickMany === true ? chosen : chosen?.[0]);
      },
      withProgress: ({ title }: { title: string }, work: (progress: object, token: object) => unknown) => {
        const cancels: (() => void)[] = [];
        const token = { onCancellationRequested: (listener: () => void) => cancels.push(listener) };
        const working = work({}, token);
        this.progress(title, () => {
          for (const cancel of cancels) cancel();
        });
        return working;
      },
    });
    Object.assign(env, {
      clipboard: {
        readText: () => Promise.resolve(this.clipboard),
        writeText: (text: string) => {
          this.clipboard = text;
          return Promise.resolve();
        },
      },
    });
  }
}
