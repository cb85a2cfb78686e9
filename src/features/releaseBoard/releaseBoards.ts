import * as vscode from 'vscode';
import { currentScope, type CommandScope } from '../../account/commandScope';
import { isFailure, mayHavePassed } from '../../api/failure';
import { Command, ReleaseBoardScheme, type CommandId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { showWarning } from '../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../ui/dialogs/withCancellableProgress';
import { AccountDocuments } from '../../ui/documents/accountDocuments';
import type { DocumentOwner } from '../../ui/documents/lateDocuments';
import { PAGE_ENDING, showPage } from '../../ui/documents/showPage';
import { beginCommand } from '../../ui/ensureSignedIn';
import type { Board } from './board';
import { boardMarkdown, boardTitle } from './boardMarkdown';
import { boardSourceOf } from './boardSource';
import { boardSteps } from './boardSteps';
import { chooseApp } from './chooseApp';
import type { ReleaseBoardDeps } from './deps';
import { loadBoard } from './loadBoard';

/** The release boards of a window: pages, what is on them, and what their buttons do. */
export class ReleaseBoards implements DocumentOwner {
  readonly documents: AccountDocuments;
  /** What is on each page, by its address. It goes with its account. */
  private readonly boards = new Map<string, Board>();
  private readonly disposables = new Disposables();
  private readonly closing = new AbortController();

  constructor(private readonly deps: ReleaseBoardDeps) {
    const { accountData, refreshes } = deps;
    this.documents = this.disposables.add(
      new AccountDocuments(accountData, ReleaseBoardScheme, () =>
        vscode.l10n.t('This page is no longer available. Open it again from the view.'),
      ),
    );
    this.disposables.add(
      accountData.add((retained) => {
        for (const name of this.boards.keys()) {
          if (!retained.hasCredential(credentialIn(vscode.Uri.parse(name)))) {
            this.boards.delete(name);
          }
        }
      }),
    );
    this.disposables.add(
      refreshes.add(
        { refresh: () => this.refresh(), retryFailed: () => this.refresh(hasFailed) },
        () => undefined,
      ),
    );
  }

  /** Runs a command of boards: on a row of a view, on the address of a page, or on nothing. */
  run(id: CommandId, argument: unknown): Promise<void> {
    return id === Command.showReleaseBoard ? this.show(argument) : this.takeStep(id, argument);
  }

  dispose(): void {
    this.closing.abort();
    this.disposables.dispose();
  }

  private async show(argument: unknown): Promise<void> {
    const scope = await beginCommand(this.deps);
    const app = scope && (await chooseApp(scope, boardSourceOf(argument)));
    if (!scope || !app || !scope.isCurrent()) {
      return;
    }
    const board = await withCancellableProgress(
      vscode.l10n.t('Loading the release board of {0}…', app.name),
      (signal) => loadBoard(scope.client, app, AbortSignal.any([signal, this.closing.signal])),
    );
    if (scope.isCurrent()) {
      const path = [app.platform, app.id, boardTitle(app)];
      const { credentialId } = scope.account;
      const uri = this.documents.set(credentialId, path, PAGE_ENDING, boardMarkdown(board));
      this.boards.set(uri.toString(), board);
      await showPage(uri);
    }
  }

  /** The next step of a column, by the command of the feature that has it. What it changed is on the board then. */
  private async takeStep(id: CommandId, argument: unknown): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : activePage();
    const board = uri && this.boards.get(uri.toString());
    if (!uri || !board) {
      return this.show(undefined);
    }
    const scope = currentScope(this.deps);
    if (scope?.account.credentialId !== credentialIn(uri)) {
      void showWarning(vscode.l10n.t('This page belongs to another account. Switch back to that account.'));
      return;
    }
    const step = boardSteps[id]?.(board);
    if (typeof step === 'string') {
      void showWarning(step);
    } else if (step) {
      await vscode.commands.executeCommand(step.command, step.row);
      await this.renew(uri, board, scope);
    }
  }

  /** Asks again for the boards of the active account that are open. */
  private async refresh(isWanted: (board: Board) => boolean = () => true): Promise<void> {
    const scope = currentScope(this.deps);
    const open = scope ? openPages() : [];
    for (const uri of open) {
      const board = this.boards.get(uri.toString());
      if (scope && board && credentialIn(uri) === scope.account.credentialId && isWanted(board)) {
        await this.renew(uri, board, scope);
      }
    }
  }

  /** Shows a board as it is now; what failed is said in its column. */
  private async renew(uri: vscode.Uri, before: Board, scope: CommandScope): Promise<void> {
    try {
      const board = await loadBoard(scope.client, before.app, this.closing.signal, before);
      if (scope.isCurrent() && this.boards.has(uri.toString())) {
        this.boards.set(uri.toString(), board);
        this.documents.replace(uri, boardMarkdown(board));
      }
    } catch (error) {
      if (!isFailure(error, 'cancelled')) {
        throw error;
      }
    }
  }
}

/** Whether a column failed in a way that may have passed. */
function hasFailed({ build, distribution, publish, store }: Board): boolean {
  return [build, distribution, publish, store].some(
    (column) => column.kind === 'failed' && mayHavePassed(column.failure),
  );
}

function credentialIn({ path }: vscode.Uri): string {
  return path.split('/')[1] ?? '';
}

function activePage(): vscode.Uri | undefined {
  return pageIn(vscode.window.tabGroups.all.find(({ isActive }) => isActive)?.activeTab);
}

function openPages(): vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap((tab) => pageIn(tab) ?? []));
}

function pageIn(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const { uri } = (tab?.input ?? {}) as Partial<vscode.TabInputCustom>;
  return uri?.scheme === ReleaseBoardScheme ? uri : undefined;
}
