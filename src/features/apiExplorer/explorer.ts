import * as vscode from 'vscode';
import type { AccountMemento } from '../../account/accountMemento';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { listMessage } from '../../ui/lists/listMessage';
import type { LoadedView } from '../../ui/lists/lazyView';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import type { ApiExplorerDeps } from './deps';
import { DescriptionCache } from './descriptions/descriptionCache';
import { Descriptions } from './descriptions/descriptions';
import { listNoticeText } from './descriptions/moduleText';
import { OperationCommands } from './operations/operationCommands';
import { OperationDocuments } from './operations/operationDocuments';
import { Operations } from './operations/operations';
import { RecentOperations } from './operations/recentOperations';
import { copyAs, type CopyForm } from './requests/copyAs';
import { DocumentOrigins } from './requests/documentOrigins';
import { clearHistory, showHistory } from './requests/historyPick';
import { PickedValues } from './requests/pickedValues';
import { RequestHistory } from './requests/requestHistory';
import { registerRequestEditing } from './requests/requestLenses';
import { requireRequestPlace } from './requests/requestPlace';
import { Sender } from './requests/sender';
import { compareResponses, runResponseAction, useValue } from './responses/responseActions';
import { ResponseDocuments } from './responses/responseDocuments';
import { registerResponseLenses } from './responses/responseLenses';
import type { ApiNode } from './tree/apiNodes';
import { ApiTree } from './tree/apiTree';
import { askOperationFilter } from './tree/askOperationFilter';
import type { TreeSettings } from './tree/treeSettings';

/** What is behind the view, with what is there of it before: how the tree is wanted, and what is remembered by account. */
export interface ExplorerDeps extends ApiExplorerDeps {
  settings: TreeSettings;
  history: AccountMemento;
  recent: AccountMemento;
}

/** All of the API Explorer but its view: loaded on first use, and built once in a window. */
export class Explorer implements LoadedView<ApiNode> {
  readonly rows: ApiTree;
  readonly operations: OperationCommands;
  private readonly disposables = new Disposables();
  private readonly descriptions: Descriptions;
  private readonly responses: ResponseDocuments;
  private readonly values = new PickedValues();
  private readonly history: RequestHistory;
  private readonly sender: Sender;

  constructor(
    private readonly deps: ExplorerDeps,
    private readonly tree: LazyTree<ApiNode>,
  ) {
    const { sessions, clientFor, accountData, settings, storage, extension } = deps;
    const { disposables, values } = this;
    const documents = disposables.add(new OperationDocuments(accountData));
    const cache = new DescriptionCache(storage);
    const descriptions = disposables.add(new Descriptions({ sessions, clientFor, cache, extension }));
    this.descriptions = descriptions;
    this.rows = new ApiTree(descriptions, sessions, () => settings.current);
    this.responses = disposables.add(new ResponseDocuments(accountData));
    this.history = new RequestHistory(deps.history);
    const operations = new Operations(descriptions, extension);
    this.sender = new Sender({
      sessions,
      clientFor,
      responses: this.responses,
      history: this.history,
      origins: disposables.add(new DocumentOrigins()),
      safe: () => operations.safe(),
    });
    const recent = new RecentOperations(deps.recent);
    this.operations = new OperationCommands({
      sessions,
      clientFor,
      descriptions,
      operations,
      documents,
      recent,
      values,
    });
    disposables.add(registerRequestEditing());
    disposables.add(registerResponseLenses(this.responses));
    disposables.add(
      accountData.add((retained) => {
        values.retainAccounts(retained);
        this.history.forgetTexts();
      }),
    );
    disposables.add(
      descriptions.onDidChange(() => {
        tree.setMessage(this.message());
        tree.renew();
      }),
    );
    disposables.add(
      settings.onDidChange(({ filter }) => {
        tree.showFilter(filter === '' ? undefined : vscode.l10n.t('filtered by "{0}"', filter));
        tree.renew();
      }),
    );
  }

  /** Sends the request at the cursor, or the one of a lens. Who signs in first may have closed its document meanwhile. */
  async send(argument: unknown): Promise<void> {
    const account = await ensureSignedIn(this.deps.sessions);
    const place = account && requireRequestPlace(argument);
    await (place && this.sender.sendAt(place));
  }

  copyAs(form: CopyForm, argument: unknown): Promise<void> {
    return copyAs(form, argument, this.deps.sessions);
  }

  runResponseAction(argument: unknown): Promise<void> {
    return runResponseAction(this.responses, this.sender, argument);
  }

  compareResponses(argument: unknown): Promise<void> {
    return compareResponses(this.responses, argument);
  }

  useValue(argument: unknown): Promise<void> {
    return useValue(argument, this.values, this.deps.sessions);
  }

  showHistory(): Promise<void> {
    return showHistory(this.history, this.deps.sessions);
  }

  clearHistory(): Promise<void> {
    return clearHistory(this.history, this.deps.sessions);
  }

  async askFilter(): Promise<void> {
    const { settings } = this.deps;
    const filter = await askOperationFilter(settings.current.filter);
    if (filter !== undefined) {
      settings.setFilter(filter);
    }
  }

  /** Asks for the descriptions again that are shown. */
  async refresh(): Promise<void> {
    const { list } = this.descriptions;
    if (this.deps.sessions.account && list.state.kind !== 'unknown') {
      await this.tree.showProgress(() => list.refresh());
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private message(): string | undefined {
    const { list, notice } = this.descriptions;
    const { state } = list;
    const isReady = state.kind === 'ready';
    const message = listMessage(state, isReady ? state.rows : [], (time, sentence) =>
      vscode.l10n.t('This list is from {0}. {1}', time, sentence),
    );
    return message ?? (isReady && notice ? listNoticeText(notice) : undefined);
  }
}
