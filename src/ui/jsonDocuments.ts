import * as vscode from 'vscode';
import { maskSecrets } from '../support/redact';
import { visibleText } from '../support/visibleText';

const SCHEME = 'appcircle-json';

/** Read-only JSON documents, their secrets masked by name. The content lives as long as the document is open. */
export class JsonDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly contents = new Map<string, string>();
  private readonly subscription = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.contents.delete(uri.toString());
    }),
  );

  provideTextDocumentContent(uri: vscode.Uri): string {
    const gone = vscode.l10n.t('This was not kept when the editor closed. Open it again from its row.');
    return this.contents.get(uri.toString()) ?? `// ${gone}\n`;
  }

  /** Opens a value in a preview editor. `path` tells documents apart, its last part is the title. */
  async show(path: string[], value: unknown): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path.map(fileNamePart).join('/')}.json` });
    this.contents.set(uri.toString(), `${JSON.stringify(maskSecrets(value), undefined, 2)}\n`);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
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
