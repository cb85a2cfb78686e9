import type * as vscode from 'vscode';
import { Emitter } from '../../../src/support/emitter';
import { FakeDocuments, type FakeDocument } from './fakeDocuments';
import type { FakeInputBox } from './fakeInputBox';
import type { FakeTool } from './fakeLanguageModels';
import type { FakeProgress, ProgressReport } from './fakeProgress';
import type { FakeQuickPick } from './fakeQuickPick';
import type { FakeStatusBarItem } from './fakeStatusBarItem';
import type { FakeTerminal } from './fakeTerminal';
import type { FakeTreeView } from './fakeTreeView';
import { FakeTextEditors } from './fakeTextEditors';
import type { FakeUri } from './fakeUri';

export type CommandCall = [command: string, ...args: unknown[]];

/** A message as it was shown. */
export interface ShownMessage {
  text: string;
  severity: 'info' | 'warning' | 'error';
  buttons: string[];
  modal: boolean;
}

/** A document as it was shown. */
export interface ShownDocument {
  address: string;
  text: string;
  options: vscode.TextDocumentShowOptions;
}

/** A row of a quick pick, as far as tests look at it. */
export interface PickRow {
  label: string;
  description?: string;
  detail?: string;
  iconPath?: { id: string };
  picked?: boolean;
}

/** What stands above the rows of a quick pick. */
export interface PickOptions {
  title: string;
  placeHolder: string;
  canPickMany?: boolean;
}

type Chosen = PickRow | PickRow[] | undefined;

/** What happened in a fake editor, and what the person before it does: as nobody has used it yet. */
export class EditorState {
  /** Every `executeCommand`, `setContext` included. */
  executed: CommandCall[] = [];
  /** What running a command does and gives, where it is one of the editor or of another part. */
  executes: ((...call: CommandCall) => unknown) | undefined;

  /** What messages say, oldest first. */
  messages: string[] = [];
  /** What modal messages say below their question. */
  details: string[] = [];
  /** The same messages with their buttons. */
  shownMessages: ShownMessage[] = [];
  /** Label of the button that is pressed on each message. */
  presses: string | undefined;
  /** Which button is pressed on a message, where that is not the same on each. */
  answers: ((message: ShownMessage) => string | undefined | Promise<string | undefined>) | undefined;
  /** What is in the status bar for a moment, oldest first. */
  statusBar: string[] = [];

  statusBarItems: FakeStatusBarItem[] = [];

  /** Every input box that was opened. */
  boxes: FakeInputBox[] = [];
  /** Every quick pick that its owner fills. */
  picks: FakeQuickPick[] = [];
  /** Every quick pick with rows that do not change. */
  lists: { rows: PickRow[]; options: PickOptions }[] = [];
  /** What is chosen in such a one; Esc where nothing is. */
  chooses: (rows: PickRow[], options: PickOptions) => Chosen = () => undefined;

  progresses: FakeProgress[] = [];
  /** Told of a progress when its work has begun. */
  begun: ((progress: FakeProgress) => void) | undefined;
  /** What happens once the work of a progress is done, before whoever began it goes on. */
  afterProgress: (() => unknown) | undefined;
  /** Told of what a progress says. */
  reported: ((progress: FakeProgress, report: ProgressReport) => void) | undefined;

  /** Every save dialog that was opened, and where the person has it save to. */
  saveDialogs: { title: string; defaultUri: FakeUri }[] = [];
  savesTo: FakeUri | (() => FakeUri | undefined) | undefined;
  /** Every open dialog, and the files that are chosen, each once; Esc when there is none. */
  openDialogs: { defaultUri?: FakeUri; filters: Record<string, string[]>; canSelectMany: boolean }[] = [];
  opens: (FakeUri | FakeUri[])[] = [];

  /** What is in the clipboard, and everything that was copied to it. */
  clipboard = '';
  copied: string[] = [];
  /** Addresses that were opened in the browser. */
  browsed: string[] = [];

  documents = new FakeDocuments();
  textEditors = new FakeTextEditors();
  shownDocuments: ShownDocument[] = [];
  /** What the person does with a text that is shown. */
  edits: ((document: FakeDocument) => void) | undefined;
  tabs: { label: string; input: unknown }[] = [];
  tabChanges = new Emitter<{ closed: unknown[] }>();
  /** The tree views, by their ids. */
  treeViews = new Map<string, FakeTreeView<unknown>>();

  terminals: FakeTerminal[] = [];
  terminalProfiles = new Map<string, { provideTerminalProfile: () => unknown }>();

  /** Values of settings, by their whole name. */
  configured = new Map<string, unknown>();
  /** What `inspect` tells of a setting. */
  settings = new Map<string, { defaultValue?: unknown; globalValue?: unknown; workspaceValue?: unknown }>();
  /** Every setting that was written, with its value and target. */
  updates: [name: string, value: unknown, target: number][] = [];

  env: { language: string; uiKind: number; remoteName?: string } = { language: 'en', uiKind: 2 };
  windowState = new Emitter<{ focused: boolean }>();
  focused = true;
  /** Whether the workspace is trusted. */
  trusted = true;
  folders: { uri: FakeUri; name?: string }[] | undefined;
  folderChanges = new Emitter<undefined>();
  activeEditors = new Emitter<undefined>();
  /** What a search of the workspace finds, by the pattern that it is for and the one that it leaves out. */
  finds: ((include: string, exclude: string, most: number) => FakeUri[] | Promise<FakeUri[]>) | undefined;
  /** What the git extension is. */
  git: unknown;

  /** Makes the registration of an authentication provider throw, as where another extension holds the id. */
  authenticationTaken = false;
  /** The tools for language models, by their ids. */
  tools = new Map<string, FakeTool>();
  /** What was registered as an MCP server definition provider, by its id. */
  mcpProviders = new Map<string, object>();
  /** Whether this editor knows MCP servers: absent from older ones, and refused where something is wrong. */
  mcpServers: 'known' | 'unknown' | 'refused' = 'known';
}
