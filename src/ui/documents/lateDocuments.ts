import * as vscode from 'vscode';
import type { AccountDataRegistry } from '../../account/accountData';
import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/lazy';
import type { AccountDocuments } from './accountDocuments';

/** Whatever has read-only documents of accounts. */
export interface DocumentOwner extends vscode.Disposable {
  readonly documents: AccountDocuments;
}

/**
 * Read-only documents of a scheme, whose owner is loaded with the first of them (R30), or where the editor brought back
 * the tab of one after a restart: it says there that it is gone, and closes it with its account (rule 8).
 */
export class LateDocuments<T extends DocumentOwner> implements vscode.Disposable {
  /** The owner, once it was loaded. */
  current: T | undefined;
  /** The owner, loaded at the first call. */
  readonly load: () => Promise<T>;
  private readonly disposables = new Disposables();

  constructor(scheme: string, accountData: AccountDataRegistry, make: () => Promise<T>) {
    this.load = lazy(async () => {
      this.current = this.disposables.add(await make());
      return this.current;
    });
    this.disposables.add(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: async (uri) =>
          (await this.load()).documents.provideTextDocumentContent(uri),
      }),
    );
    this.disposables.add(
      accountData.add(async (retained) => {
        if (!this.current && hasTab(scheme)) {
          await (await this.load()).documents.retainAccounts(retained);
        }
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function hasTab(scheme: string): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      const { uri, original } = (input ?? {}) as Partial<vscode.TabInputText & vscode.TabInputTextDiff>;
      return (uri ?? original)?.scheme === scheme;
    }),
  );
}
