import * as vscode from 'vscode';
import type { AccountMemento } from '../../account/accountMemento';
import { Disposables } from '../../support/disposables';
import type { LazyTree } from '../../ui/lists/lazyTree';
import { failureIn, listMessage } from '../../ui/lists/listMessage';
import { mayHavePassed } from '../../api/failure';
import type { LoadedView } from '../../ui/lists/lazyView';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import type { CommandId } from '../../contributions';
import type { ApiExplorerDeps } from './deps';
import { explorerCommands, operationRows, operationsOnSelection } from './explorerCommands';
import { registerRequestAssistance } from './assist/registerAssistance';
import { DescriptionCache } from './descriptions/descriptionCache';
import { Descriptions, type ListNotice } from './descriptions/descriptions';
import { listNoticeText } from './descriptions/moduleText';
import { FlowCommands } from './flows/flowCommands';
import { NamedResponses } from './flows/namedResponses';
import { sendAt } from './flows/sendAt';
import { SendResults } from './flows/sendResults';
import { registerRequestHints } from './flows/requestHints';
import { OperationCommands } from './operations/operationCommands';
import { OperationDocuments } from './operations/operationDocuments';
import { Operations } from './operations/operations';
import { RecentOperations } from './operations/recentOperations';
import { DescribedRequests } from './language/describedRequests';
import { registerRequestLanguage } from './language/registerLanguage';
import { DocumentOrigins } from './requests/documentOrigins';
import { clearHistory, showHistory } from './requests/historyPick';
import { RequestHistory } from './requests/requestHistory';
import { RequestValues } from './requests/requestValues';
import { registerRequestEditing } from './requests/requestLenses';
import { requireRequestPlace } from './requests/requestPlace';
import { Sender, type SenderDeps } from './requests/sender';
import { WriteNotices } from './requests/writeNotices';
import { compareResponses, runResponseAction, useValue } from './responses/responseActions';
import { ResponseDocuments } from './responses/responseDocuments';
import { registerResponseLenses } from './responses/responseLenses';
import { TransferCommands } from './transfer/transferCommands';
import type { ApiNode } from './tree/apiNodes';
import { ApiTree } from './tree/apiTree';
import { askOperationFilter } from './tree/askOperationFilter';
import type { TreeSettings } from './tree/treeSettings';

/** What is behind the view, with what is there of it before: how the tree is wanted, and what is remembered by account. */
export interface ExplorerDeps extends ApiExplorerDeps {
  settings: TreeSettings;
  history: AccountMemento;
  recent: AccountMemento;
  values: AccountMemento;
}

/** All of the API Explorer but its view: loaded on first use, and built once in a window. */
export class Explorer implements LoadedView<ApiNode> {
  readonly rows: ApiTree;
  readonly rowMeanings = operationRows;
  readonly onSelection = operationsOnSelection;
  readonly operations: OperationCommands;
  readonly settings: TreeSettings;
  readonly flows: FlowCommands;
  readonly transfers: TransferCommands;
  private readonly disposables = new Disposables();
  private readonly descriptions: Descriptions;
  private readonly responses: ResponseDocuments;
  private readonly values: RequestValues;
  private readonly history: RequestHistory;
  private readonly sending: SenderDeps;
  private readonly sender: Sender;

