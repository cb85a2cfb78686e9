import * as vscode from 'vscode';
import { Command } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { Disposable } from '../../support/emitter';
import { timeOfDay } from '../../ui/text/dates';
import { failureText } from '../../ui/failures/failureText';
import { ensureSignedIn } from '../../ui/signedIn';
import { runResponseAction, compareResponses, useValue } from './responses/responseActions';
import { registerResponseLenses } from './responses/responseLenses';
import { ResponseDocuments } from './responses/responseDocuments';
import type { ApiExplorerDeps, ExplorerCommand } from './apiExplorer';
import { ApiTree } from './tree/apiTree';
import type { ApiView } from './tree/apiView';
import { copyAs } from './requests/copyAs';
import { DescriptionCache } from './descriptions/descriptionCache';
import { Descriptions } from './descriptions/descriptions';
import { DocumentOrigins } from './requests/documentOrigins';
import { clearHistory, showHistory } from './requests/historyPick';
import { listNoticeText } from './descriptions/moduleText';
import { OperationCommands } from './operations/operationCommands';
import { OperationDocuments } from './operations/operationDocuments';
import { Operations } from './operations/operations';
import { PickedValues } from './requests/pickedValues';
import { RecentOperations } from './operations/recentOperations';
import { RequestHistory } from './requests/requestHistory';
import { registerRequestEditing } from './requests/requestLenses';
import { requireRequestPlace } from './requests/requestPlace';
import { Sender } from './requests/sender';
import { TreeSettings } from './tree/treeSettings';

/** All of the API Explorer but its view: loaded on first use, and built once in a window. */
export class Explorer implements Disposable {
  readonly tree: ApiTree;
  private readonly disposables = new Disposables();
  private readonly descriptions: Descriptions;
  private readonly documents: OperationDocuments;
  private readonly responses = this.disposables.add(new ResponseDocuments());
  private readonly values = new PickedValues();
  private readonly history: RequestHistory;
  private readonly sender: Sender;
  private readonly operations: OperationCommands;
  private readonly treeSettings: TreeSettings;

  constructor(
    private readonly deps: ApiExplorerDeps,
    private readonly view: ApiView,
  ) {
    const { sessions, clientFor, memento, storage, extension } = deps;
    this.documents = this.disposables.add(new OperationDocuments(sessions));
    const cache = new DescriptionCache(storage);
    this.descriptions = this.disposables.add(new Descriptions({ sessions, clientFor, cache, extension }));
    this.treeSettings = new TreeSettings(memento, view);
    this.tree = new ApiTree(this.descriptions, sessions, () => this.treeSettings.current);
    this.history = new RequestHistory(memento);
    const operations = new Operations(this.descriptions, extension);
    const origins = this.disposables.add(new DocumentOrigins());
    this.sender = new Sender({
      sessions,
      clientFor,
      responses: this.responses,
      history: this.history,
      origins,
      safe: () => operations.safe(),
    });
    this.operations = new OperationCommands({
      sessions,
      clientFor,
      descriptions: this.descriptions,
      operations,
      documents: this.documents,
      recent: new RecentOperations(memento),
      values: this.values,
    });
    this.disposables.add(registerRequestEditing());
    this.disposables.add(registerResponseLenses(this.responses));
    this.disposables.add(
      this.descriptions.onDidChange(() => {
        this.view.view.message = this.message() ?? '';
        this.view.renew();
      }),
    );
  }

  /** Runs a command of the explorer. */
  run(command: ExplorerCommand, argument: unknown): unknown {
    const { sessions } = this.deps;
    switch (command) {
      case Command.goToOperation:
        return this.operations.goTo();
      case Command.showOperation:
        return this.operations.show(argument);
      case Command.newRequest:
        return this.operations.newRequest(argument);
      case Command.copyOperationPath:
        return this.operations.copyPath(argument);
      case Command.pickRequestValue:
        return this.operations.pickValue(argument);
      case Command.openApiDescription:
        return this.operations.openFile();
      case Command.closeApiDescription:
        this.operations.closeFile(argument);
        return undefined;
      case Command.filterOperations:
        return this.treeSettings.askFilter();
      case Command.clearOperationFilter:
        this.treeSettings.setFilter('');
        return undefined;
      case Command.groupOperationsByPath:
        return this.treeSettings.setGrouping('path');
      case Command.groupOperationsByTag:
        return this.treeSettings.setGrouping('tag');
      case Command.sendRequest:
        return this.send(argument);
      case Command.copyRequestAsCurl:
        return copyAs('curl', argument, sessions);
      case Command.copyRequestAsPowerShell:
        return copyAs('powershell', argument, sessions);
      case Command.copyRequestAsFetch:
        return copyAs('fetch', argument, sessions);
      case Command.runAnswerAction:
        return runResponseAction(this.responses, this.sender, argument);
      case Command.useAnswerValue:
        return useValue(argument, this.values, sessions);
      case Command.compareAnswers:
        return compareResponses(this.responses, argument);
      case Command.showRequestHistory:
        return showHistory(this.history, sessions);
      case Command.clearRequestHistory:
        return clearHistory(this.history, sessions);
    }
  }

  /** Asks for the descriptions again that are shown. The view's progress shows before anything is sent (R8). */
  async refresh(): Promise<void> {
    if (this.deps.sessions.account && this.descriptions.list.state.kind !== 'unknown') {
      await vscode.window.withProgress({ location: { viewId: this.view.id } }, () =>
        this.descriptions.list.refresh().then(
          () => undefined,
          () => undefined,
        ),
      );
    }
  }

  /** Forgets what belongs to any other credential (rule 8). */
  async retainAccounts(credentialIds: readonly string[]): Promise<void> {
    const { accounts, sessions } = this.deps;
    const all = [...accounts.known, ...(sessions.account ? [sessions.account] : [])];
    this.values.retainAccounts(all.map(({ id }) => id));
    await Promise.all([
      this.history.retainAccounts(credentialIds),
      this.responses.retainAccounts(credentialIds),
      this.documents.retainAccounts(credentialIds),
    ]);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async send(argument: unknown): Promise<void> {
    // Who signs in first may have closed the document meanwhile, or typed on.
    const account = await ensureSignedIn(this.deps.sessions);
    const place = account && requireRequestPlace(argument);
    await (place && this.sender.sendAt(place));
  }

  private message(): string | undefined {
    const { state } = this.descriptions.list;
    if (state.kind === 'failed') {
      return failureText(state.failure).sentence;
    }
    const { notice } = this.descriptions;
    if (state.kind !== 'ready') {
      return undefined;
    }
    if (state.stale && state.stale.kind !== 'cancelled') {
      return vscode.l10n.t(
        'This list is from {0}. {1}',
        timeOfDay(state.loadedAt),
        failureText(state.stale).sentence,
      );
    }
    return notice && listNoticeText(notice);
  }
}
