import { strict as assert } from 'node:assert';
import Module from 'node:module';
import type * as vscode from 'vscode';
import type { Emitter } from '../../../src/support/emitter';
import { until } from '../support/until';
import { EditorState, type CommandCall } from './editorState';
import { classes } from './fakeClasses';
import { FakeDocument, type FakeWorkspaceEdit } from './fakeDocuments';
import type { FakeInputBox } from './fakeInputBox';
import { FakeFiles } from './fakeFiles';
import { makeLanguageModels } from './fakeLanguageModels';
import { FakeLanguages } from './fakeLanguages';
import { FakeLenses, type LensProvider } from './fakeLenses';
import type { FakeQuickPick } from './fakeQuickPick';
import type { FakeTextEditor } from './fakeTextEditors';
import { FakeUri } from './fakeUri';
import { makeWindow } from './windowApi';
import { live } from './live';

export type { FakeInputBox };

type Handler = (...args: unknown[]) => unknown;
type ContentProvider = Required<vscode.TextDocumentContentProvider>;

/**
 * As much of the `vscode` module as the extension touches, and the person before it: what was shown is read, and
 * what the person does is set, on the fields of its state.
 */
export class FakeVscode extends EditorState {
  /** What was registered and not disposed yet, by name. */
  readonly live: string[] = [];
  readonly commands = new Map<string, Handler>();
  /** What gives the documents of a scheme. */
  readonly contents = new Map<string, ContentProvider>();
  /** What stands above the texts. */
  readonly lenses = new FakeLenses(this.commands);

  /** What leads elsewhere from texts, and problems. */
  readonly languages = new FakeLanguages((name) => this.register(name));
  /** Paths of the files of the workspace. */
  readonly files = new Set<string>();
  /** What the editor reads and writes as files. */
  fileSystem = this.makeFiles();

  /** The module itself, as `import * as vscode` gives it. */
  readonly api = this.make();

  /** Nobody has used it yet: what is registered stays. */
  reset(): void {
    Object.assign(this, new EditorState());
    this.fileSystem = this.makeFiles();
  }

  context(key: string): unknown[] {
    return this.executed
      .filter(([command, name]) => command === 'setContext' && name === key)
      .map(([, , value]) => value);
  }

  /** The input box number `nth`, once it is open. */
  async box(nth = 1): Promise<FakeInputBox> {
    await until(() => this.boxes.length >= nth, `box ${String(nth)}`);
    return this.boxes[nth - 1] ?? assert.fail();
  }

  /** Submits a text that the box does not take, and gives the sentence. */
  async refusal(box: FakeInputBox, text: string): Promise<string> {
    box.submit(text);
    await until(() => !box.busy && box.validationMessage !== undefined, 'the refusal');
    assert.deepEqual([box.visible, box.enabled, box.value], [true, true, text]);
    return box.validationMessage?.message ?? '';
  }

  /** Whether `chooses` answers the picks that their owners fill, too. */
  answersPicks = false;

  /** The quick pick number `nth`, once it has its rows. */
  async pick(nth = 1): Promise<FakeQuickPick> {
    await until(() => this.picks[nth - 1]?.busy === false, `pick ${String(nth)}`);
    return this.picks[nth - 1] ?? assert.fail();
  }

  /** In every quick pick the rows with these labels are chosen from here on. */
  choose(...labels: string[]): void {
    this.chooses = (rows, { canPickMany }) => {
      const chosen = rows.filter(({ label }) => labels.includes(label));
      return canPickMany === true ? chosen : chosen[0];
    };
  }

  /** Shows the text of a file in a tab and in front. */
  showFile(document: FakeDocument): FakeTextEditor | undefined {
    if (!this.textEditors.files.has(document.uri.scheme)) return undefined;
    const isOpen = this.tabs.some(
      ({ input }) => input instanceof classes.TabInputText && input.uri === document.uri,
    );
    if (!isOpen) this.tabs.push({ label: '', input: new classes.TabInputText(document.uri) });
    const shown = this.textEditors.show(document);
    this.documents.visible.fire([shown]);
    this.activeEditors.fire(undefined);
    return shown;
  }

