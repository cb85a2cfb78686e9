import Module from 'node:module';
import type * as vscode from 'vscode';
import { Emitter } from '../../../src/support/emitter';
import { classes } from './fakeClasses';
import { FakeDocuments, type FakeWorkspaceEdit } from './fakeDocuments';
import { FakeInputBox } from './fakeInputBox';
import { FakeQuickPick } from './fakeQuickPick';
import { FakeTerminal } from './fakeTerminal';
import type { FakeUri } from './fakeUri';

export type { FakeInputBox };

type Call = [command: string, ...args: unknown[]];
type Handler = (...args: unknown[]) => unknown;
type ContentProvider = Required<vscode.TextDocumentContentProvider>;

/**
 * As much of the `vscode` module as `activate` touches, for what cannot be seen from inside a real one: what is
 * done before `activate` returns, and what is left after everything was disposed.
 */
export class FakeVscode {
  /** What was registered and not disposed yet, by name. */
  readonly live: string[] = [];
  readonly commands = new Map<string, Handler>();
  /** Every `executeCommand`, `setContext` included. */
  readonly executed: Call[] = [];
  readonly messages: string[] = [];
  /** What modal messages say below their question. */
  readonly details: string[] = [];
  /** Label of the button that is pressed on each message. */
  presses: string | undefined;
  readonly terminals: FakeTerminal[] = [];
  readonly terminalProfiles = new Map<string, { provideTerminalProfile: () => unknown }>();
  /** What `inspect` tells of a setting. */
  readonly settings = new Map<string, { globalValue?: unknown; workspaceValue?: unknown }>();
  /** Every setting that was written, with its value and target. */
  readonly updates: [name: string, value: unknown, target: number][] = [];
  readonly env = { language: 'en', uiKind: 2 };
  /** Makes the registration of an authentication provider throw, as where another extension holds the id. */
  authenticationTaken = false;
  /** What was registered as an MCP server definition provider, by its id. */
  readonly mcpProviders = new Map<string, object>();
  /** Whether this editor knows MCP servers: absent from older ones, and refused where something is wrong. */
  mcpServers: 'known' | 'unknown' | 'refused' = 'known';
  readonly windowState = new Emitter<{ focused: boolean }>();
  focused = true;

  /** Values of settings, by their whole name. */
  readonly configured = new Map<string, unknown>();
  /** What is chosen in a quick pick; Esc where nothing is. */
  chooses: (rows: { label: string }[]) => { label: string } | undefined = () => undefined;
  /** Every input box that was opened. */
  readonly boxes: FakeInputBox[] = [];
  /** Every quick pick that its owner fills. */
  readonly picks: FakeQuickPick[] = [];
  readonly documents = new FakeDocuments();
  /** What gives the documents of a scheme. */
  readonly contents = new Map<string, ContentProvider>();
  /** Every save dialog that was opened, and where the person has it save to. */
  readonly saveDialogs: { title: string; defaultUri: FakeUri }[] = [];
  savesTo: FakeUri | undefined;
  /** Whether the workspace is trusted. */
  trusted = true;
  readonly tabs: { label: string; input: unknown }[] = [];

  /** The module itself, as `import * as vscode` gives it. */
  readonly api = this.make();

  context(key: string): unknown[] {
    return this.executed
      .filter(([command, name]) => command === 'setContext' && name === key)
      .map(([, , value]) => value);
  }

  /** Makes `import 'vscode'` give this fake until the result is called. */
  install(): () => void {
    const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
    const load = loader._load;
    loader._load = (request, ...rest) =>
      request === 'vscode' ? this.api : load.call(loader, request, ...rest);
    return () => {
      loader._load = load;
    };
  }

  private register(name: string): { dispose: () => void } {
    this.live.push(name);
    return {
      dispose: () => {
        const index = this.live.indexOf(name);
        if (index !== -1) this.live.splice(index, 1);
      },
    };
  }

  private item(name: string): object {
    return { ...this.register(name), show: () => undefined, hide: () => undefined };
  }

