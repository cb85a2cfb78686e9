import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { SessionStore } from '../../../src/account/sessionStore';
import type * as AskTexts from '../../../src/ui/dialogs/askText';
import type * as Notifications from '../../../src/ui/dialogs/notifications';
import type * as Picks from '../../../src/ui/dialogs/picks';
import type * as SaveDialogs from '../../../src/ui/dialogs/saveDialog';
import type * as CancellableProgress from '../../../src/ui/dialogs/withCancellableProgress';
import type * as WindowProgress from '../../../src/ui/dialogs/withWindowProgress';
import type * as Comparisons from '../../../src/ui/documents/compareDocuments';
import type * as Hints from '../../../src/ui/documents/hints';
import type * as Lenses from '../../../src/ui/documents/lenses';
import type * as Outlines from '../../../src/ui/documents/outline';
import type * as QuickFixes from '../../../src/ui/documents/quickFixes';
import type * as SuggestionList from '../../../src/ui/documents/suggestions';
import type * as LazyTrees from '../../../src/ui/lists/lazyTree';
import type * as StatusBars from '../../../src/ui/statusBar';
import type * as StatusBarEntries from '../../../src/ui/statusBarEntry';
import type { FakeTreeView } from '../extension/fakeTreeView';
import { FakeUri } from '../extension/fakeUri';
import type { LoadedEditor } from '../support/useEditor';
import { accounts } from './lists/listFixture';

/** A place where the product shows texts, and what the editor makes of some of them there. */
export interface Place {
  readonly makesLinks?: true;
  readonly drawsIcons?: true;
  /** Shows a text there, and gives everything that the editor was told. */
  readonly show: (text: string) => unknown[] | Promise<unknown[]>;
}

/** Every place, but for Markdown, by its name. */
export function placesOf(editor: LoadedEditor): Record<string, Place> {
  const { showInformation, showWarning, showError, askInModal } = editor.load(
    'ui/dialogs/notifications',
  ) as typeof Notifications;
  const { withCancellableProgress } = editor.load(
    'ui/dialogs/withCancellableProgress',
  ) as typeof CancellableProgress;
  const { withWindowProgress } = editor.load('ui/dialogs/withWindowProgress') as typeof WindowProgress;
  const { showPick, createPick } = editor.load('ui/dialogs/picks') as typeof Picks;
  const { askForPath } = editor.load('ui/dialogs/saveDialog') as typeof SaveDialogs;
  const { makeHint } = editor.load('ui/documents/hints') as typeof Hints;
  const { makeLens } = editor.load('ui/documents/lenses') as typeof Lenses;
  const { compareDocuments } = editor.load('ui/documents/compareDocuments') as typeof Comparisons;
  const { showStatus } = editor.load('ui/statusBar') as typeof StatusBars;
  const { StatusBarEntry } = editor.load('ui/statusBarEntry') as typeof StatusBarEntries;
  const { makeSymbol } = editor.load('ui/documents/outline') as typeof Outlines;
  const { makeQuickFix } = editor.load('ui/documents/quickFixes') as typeof QuickFixes;
  const { makeSuggestion } = editor.load('ui/documents/suggestions') as typeof SuggestionList;
  const { CompletionItemKind, SymbolKind } = editor.api as typeof vscode;
  const range = {} as vscode.Range;
  const uri = FakeUri.file('/x') as unknown as vscode.Uri;
  const labelOf = (text: string) =>
    makeSuggestion({
      label: text,
      detail: text,
      kind: CompletionItemKind.Text,
      snippet: '',
      filterText: '',
      sortText: '',
      range: { inserting: range, replacing: range },
    }).label as vscode.CompletionItemLabel;
  return {
    notification: {
      makesLinks: true,
      show: (text) => {
        void showInformation(text);
        void showWarning(text);
        void showError(text);
        return editor.messages.slice(-3);
      },
    },
    modal: {
      makesLinks: true,
      show: (text) => {
        void askInModal(text, [text]);
        return [editor.messages.at(-1), editor.details.at(-1)];
      },
    },
    button: {
      show: (text) => {
        void showError('m', text);
        return editor.shownMessages.at(-1)?.buttons ?? [];
      },
    },
    'progress that can be cancelled': {
      makesLinks: true,
      drawsIcons: true,
      show: async (text) => {
        await withCancellableProgress(text, (_, progress) => {
          progress.report({ message: text });
          return Promise.resolve();
        });
        const shown = editor.progresses.at(-1);
        return [shown?.title, shown?.reports[0]?.message];
      },
    },
    'progress in the status bar': {
      drawsIcons: true,
      show: async (text) => {
        await withWindowProgress(text, () => Promise.resolve());
        return [editor.progresses.at(-1)?.title];
      },
    },
    box: { makesLinks: true, drawsIcons: true, show: (text) => showBox(editor, text) },
    'title and placeholder of a box': {
      show: async (text) => {
        await showBox(editor, text);
        const { title, placeholder } = editor.boxes.at(-1) ?? assert.fail();
        return [title, placeholder];
      },
    },
    'row of a pick': {
      drawsIcons: true,
      show: async (text) => {
        const row = { label: text, description: text, detail: text };
        await showPick([row], { title: 't', placeHolder: 'p' });
        await showPick(Promise.resolve([row]), { title: 't', placeHolder: 'p' });
        const pick = createPick();
        pick.items = [row];
        pick.dispose();
        const shown = editor.lists.slice(-2).flatMap(({ rows }) => rows);
        return [...shown, ...(editor.picks.at(-1)?.items ?? [])].flatMap((one): unknown[] =>
          Object.values(one),
        );
      },
    },
    'title and placeholder of a pick': {
      show: async (text) => {
        await showPick([], { title: text, placeHolder: text });
        const pick = createPick();
        pick.title = text;
        pick.placeholder = text;
        pick.dispose();
        const { title, placeHolder } = editor.lists.at(-1)?.options ?? assert.fail();
        return [title, placeHolder, editor.picks.at(-1)?.title, editor.picks.at(-1)?.placeholder];
      },
    },
    'status bar': {
      drawsIcons: true,
      show: (text) => {
        showStatus(text);
        const entry = new StatusBarEntry('name');
        const tooltip = {} as vscode.MarkdownString;
        entry.show({ icon: 'pass', text, tooltip, spoken: text, command: 'c', warns: false });
        entry.dispose();
        const ours = editor.statusBarItems.at(-1)?.text?.replace(/^\$\(pass\) /, '');
        return [editor.statusBar.at(-1), ours];
      },
    },
    lens: {
      drawsIcons: true,
      show: (text) => {
        const titles = [makeLens(range, { title: text }), makeLens(range, { title: text, icon: 'search' })];
        return titles.map(({ command }) => command?.title.replace(/^\$\(search\)\u00a0/, ''));
      },
    },
    hint: {
      show: (text) => {
        const { label, tooltip } = makeHint({} as vscode.Position, { text, tooltip: text });
        return [label, tooltip];
      },
    },
    outline: {
      show: (text) => {
        const { name, detail } = makeSymbol({
          name: text,
          detail: text,
          kind: SymbolKind.Function,
          range,
          selection: range,
        });
        return [name, detail];
      },
    },
    'list of suggestions': {
      drawsIcons: true,
      show: (text) => [labelOf(text).label],
    },
    'beside a suggestion': {
      show: (text) => [labelOf(text).description],
    },
    'list of quick fixes': {
      show: (text) => [
        makeQuickFix(uri, { title: text, edits: [], diagnostics: [], isPreferred: false }).title,
      ],
    },
    tree: { show: (text) => showInTree(editor, text) },
    'title of a comparison': {
      show: async (text) => {
        await compareDocuments(uri, uri, text);
        return [editor.executed.at(-1)?.at(-1)];
      },
    },
    'title of a Save dialog': {
      show: async (text) => {
        await askForPath(text, 'name.txt');
        return [editor.saveDialogs.at(-1)?.title];
      },
    },
  };
}

