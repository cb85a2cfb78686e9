import * as vscode from 'vscode';
import type { AccountDataRegistry, RetainedAccounts } from '../../account/accountData';
import { visibleText } from '../../support/visibleText';

/**
 * Read-only documents that belong to accounts and go with them (rule 8). `goneText` stands in one that was not
 * kept, as after a restart of the editor.
 */
export class AccountDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly contents = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  /** The editor keeps a document for a while after its tab was closed, and would show the old content again. */
  readonly onDidChange = this.changes.event;
  private readonly subscription: vscode.Disposable;

  constructor(
    accountData: AccountDataRegistry,
    private readonly scheme: string,
    private readonly goneText: () => string,
  ) {
    this.subscription = vscode.Disposable.from(
      this.changes,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      accountData.add((retained) => this.retainAccounts(retained)),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.contents.get(uri.toString()) ?? this.goneText();
  }

  /**
   * Sets what a document shows. `credentialId` is that of the account; `path` tells documents apart, its last
   * part is the title.
   */
  set(credentialId: string, path: readonly string[], extension: string, text: string): vscode.Uri {
    const parts = [credentialId, ...path].map(fileNamePart);
    const uri = vscode.Uri.from({ scheme: this.scheme, path: `/${parts.join('/')}${extension}` });
    this.replace(uri, text);
    return uri;
  }

  /** Shows another text in a document that was set; its address and title stay. */
  replace(uri: vscode.Uri, text: string): void {
    this.contents.set(uri.toString(), text);
    this.changes.fire(uri);
  }

  /** The same for who opens it from now on. What is open stays as it is. */
  prepare(uri: vscode.Uri, text: string): void {
    this.contents.set(uri.toString(), text);
  }

  /** Those of an account whose paths begin so, and have this many parts more: 1 for those that differ in the title alone. */
  find(credentialId: string, path: readonly string[], more = 1): vscode.Uri[] {
    const start = `/${[credentialId, ...path].map(fileNamePart).join('/')}/`;
    return [...this.contents.keys()]
      .map((name) => vscode.Uri.parse(name))
      .filter((uri) => uri.path.startsWith(start) && uri.path.slice(start.length).split('/').length === more);
  }

  delete(uri: vscode.Uri): void {
    this.contents.delete(uri.toString());
    this.changes.fire(uri);
  }

  dispose(): void {
    this.subscription.dispose();
    this.contents.clear();
  }

  /** Forgets the documents of every other account, and closes their tabs. */
  async retainAccounts(retained: RetainedAccounts): Promise<void> {
    const isForeign = (uri: vscode.Uri) => !retained.hasCredential(uri.path.split('/')[1] ?? '');
    for (const name of [...this.contents.keys()]) {
      const uri = vscode.Uri.parse(name);
      if (isForeign(uri)) {
        this.delete(uri);
      }
    }
    const isOurs = (uri: vscode.Uri) => uri.scheme === this.scheme && isForeign(uri);
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) =>
          ((input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) &&
            isOurs(input.uri)) ||
          (input instanceof vscode.TabInputTextDiff && (isOurs(input.original) || isOurs(input.modified))),
      );
    if (tabs.length > 0) {
      await vscode.window.tabGroups.close(tabs);
    }
  }
}

/** A part of a path that any name from a server can be: no separators, nothing invisible, not too long. */
function fileNamePart(text: string): string {
  const clean = visibleText(text)
    .replace(/[/\\:*?"<>|]+/g, ' ')
    .trim();
  // Half a character, sent so or cut so, cannot be part of an address.
  return clean.slice(0, 80).replace(/\p{Surrogate}/gu, '\ufffd') || '_';
}