  private make(): object {
    const show = (message: string, ...buttons: unknown[]) => {
      this.messages.push(message);
      const [options] = buttons as { detail?: string }[];
      if (options?.detail !== undefined) this.details.push(options.detail);
      return Promise.resolve(buttons.find((button) => button === this.presses));
    };
    const subscribe = (name: string) => () => this.register(name);
    const listen =
      <T>(name: string, { event }: Emitter<T>) =>
      (listener: (value: T) => void) =>
        classes.Disposable.from(this.register(name), event(listener));
    const quiet = {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    };
    const languageModels = {
      registerMcpServerDefinitionProvider: (id: string, provider: object) => {
        if (this.mcpServers === 'refused') throw new Error(`'${id}' is not contributed`);
        this.mcpProviders.set(id, provider);
        const mark = this.register(`MCP server definition provider ${id}`);
        return classes.Disposable.from(mark, { dispose: () => this.mcpProviders.delete(id) });
      },
    };
    const languageModelsOfTheTime = () => (this.mcpServers === 'unknown' ? undefined : languageModels);
    return {
      ...classes,
      get lm() {
        return languageModelsOfTheTime();
      },
      version: '1.105.0',
      l10n: {
        t: (text: string, ...args: unknown[]) =>
          text.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)])),
      },
      env: this.env,
      window: live(
        {
          activeTextEditor: () => this.documents.active,
        },
        {
          state: live({ focused: () => this.focused }, {}),
          createOutputChannel: () => ({ ...this.item('output channel'), ...quiet }),
          createStatusBarItem: () => this.item('status bar item'),
          createTreeView: (id: string) => ({
            ...this.item(`tree view ${id}`),
            onDidExpandElement: subscribe(`expanded rows of ${id}`),
            onDidCollapseElement: subscribe(`collapsed rows of ${id}`),
            onDidChangeVisibility: subscribe(`visibility of ${id}`),
          }),
          registerUriHandler: () => this.register('URI handler'),
          onDidChangeWindowState: listen('window state', this.windowState),
          onDidChangeVisibleTextEditors: listen('visible editors', this.documents.visible),
          showInformationMessage: show,
          showWarningMessage: show,
          showErrorMessage: show,
          setStatusBarMessage: () => new classes.Disposable(() => undefined),
          showQuickPick: async (rows: unknown) => this.chooses((await rows) as { label: string }[]),
          createInputBox: () => {
            const box = new FakeInputBox();
            this.boxes.push(box);
            return box;
          },
          showSaveDialog: (options: { title: string; defaultUri: FakeUri }) => {
            this.saveDialogs.push(options);
            return Promise.resolve(this.savesTo);
          },
          createQuickPick: () => {
            const pick = new FakeQuickPick();
            this.picks.push(pick);
            return pick;
          },
          tabGroups: {
            all: [{ tabs: this.tabs }],
            close: (tabs: unknown[]) => {
              this.tabs.splice(0, this.tabs.length, ...this.tabs.filter((tab) => !tabs.includes(tab)));
              return Promise.resolve(true);
            },
          },
          terminals: this.terminals,
          createTerminal: (options: { name?: string }) => {
            const terminal = new FakeTerminal(options, this.terminals);
            this.terminals.push(terminal);
            return terminal;
          },
          registerTerminalProfileProvider: (
            id: string,
            provider: { provideTerminalProfile: () => unknown },
          ) => {
            this.terminalProfiles.set(id, provider);
            return this.register(`terminal profile ${id}`);
          },
          withProgress: (_options: unknown, work: () => unknown) => work(),
        },
      ),
      workspace: live(
        { isTrusted: () => this.trusted },
        {
          name: 'fernweh',
          registerTextDocumentContentProvider: (scheme: string, provider: ContentProvider) => {
            this.contents.set(scheme, provider);
            return this.register('content provider');
          },
          textDocuments: this.documents.open,
          onDidOpenTextDocument: subscribe('document open'),
          onDidCloseTextDocument: listen('document close', this.documents.closed),
          onDidSaveTextDocument: listen('document save', this.documents.saved),
          applyEdit: (edit: FakeWorkspaceEdit) => Promise.resolve(this.documents.apply(edit)),
          getConfiguration: (section?: string) => ({
            get: (name: string, value: unknown) =>
              this.configured.get(section ? `${section}.${name}` : name) ?? value,
            inspect: (name: string) => this.settings.get(section ? `${section}.${name}` : name),
            update: (name: string, value: unknown, target: number) => {
              this.updates.push([section ? `${section}.${name}` : name, value, target]);
              return Promise.resolve();
            },
          }),
        },
      ),
      languages: {
        registerCodeLensProvider: () => this.register('code lens provider'),
      },
      authentication: {
        registerAuthenticationProvider: (id: string) => {
          if (this.authenticationTaken) throw new Error(`'${id}' is already registered`);
          return this.register(`authentication provider ${id}`);
        },
      },
      commands: {
        registerCommand: (id: string, handler: Handler) => {
          if (this.commands.has(id)) throw new Error(`command '${id}' already exists`);
          this.commands.set(id, handler);
          const mark = this.register(`command ${id}`);
          return classes.Disposable.from(mark, { dispose: () => this.commands.delete(id) });
        },
        executeCommand: (...call: Call) => {
          this.executed.push(call);
          return Promise.resolve(undefined);
        },
      },
    };
  }
}

/** An object, some of whose properties are asked for each time. */
function live(getters: Record<string, () => unknown>, rest: object): object {
  for (const [name, get] of Object.entries(getters)) Object.defineProperty(rest, name, { get });
  return rest;
}
