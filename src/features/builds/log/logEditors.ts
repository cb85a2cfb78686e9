import * as vscode from 'vscode';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { Landing, type LandingPlace } from './landing';
import type { LogDocument } from './logDocument';
import { LogPainter } from './logPainter';
import type { OpenLogs } from './openLogs';

/**
 * What happens in the editors of logs: colors of what is visible, following, going to the failure, and the end of every
 * request when the last tab of a log was closed.
 */
export class LogEditors implements Disposable {
  private readonly disposables = new Disposables();
  private readonly painter = this.disposables.add(new LogPainter());
  private readonly landings = new WeakMap<LogDocument, Landing>();
  /** Opened by us, and in no tab yet. */
  private readonly opening = new Map<LogDocument, number>();

  constructor(private readonly logs: OpenLogs) {
    const { disposables } = this;
    disposables.add(
      vscode.Disposable.from(
        vscode.workspace.onDidOpenTextDocument((document) => {
          logs.find(document.uri)?.handleOpen(document);
        }),
        vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
          if (closed.length > 0) {
            this.closeUnseen();
          }
        }),
        vscode.window.onDidChangeVisibleTextEditors((editors) => {
          for (const editor of editors) {
            this.showIn(editor);
          }
        }),
        vscode.window.onDidChangeTextEditorVisibleRanges((event) => {
          logs.find(event.textEditor.document.uri)?.following.handleScroll(event);
          this.paint(event.textEditor);
        }),
        vscode.window.onDidChangeTextEditorSelection((event) => {
          logs.find(event.textEditor.document.uri)?.following.handleSelection(event);
        }),
      ),
    );
    disposables.add(
      logs.onDidChange((document) => {
        this.landingOf(document).update();
        for (const editor of document.editors) {
          this.paint(editor);
        }
      }),
    );
  }

  /** Once it is there, this place of it is gone to, unless the reader goes elsewhere meanwhile. */
  landAt(document: LogDocument, place: LandingPlace): void {
    this.landings.set(document, new Landing(document, place));
  }

  /** Does what ends with the document in a tab: until then it is not taken for one that was closed. */
  async keepOpen<T>(document: LogDocument, work: () => Promise<T>): Promise<T> {
    this.opening.set(document, (this.opening.get(document) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const left = (this.opening.get(document) ?? 0) - 1;
      if (left > 0) {
        this.opening.set(document, left);
      } else {
        this.opening.delete(document);
      }
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private landingOf(document: LogDocument): Landing {
    const landing = this.landings.get(document) ?? new Landing(document);
    this.landings.set(document, landing);
    return landing;
  }

  /** The editor of a tab that was hidden is a new one, without colors. */
  private showIn(editor: vscode.TextEditor): void {
    const document = this.logs.find(editor.document.uri);
    if (document) {
      this.paint(editor);
      document.following.reveal();
      this.landingOf(document).update();
    }
  }

  private paint(editor: vscode.TextEditor): void {
    const document = this.logs.find(editor.document.uri);
    if (document) {
      this.painter.paint(editor, document.text);
    }
  }

  private closeUnseen(): void {
    const shown = new Set(
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .flatMap(({ input }) =>
          input instanceof vscode.TabInputText
            ? [input.uri]
            : input instanceof vscode.TabInputTextDiff
              ? [input.original, input.modified]
              : [],
        )
        .map((uri) => uri.toString()),
    );
    this.logs.forget((document) => !shown.has(document.uri.toString()) && !this.opening.has(document));
  }
}
