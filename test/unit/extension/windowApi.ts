import type * as vscode from 'vscode';
import type { PickOptions, PickRow, ShownMessage } from './editorState';
import type { FakeDocument } from './fakeDocuments';
import { FakeInputBox } from './fakeInputBox';
import { live } from './live';
import { FakeProgress, type ProgressReport } from './fakeProgress';
import { FakeQuickPick, type FakeItem } from './fakeQuickPick';
import { FakeStatusBarItem } from './fakeStatusBarItem';
import { FakeTerminal } from './fakeTerminal';
import { FakeTreeView } from './fakeTreeView';
import type { FakeUri } from './fakeUri';
import type { FakeVscode } from './fakeVscode';
import { until } from '../support/until';

/** `vscode.window` of a fake editor. */
export function makeWindow(editor: FakeVscode): object {
  const item = (name: string) => ({ ...editor.register(name), show: () => undefined, hide: () => undefined });
  const quiet = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  return live(
    {
      activeTextEditor: () => editor.textEditors.active ?? editor.documents.active,
      visibleTextEditors: () => editor.textEditors.visible,
      terminals: () => editor.terminals,
    },
    {
      ...dialogs(editor),
      state: live({ focused: () => editor.focused }, {}),
      createOutputChannel: () => ({ ...item('output channel'), ...quiet }),
      createStatusBarItem: (id: unknown) => new FakeStatusBarItem(editor, id),
      createTreeView: (id: string, { treeDataProvider }: vscode.TreeViewOptions<unknown>) => {
        const view = new FakeTreeView(treeDataProvider, (name) => editor.register(`${name} of ${id}`));
        editor.treeViews.set(id, view);
        return view;
      },
      registerUriHandler: () => editor.register('URI handler'),
      onDidChangeWindowState: editor.listen('window state', () => editor.windowState),
      onDidChangeActiveTextEditor: editor.listen('active editor', () => editor.activeEditors),
      onDidChangeTextEditorVisibleRanges: editor.listen('scroll', () => editor.textEditors.scrolled),
      onDidChangeTextEditorSelection: editor.listen('selection', () => editor.textEditors.selected),
      createTextEditorDecorationType: (options: object) => ({ options, ...editor.register('decoration') }),
      onDidChangeVisibleTextEditors: editor.listen('visible editors', () => editor.documents.visible),
      showTextDocument: (document: FakeDocument, options: vscode.TextDocumentShowOptions = {}) => {
        const { uri, text } = document;
        editor.shownDocuments.push({ address: uri.toString(), text, options });
        editor.documents.shown = document;
        editor.edits?.(document);
        return Promise.resolve(editor.showFile(document) ?? {});
      },
      tabGroups: live(
        { all: () => [{ tabs: editor.tabs }] },
        {
          onDidChangeTabs: editor.listen('tabs', () => editor.tabChanges),
          close: (tabs: unknown[]) => {
            editor.tabs.splice(0, editor.tabs.length, ...editor.tabs.filter((tab) => !tabs.includes(tab)));
            return Promise.resolve(true);
          },
        },
      ),
      createTerminal: (options: { name?: string }) => {
        const terminal = new FakeTerminal(options, editor.terminals);
        editor.terminals.push(terminal);
        return terminal;
      },
      registerTerminalProfileProvider: (id: string, provider: { provideTerminalProfile: () => unknown }) => {
        editor.terminalProfiles.set(id, provider);
        return editor.register(`terminal profile ${id}`);
      },
    },
  );
}

/** Answers a pick that its owner fills as one with rows that do not change, once it has them. */
async function answerPick(editor: FakeVscode, pick: FakeQuickPick): Promise<void> {
  await until(() => !pick.busy || !pick.visible, 'the rows of a pick');
  if (!pick.visible) return;
  const options = { title: pick.title, placeHolder: pick.placeholder };
  editor.lists.push({ rows: pick.items, options });
  pick.answer(editor.chooses(pick.items, options) as FakeItem | undefined);
}

/** Everything that asks or tells the person something. */
function dialogs(editor: FakeVscode): object {
  const show =
    (severity: ShownMessage['severity']) =>
    async (text: string, ...rest: unknown[]) => {
      const [options] = rest as { detail?: string; modal?: boolean }[];
      // A button is its label, or an item that has one.
      const items = rest.filter((one) => typeof one === 'string' || 'title' in (one as object));
      const labelOf = (item: unknown) =>
        typeof item === 'string' ? item : (item as { title: string }).title;
      const buttons = items.map(labelOf);
      const message: ShownMessage = { text, severity, buttons, modal: options?.modal === true };
      editor.messages.push(text);
      editor.shownMessages.push(message);
      if (options?.detail !== undefined) editor.details.push(options.detail);
      const pressed = await (editor.answers ? editor.answers(message) : editor.presses);
      return items.find((item) => labelOf(item) === pressed);
    };
  return {
    showInformationMessage: show('info'),
    showWarningMessage: show('warning'),
    showErrorMessage: show('error'),
    showQuickPick: async (offered: PickRow[] | Promise<PickRow[]>, options: PickOptions) => {
      const rows = await offered;
      editor.lists.push({ rows, options });
      return editor.chooses(rows, options);
    },
    createInputBox: () => {
      const box = new FakeInputBox();
      editor.boxes.push(box);
      return box;
    },
    createQuickPick: () => {
      const pick = new FakeQuickPick();
      editor.picks.push(pick);
      if (editor.answersPicks) pick.onShow = () => answerPick(editor, pick);
      return pick;
    },
    showSaveDialog: (options: { title: string; defaultUri: FakeUri }) => {
      editor.saveDialogs.push(options);
      const { savesTo } = editor;
      return Promise.resolve(typeof savesTo === 'function' ? savesTo() : savesTo);
    },
    showOpenDialog: (options: (typeof editor.openDialogs)[number]) => {
      editor.openDialogs.push(options);
      const chosen = editor.opens.shift();
      return Promise.resolve(chosen && [chosen].flat());
    },
    withProgress: (
      options: { title?: string; location?: unknown; cancellable?: boolean },
      work: (progress: object, token: object) => unknown,
    ) => {
      const progress = new FakeProgress(options);
      editor.progresses.push(progress);
      const report = (said: ProgressReport) => {
        progress.reports.push(said);
        editor.reported?.(progress, said);
      };
      const working = work({ report }, progress.token);
      editor.begun?.(progress);
      if (!editor.afterProgress) return working;
      return Promise.resolve(working).then(async (result) => {
        await editor.afterProgress?.();
        return result;
      });
    },
  };
}