  constructor(
    private readonly deps: ExplorerDeps,
    private readonly tree: LazyTree<ApiNode>,
  ) {
    const { sessions, clientFor, accountData, settings, storage, extension } = deps;
    const { disposables } = this;
    const named = disposables.add(new NamedResponses());
    const values = new RequestValues(deps.values);
    this.values = values;
    this.settings = settings;
    const documents = disposables.add(new OperationDocuments(accountData));
    const cache = new DescriptionCache(storage);
    const descriptions = disposables.add(new Descriptions({ sessions, clientFor, cache, extension }));
    this.descriptions = descriptions;
    this.rows = new ApiTree(descriptions, sessions, () => settings.current);
    this.responses = disposables.add(new ResponseDocuments(accountData, deps.redactor));
    this.history = new RequestHistory(deps.history);
    const operations = new Operations(descriptions, extension);
    const origins = disposables.add(new DocumentOrigins());
    const notices = disposables.add(new WriteNotices(deps.refreshes));
    this.sending = {
      sessions,
      clientFor,
      responses: this.responses,
      history: this.history,
      origins,
      safe: () => operations.safe(),
      notices,
      values,
      named,
    };
    this.sender = new Sender(this.sending);
    const results = disposables.add(new SendResults(accountData));
    this.flows = new FlowCommands({ ...this.sending, results }, this.sender);
    this.transfers = new TransferCommands({ ...this.sending, descriptions, extension, redactor: deps.redactor });
    const recent = new RecentOperations(deps.recent);
    this.operations = new OperationCommands({
      sessions,
      clientFor,
      descriptions,
      operations,
      documents,
      recent,
      values,
      origins,
    });
    const valueOf = (name: string) => sessions.account && values.picked(sessions.account.id, name);
    const onDidChange = (listener: () => void) =>
      vscode.Disposable.from(values.onDidChange(listener), sessions.onDidChange(listener));
    disposables.add(registerRequestEditing({ valueOf, onDidChange }));
    disposables.add(registerRequestHints({ sessions, values, named, redactor: deps.redactor }));
    disposables.add(
      registerRequestLanguage({
        base: () => sessions.account?.hosts.api,
        described: new DescribedRequests(descriptions),
        onDidChange: descriptions.onDidChange,
      }),
    );
    disposables.add(registerRequestAssistance({ sessions, clientFor, accountData, descriptions, origins }));
    disposables.add(registerResponseLenses(this.responses));
    disposables.add(
      accountData.add((retained) => {
        values.retainAccounts(retained);
        named.retainAccounts(retained);
        this.history.forgetTexts();
      }),
    );
    disposables.add(
      descriptions.onDidChange(() => {
        this.rows.forgetReach();
        this.show();
      }),
    );
    disposables.add(
      this.rows.onDidChangeReach(() => {
        this.show();
      }),
    );
    disposables.add(
      settings.onDidChange(({ filter }) => {
        tree.showFilter(filter === '' ? undefined : vscode.l10n.t('filtered by "{0}"', filter));
        tree.renew();
      }),
    );
  }

  /** Runs one of the commands of the view. */
  run(id: CommandId, argument: unknown): unknown {
    return explorerCommands[id]?.(this, argument);
  }

  /** Sends the request at the cursor, or the one of a lens. Who signs in first may have closed its document meanwhile. */
  async send(argument: unknown): Promise<void> {
    const account = await ensureSignedIn(this.deps.sessions);
    const place = account && requireRequestPlace(argument);
    await (place && sendAt(this.sender, this.sending, place));
  }

  runResponseAction(argument: unknown): Promise<void> {
    return runResponseAction(this.responses, this.sender, argument, async (shown) => {
      const { followTask } = await import('./flows/followTask');
      await followTask(this.sending, shown);
    });
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
    const filter = await askOperationFilter(this.settings.current.filter);
    if (filter !== undefined) {
      this.settings.setFilter(filter);
    }
  }

  /** Asks for the descriptions again that are shown. */
  async refresh(): Promise<void> {
    const { list } = this.descriptions;
    if (this.deps.sessions.account && list.state.kind !== 'unknown') {
      await this.tree.showProgress(() => list.refresh());
    }
  }

  /** Asks for them again where some failed, or old ones stand for them. */
  async retryFailed(): Promise<void> {
    const { list } = this.descriptions;
    const failure = failureIn(list.state);
    if ((failure && mayHavePassed(failure)) || this.notice?.kind === 'stale' || this.rows.failure) {
      await this.refresh();
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private show(): void {
    const failure = failureIn(this.descriptions.list.state) ?? this.rows.failure;
    this.tree.setMessage(this.message(), failure !== undefined);
    this.tree.renew();
  }

  /** What is said of the list: that it is old comes first, be it a part of it only. */
  private get notice(): ListNotice | undefined {
    const { notice } = this.descriptions;
    return notice?.kind === 'stale' ? notice : (this.rows.notice ?? notice);
  }

  private message(): string | undefined {
    const { notice } = this;
    const { state } = this.descriptions.list;
    const isReady = state.kind === 'ready';
    const message = listMessage(
      state,
      isReady ? state.rows : [],
      (time, sentence) => vscode.l10n.t('Last updated {0}. {1}', time, sentence),
      this.rows.failure,
    );
    return message ?? (isReady && notice ? listNoticeText(notice) : undefined);
  }
}
