import { createRequire } from 'node:module';
import { Emitter } from '../../../../../src/support/emitter';
import { classes } from '../../../extension/fakeClasses';
import { FakeUri } from '../../../extension/fakeUri';
import { FakeVscode } from '../../../extension/fakeVscode';
import { forgetEditorModules } from '../../../support/withVscode';

const load = createRequire(__filename);

interface Item {
  label: string;
  detail?: string;
}

/** A text in an editor. */
export class NotesDocument {
  readonly uri: FakeUri;
  readonly isUntitled = true;

  constructor(
    readonly language: string,
    public text: string,
    name: string,
  ) {
    this.uri = FakeUri.parse(`untitled:${name}`);
  }

  getText(): string {
    return this.text;
  }
}

/** An editor, and the person before it, who does as told and else closes what is asked. */
export class UploadUser {
  readonly editor = new FakeVscode();
  /** What stands above the texts. */
  readonly lenses = this.editor.lenses;
  /** Every message with its buttons. */
  readonly messages: { text: string; buttons: string[] }[] = [];
  /** Buttons that are pressed, each once, in this order, on the next message that has it. */
  presses: string[] = [];
  /** Beginnings of rows that are chosen, each once: the first of them that a quick pick has. */
  chooses: string[] = [];
  /** Every quick pick: its title and rows. */
  readonly picks: { title: string; rows: Item[] }[] = [];
  /** Files that are chosen, each once; Esc when there is none. */
  opens: FakeUri[] = [];
  readonly dialogs: { defaultUri?: FakeUri; filters: Record<string, string[]> }[] = [];
  /** What is in the status bar. */
  readonly status: string[] = [];
  /** Titles of progress, and what it said. */
  readonly progress: {
    title: string;
    cancellable: boolean;
    reports: { message: string; increment?: number }[];
  }[] = [];
  /** Presses Cancel when the progress says this. */
  cancelsAt: RegExp | undefined;
  readonly opened: NotesDocument[] = [];
  shown: NotesDocument | undefined;
  private readonly tabChanges = new Emitter<unknown>();
  /** What the person does before a message is answered. */
  meanwhile: (text: string) => unknown = () => undefined;
  folders: { uri: FakeUri }[] = [{ uri: FakeUri.file('/work place/app') }];
  /** What the git extension is. */
  git: unknown;

  constructor() {
    const show = async (text: string, ...buttons: string[]) => {
      this.messages.push({ text, buttons });
      await this.meanwhile(text);
      return buttons.includes(this.presses[0] ?? '') ? this.presses.shift() : undefined;
    };
    const { api } = this.editor as unknown as {
      api: { window: object; workspace: object; commands: object };
    };
    Object.assign(api, {
      ProgressLocation: { Notification: 15 },
      extensions: { getExtension: (id: string) => (id === 'vscode.git' ? this.git : undefined) },
    });
    Object.assign(api.window, {
      showInformationMessage: show,
      showWarningMessage: show,
      showErrorMessage: show,
      showQuickPick: (rows: Item[], { title }: { title: string }) => {
        this.picks.push({ title, rows });
        const wanted = this.chooses.findIndex((one) => rows.some(({ label }) => label.startsWith(one)));
        const [begin = '-'] = wanted === -1 ? [] : this.chooses.splice(wanted, 1);
        return Promise.resolve(rows.find(({ label }) => label.startsWith(begin)));
      },
      showOpenDialog: (options: (typeof this.dialogs)[number]) => {
        this.dialogs.push(options);
        const file = this.opens.shift();
        return Promise.resolve(file && [file]);
      },
      setStatusBarMessage: (text: string) => this.status.push(text),
      withProgress: (
        { title, cancellable }: { title: string; cancellable: boolean },
        work: (bar: object, token: object) => unknown,
      ) => {
        const cancellation = new Emitter<undefined>();
        const reports: { message: string; increment?: number }[] = [];
        this.progress.push({ title, cancellable, reports });
        const report = (said: { message: string }) => {
          reports.push(said);
          if (this.cancelsAt?.test(said.message)) {
            this.cancelsAt = undefined;
            cancellation.fire(undefined);
          }
        };
        return work({ report }, { onCancellationRequested: cancellation.event });
      },
      visibleTextEditors: [],
      tabGroups: { all: [{ tabs: this.editor.tabs }], onDidChangeTabs: this.tabChanges.event },
      showTextDocument: (document: NotesDocument) => {
        this.shown = document;
        return Promise.resolve();
      },
    });
    Object.defineProperty(api.workspace, 'workspaceFolders', { get: () => this.folders });
    Object.assign(api.workspace, {
      openTextDocument: ({ language, content }: { language: string; content: string }) => {
        const document = new NotesDocument(language, content, `Untitled-${this.opened.length}`);
        this.opened.push(document);
        this.editor.tabs.push({ label: '', input: new classes.TabInputText(document.uri) });
        return Promise.resolve(document);
      },
    });
    const { executeCommand } = api.commands as { executeCommand: (...call: [string]) => unknown };
    Object.assign(api.commands, {
      executeCommand: (...call: [string]) => {
        if (call[0] === 'workbench.action.revertAndCloseActiveEditor') this.editor.tabs.pop();
        return executeCommand(...call);
      },
    });
  }

  /** A module of `src/features/distribution/upload`, in this editor. */
  load(module: string): unknown {
    const leave = this.editor.install();
    try {
      forgetEditorModules();
      return load(`../../../../../src/features/distribution/upload/${module}`);
    } finally {
      leave();
    }
  }

  /** Closes the editor in front. */
  closeEditor(): void {
    this.tabChanges.fire({ closed: this.editor.tabs.splice(-1) });
  }

  get said(): string[] {
    return this.messages.map(({ text }) => text);
  }

  /** Labels of a quick pick. */
  rows(index: number): string[] {
    return this.picks.at(index)?.rows.map(({ label }) => label) ?? [];
  }
}
