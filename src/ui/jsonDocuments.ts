import * as vscode from 'vscode';
import { maskSecrets } from '../support/redact';
import { visibleText } from '../support/visibleText';

const SCHEME = 'appcircle-json';

/** Read-only JSON documents, their secrets masked by name. The content lives as long as the document is open. */
export class JsonDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly contents = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  /** The editor keeps a document for a while after its tab was closed, and would show the old content again. */
  readonly onDidChange = this.changes.event;
  private readonly subscription = vscode.Disposable.from(
    this.changes,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.contents.delete(uri.toString());
    }),
  );

  provideTextDocumentContent(uri: vscode.Uri): string {
    const gone = vscode.l10n.t('This was not kept when the editor closed. Open it again from its row.');
    return this.contents.get(uri.toString()) ?? `// ${gone}\n`;
  }

  /**
   * Opens a value in a preview editor. It belongs to an account (`owner`, the id of its credential) and goes with it;
   * `path` tells documents apart, its last part is the title.
   */
  async show(owner: string, path: string[], value: unknown): Promise<void> {
    const parts = [owner, ...path].map(fileNamePart);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${parts.join('/')}.json` });
    this.contents.set(uri.toString(), `${JSON.stringify(maskSecrets(value ?? null), undefined, 2)}\n`);
    this.changes.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  /** Forgets the documents of every other account, and closes their tabs (design 4.8). */
  async keepOnly(owners: readonly string[]): Promise<void> {
    const isForeign = (uri: vscode.Uri) => !owners.includes(uri.path.split('/')[1] ?? '');
    for (const name of [...this.contents.keys()]) {
      const uri = vscode.Uri.parse(name);
      if (isForeign(uri)) {
        this.contents.delete(name);
        this.changes.fire(uri);
      }
    }
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) =>
          input instanceof vscode.TabInputText && input.uri.scheme === SCHEME && isForeign(input.uri),
      );
    if (tabs.length > 0) {
      await vscode.window.tabGroups.close(tabs);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.contents.clear();
  }
}

/** A part of a path that any name from a server can be: no separators, nothing invisible, not too long. */
function fileNamePart(text: string): string {
  const clean = visibleText(text)
    .replace(/[/\\:*?"<>|]+/g, ' ')
    .trim();
  return clean.slice(0, 80) || '_';
}