  /** Closes the tab in front. */
  closeTab(): void {
    this.tabChanges.fire({ closed: this.tabs.splice(-1) });
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

  register(name: string): { dispose: () => void } {
    this.live.push(name);
    return {
      dispose: () => {
        const index = this.live.indexOf(name);
        if (index !== -1) this.live.splice(index, 1);
      },
    };
  }

  /** An event of the editor, whose listeners are among what is registered. */
  listen<T>(name: string, emitter: () => Emitter<T>): (listener: (value: T) => void) => vscode.Disposable {
    return (listener) => classes.Disposable.from(this.register(name), emitter().event(listener));
  }

  private makeFiles(): FakeFiles {
    return new FakeFiles(() => this.textEditors.files, this.files);
  }

  private make(): object {
    const languageModels = makeLanguageModels(this);
    return live(
      { lm: () => (this.mcpServers === 'unknown' ? undefined : languageModels) },
      {
        ...classes,
        version: '1.105.0',
        l10n: {
          t: (text: string, ...args: unknown[]) =>
            text.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)])),
        },
        env: this.makeEnv(),
        window: makeWindow(this),
        workspace: this.makeWorkspace(),
        extensions: { getExtension: (id: string) => (id === 'vscode.git' ? this.git : undefined) },
        languages: {
          ...this.languages.api,
          registerFoldingRangeProvider: (_selector: unknown, provider: vscode.FoldingRangeProvider) => {
            this.textEditors.folds.push(provider);
            return this.register('folding');
          },
          registerDocumentSymbolProvider: (_selector: unknown, provider: vscode.DocumentSymbolProvider) => {
            this.textEditors.symbols.push(provider);
            return this.register('symbols');
          },
          registerCodeLensProvider: (_selector: unknown, provider: LensProvider) => {
            this.lenses.providers.add(provider);
            const mark = this.register('code lens provider');
            return classes.Disposable.from(mark, { dispose: () => this.lenses.providers.delete(provider) });
          },
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
          getCommands: () => Promise.resolve([...this.commands.keys()]),
          executeCommand: (...call: CommandCall) => {
            this.executed.push(call);
            if (call[0] === 'workbench.action.revertAndCloseActiveEditor') this.closeTab();
            return Promise.resolve(this.executes?.(...call));
          },
        },
      },
    );
  }

  /** A document that an extension gives the text of. */
  private given(uri: FakeUri): FakeDocument | undefined {
    const none = {} as vscode.CancellationToken;
    const provider = this.contents.get(uri.scheme);
    const text = provider?.provideTextDocumentContent(uri as unknown as vscode.Uri, none);
    return typeof text === 'string' ? new FakeDocument(uri, text) : undefined;
  }

  /** The text of a file that an extension gives; the one that is open, where it is. */
  private async openFile(uri: FakeUri): Promise<FakeDocument | undefined> {
    const known = this.documents.open.find((one) => one.uri.toString() === uri.toString());
    if (known) return known;
    const text = (await this.textEditors.read(uri)) ?? (await this.fileSystem.read(uri));
    const language = /^(appcircle-request|file)$/.test(uri.scheme) ? 'appcircle-http' : uri.scheme;
    return text === undefined ? undefined : this.documents.openFile(uri, text, language);
  }

  private makeEnv(): object {
    return live(
      {
        language: () => this.env.language,
        uiKind: () => this.env.uiKind,
        remoteName: () => this.env.remoteName,
      },
      {
        uriScheme: 'vscode',
        clipboard: {
          readText: () => Promise.resolve(this.clipboard),
          writeText: (text: string) => {
            this.clipboard = text;
            this.copied.push(text);
            return Promise.resolve();
          },
        },
        openExternal: (uri: FakeUri) => {
          this.browsed.push(uri.toString());
          return Promise.resolve(true);
        },
      },
    );
  }

  private makeWorkspace(): object {
    return live(
      {
        isTrusted: () => this.trusted,
        workspaceFolders: () => this.folders,
        textDocuments: () => this.documents.open,
        fs: () => this.fileSystem.api,
      },
      {
        name: 'fernweh',
        createFileSystemWatcher: () => this.fileSystem.watch(this),
        findFiles: (include: string, exclude: string, most: number) =>
          Promise.resolve(this.finds?.(include, exclude, most) ?? []),
        getWorkspaceFolder: ({ path }: FakeUri) =>
          this.folders?.find(({ uri }) => path.startsWith(`${uri.path}/`)),
        asRelativePath: ({ path }: FakeUri) => {
          const folder = this.folders?.find(({ uri }) => path.startsWith(`${uri.path}/`));
          return path.slice(folder ? folder.uri.path.length + 1 : 0);
        },
        registerTextDocumentContentProvider: (scheme: string, provider: ContentProvider) => {
          this.contents.set(scheme, provider);
          return this.register('content provider');
        },
        registerFileSystemProvider: (scheme: string, provider: vscode.FileSystemProvider) => {
          this.textEditors.files.set(scheme, provider);
          return this.register(`files of ${scheme}`);
        },
        openTextDocument: async (wanted: FakeUri | { language?: string; content: string }) => {
          const file = wanted instanceof FakeUri ? await this.openFile(wanted) : undefined;
          if (file) return file;
          const { document, isNew } = this.documents.openText(wanted, (uri) => this.given(uri));
          if (isNew) this.tabs.push({ label: '', input: new classes.TabInputText(document.uri) });
          return document;
        },
        onDidChangeWorkspaceFolders: this.listen('folders', () => this.folderChanges),
        onDidOpenTextDocument: this.listen<FakeDocument>('document open', () => this.documents.opened),
        onDidChangeTextDocument: this.listen('document change', () => this.documents.changed),
        onDidChangeConfiguration: this.listen('configuration', () => this.documents.configured),
        onDidCloseTextDocument: this.listen<FakeDocument>('document close', () => this.documents.closed),
        onDidSaveTextDocument: this.listen<FakeDocument>('document save', () => this.documents.saved),
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
    );
  }
}
