import * as vscode from 'vscode';
import type { AccountMemento } from '../../account/accountMemento';
import { RequestLanguageId, type CommandId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/lazy';
import { LateDocuments } from '../../ui/documents/lateDocuments';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import type { LazyTree } from '../../ui/lists/lazyTree';
import type { LoadedView } from '../../ui/lists/lazyView';
import { registerRequestAssistance } from './assist/registerAssistance';
import type { ApiExplorerDeps } from './deps';
import type { Descriptions } from './descriptions/descriptions';
import { DocumentScheme } from './documentSchemes';
import { explorerCommands, operationRows, operationsOnSelection } from './explorerCommands';
import { NamedResponses } from './flows/namedResponses';
import { registerRequestHints } from './flows/requestHints';
import type { SendResults } from './flows/sendResults';
import type { OperationDocuments } from './operations/operationDocuments';
import { DocumentOrigins } from './requests/documentOrigins';
import { RequestHistory } from './requests/requestHistory';
import { registerRequestEditing } from './requests/requestLenses';
import { requireRequestPlace } from './requests/requestPlace';
import { RequestValues } from './requests/requestValues';
import { ResponseRoom } from './responses/responseRoom';
import type { ScratchFiles } from './scratch/scratchFiles';
import { TransferCommands } from './transfer/transferCommands';
import type { ApiNode } from './tree/apiNodes';
import type { ApiTree } from './tree/apiTree';
import type { TreeSettings } from './tree/treeSettings';

/** What is behind the view, with what is there of it before: how the tree is wanted, and what is remembered by account. */
export interface ExplorerDeps extends ApiExplorerDeps {
  settings: TreeSettings;
  history: AccountMemento;
  recent: AccountMemento;
  values: AccountMemento;
  scratches: () => Promise<ScratchFiles>;
  viewed: AccountMemento;
}

/**
 * What the parts of the API Explorer share, built once in a window. Each part is loaded when it is first used: an open
 * request document needs the least, Send some more, and whoever looks at the view the rows.
 */
export class Explorer implements LoadedView<ApiNode> {
  readonly rowMeanings = operationRows;
  readonly onSelection = operationsOnSelection;
  readonly settings: TreeSettings;
  readonly transfers: TransferCommands;
  /** What is done with a response. */
  readonly onResponses: ResponseRoom['commands'];
  private readonly disposables = new Disposables();
  private readonly named = this.disposables.add(new NamedResponses());
  private readonly origins = this.disposables.add(new DocumentOrigins());
  private readonly values: RequestValues;
  private readonly history: RequestHistory;
  private readonly responses: ResponseRoom;
  private readonly pages: LateDocuments<OperationDocuments>;
  private readonly results: LateDocuments<SendResults>;
  /** What is described, once somebody asked. */
  private known: Descriptions | undefined;

  constructor(
    private readonly deps: ExplorerDeps,
    private readonly tree: LazyTree<ApiNode>,
  ) {
    const { sessions, accountData, settings, redactor } = deps;
    const { disposables, named, origins, descriptions, knowledge } = this;
    this.settings = settings;
    const values = new RequestValues(deps.values);
    this.values = values;
    this.history = new RequestHistory(deps.history);
    this.responses = disposables.add(
      new ResponseRoom({
        ...deps,
        values,
        history: this.history,
        sending: () => this.sending(),
        find: async (request, isWaiting) => (await this.knowledge()).operations.find(request, isWaiting),
      }),
    );
    this.onResponses = this.responses.commands;
    this.pages = disposables.add(
      new LateDocuments(DocumentScheme.operation, accountData, async () => {
        const module = await import('./operations/operationDocuments');
        return new module.OperationDocuments(accountData);
      }),
    );
    this.results = disposables.add(
      new LateDocuments(DocumentScheme.flow, accountData, async () => {
        const module = await import('./flows/sendResults');
        return new module.SendResults(accountData);
      }),
    );
    const { load: responses } = this.responses.documents;
    this.transfers = new TransferCommands({
      ...deps,
      values,
      named,
      history: this.history,
      origins,
      descriptions,
      responses,
    });
    const valueOf = (name: string) => sessions.account && values.picked(sessions.account.id, name);
    const onDidChange = (listener: () => void) =>
      vscode.Disposable.from(values.onDidChange(listener), sessions.onDidChange(listener));
    disposables.add(registerRequestEditing({ valueOf, onDidChange }));
    disposables.add(registerRequestHints({ sessions, values, named, redactor }));
    disposables.add(registerRequestAssistance({ ...deps, knowledge, origins, named }));
    disposables.add(
      accountData.add((retained) => {
        values.retainAccounts(retained);
        named.retainAccounts(retained);
        this.history.forgetTexts();
      }),
    );
    disposables.add(
      settings.onDidChange(({ filter }) => {
        tree.showFilter(filter === '' ? undefined : vscode.l10n.t('filtered by "{0}"', filter));
        tree.renew();
      }),
    );
    const help = ({ languageId }: vscode.TextDocument) => {
      void (languageId === RequestLanguageId && this.language());
    };
    vscode.workspace.textDocuments.forEach(help);
    disposables.add(vscode.workspace.onDidOpenTextDocument(help));
  }

  get rows(): Promise<ApiTree> {
    return this.treeRoom().then(({ rows }) => rows);
  }

  /** What is done with an operation. */
  readonly operations = lazy(async () => {
    const [descriptions, documents, { makeOperationCommands }] = await Promise.all([
      this.descriptions(),
      this.pages.load(),
      import('./operations/makeOperationCommands'),
    ]);
    const { values, origins } = this;
    return makeOperationCommands(this.deps, { descriptions, documents, values, origins });
  });

  /** What is done with all requests of a document. */
  readonly flows = lazy(async () => {
    const [{ deps, sender }, results, { FlowCommands }] = await Promise.all([
      this.sending(),
      this.results.load(),
      import('./flows/flowCommands'),
    ]);
    return new FlowCommands({ ...deps, results }, sender);
  });

  /** What agents run. */
  readonly tools = lazy(async () => {
    const [descriptions, { apiTools }] = await Promise.all([this.descriptions(), import('./tools/apiTools')]);
    return apiTools(descriptions);
  });

  /** Runs one of the commands of the view. */
  run(id: CommandId, argument: unknown): unknown {
    return explorerCommands[id]?.(this, argument);
  }

  /** Sends the request at the cursor, or the one of a lens. Who signs in first may have closed its document meanwhile. */
  async send(argument: unknown): Promise<void> {
    const account = await ensureSignedIn(this.deps.sessions);
    const sending = account && (await this.sending());
    const place = sending && requireRequestPlace(argument);
    await (place && sending.send(place));
  }

  async showIdActions(argument: unknown): Promise<void> {
    const { showIdActions } = await import('./ids/idActions');
    const { deps, sender } = await this.sending();
    await showIdActions(argument, { ...deps, sender, descriptions: await this.descriptions() });
  }

  /** Asks for the descriptions again that somebody asked for. */
  async refresh(): Promise<void> {
    await (this.known && (await this.treeRoom()).refresh());
  }

  async retryFailed(): Promise<void> {
    await (this.known && (await this.treeRoom()).retryFailed());
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private readonly descriptions = lazy(async () => {
    const { makeDescriptions } = await import('./descriptions/makeDescriptions');
    this.known = this.disposables.add(makeDescriptions(this.deps));
    return this.known;
  });

  private readonly knowledge = lazy(async () => {
    const [descriptions, { makeRequestKnowledge }] = await Promise.all([
      this.descriptions(),
      import('./assist/requestKnowledge'),
    ]);
    return makeRequestKnowledge(descriptions);
  });

  private readonly treeRoom = lazy(async () => {
    const [descriptions, { TreeRoom }] = await Promise.all([this.descriptions(), import('./tree/treeRoom')]);
    const { tree, settings } = this;
    const arrangement = () => settings.current;
    return this.disposables.add(new TreeRoom({ ...this.deps, descriptions, tree, arrangement }));
  });

  private readonly sending = lazy(async () => {
    const [responses, { Sending }] = await Promise.all([
      this.responses.documents.load(),
      import('./requests/sending'),
    ]);
    const { history, origins, values, named } = this;
    const { sessions, clientFor, refreshes, extension } = this.deps;
    const deps = { sessions, clientFor, refreshes, extension, responses, history, origins, values, named };
    return this.disposables.add(new Sending({ ...deps, known: () => this.known }));
  });

  private readonly language = lazy(async () => {
    const [descriptions, knowledge, { registerDescribedLanguage }] = await Promise.all([
      this.descriptions(),
      this.knowledge(),
      import('./language/describedLanguage'),
    ]);
    this.disposables.add(registerDescribedLanguage(this.deps.sessions, descriptions, knowledge));
  });
}