/** What a box asks, and what it says while somebody types and after Enter. */
async function showBox(editor: LoadedEditor, text: string): Promise<unknown[]> {
  const { askText } = editor.load('ui/dialogs/askText') as typeof AskTexts;
  const answer = askText({
    title: text,
    prompt: text,
    placeholder: text,
    validate: () => ({ severity: 'warning', text }),
    accept: () => Promise.resolve({ refused: text }),
  });
  const box = editor.boxes.at(-1) ?? assert.fail();
  box.type('a');
  const typed = box.validationMessage?.message;
  const refused = await editor.refusal(box, 'a');
  box.hide();
  await answer;
  return [box.prompt, typed, refused];
}

/** What a row says, and what stands above and beside the rows. */
async function showInTree(editor: LoadedEditor, text: string): Promise<unknown[]> {
  const { LazyTree } = editor.load('ui/lists/lazyTree') as typeof LazyTrees;
  const { TreeItem } = editor.api as typeof vscode;
  const sessions = new SessionStore();
  sessions.setSignedIn(accounts[0]);
  const parts = { description: text, tooltip: text, accessibilityInformation: { label: text } };
  const rows = {
    children: () => Promise.resolve([text]),
    item: () => Object.assign(new TreeItem(text), parts),
  };
  const tree = new LazyTree<string>('appcircle.distribution', sessions, () => Promise.resolve(rows));
  const view = editor.treeViews.get('appcircle.distribution') as FakeTreeView<string>;
  const [item] = await view.items();
  tree.setMessage(text);
  tree.showFilter(text);
  tree.dispose();
  const { label, description, tooltip, accessibilityInformation } = item ?? assert.fail();
  const lines = (tooltip as string).replaceAll('\n', ' ');
  return [label, description, lines, accessibilityInformation?.label, view.message, view.description];
}
