import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import type { OperationSummary } from '../../../../../src/api/openapi/model';
import type { KnownSafe } from '../../../../../src/api/request/isSafe';
import type * as Origins from '../../../../../src/features/apiExplorer/requests/documentOrigins';
import { RequestHistory } from '../../../../../src/features/apiExplorer/requests/requestHistory';
import type * as Places from '../../../../../src/features/apiExplorer/requests/requestPlace';
import type * as Sending from '../../../../../src/features/apiExplorer/flows/sendAt';
import type * as NamedResponsesModule from '../../../../../src/features/apiExplorer/flows/namedResponses';
import { RequestValues } from '../../../../../src/features/apiExplorer/requests/requestValues';
import { SendAgreements } from '../../../../../src/features/apiExplorer/questions/sendAgreements';
import type * as Senders from '../../../../../src/features/apiExplorer/requests/sender';
import type * as Responses from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import { WriteNotices } from '../../../../../src/features/apiExplorer/requests/writeNotices';
import { Refreshes } from '../../../../../src/ui/lists/refreshes';
import type { Sandbox } from '../../../../sandbox/sandbox';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { quickTasks } from '../../../api/quickTasks';
import { ExplorerFixture } from '../explorerFixture';
import { Redactor } from '../../../../../src/support/redact';

/** A sender with all that it sends, shows and remembers. */
export class SenderFixture extends ExplorerFixture<typeof Senders> {
  readonly responses: Responses.ResponseDocuments;
  readonly history = new RequestHistory(new AccountMemento(this.window.memento, 'history'));
  readonly values = new RequestValues(new AccountMemento(this.window.memento, 'values'));
  readonly named: NamedResponsesModule.NamedResponses;
  /** What is known to be safe: nothing, unless told. */
  knownSafe: KnownSafe = () => false;
  /** The operations that are known. */
  operations: OperationSummary[] = [];
  readonly deps: Senders.SenderDeps;
  readonly sender: Senders.Sender;
  /** What the views were told of writes, with the number of the account as it signed in: `profile 0c2f of 0`. */
  readonly touched: string[] = [];
  readonly refreshes = new Refreshes();
  private readonly notices = new WriteNotices(this.refreshes, quickTasks);
  private readonly origins: Origins.DocumentOrigins;

  constructor(sandbox: Sandbox) {
    super(sandbox, 'requests/sender');
    const { ResponseDocuments } = this.load('responses/responseDocuments') as typeof Responses;
    const { DocumentOrigins } = this.load('requests/documentOrigins') as typeof Origins;
    this.responses = new ResponseDocuments(this.accountData, new Redactor());
    this.origins = new DocumentOrigins();
    const { NamedResponses } = this.load('flows/namedResponses') as typeof NamedResponsesModule;
    this.named = this.editor.own(new NamedResponses());
    this.refreshes.onDidWrite(({ account, touched }) => {
      this.touched.push(
        [
          'id' in touched ? `${touched.kind} ${touched.id}` : touched.kind,
          this.signedIn.indexOf(account),
        ].join(' of '),
      );
    });
    this.deps = this.makeDeps();
    this.sender = new this.module.Sender(this.deps);
  }

  /** Sends the first request of a document, as it stands there. */
  async sendFirst({ uri }: FakeDocument): Promise<void> {
    const { requestPlace } = this.load('requests/requestPlace') as typeof Places;
    const place = requestPlace({ uri: uri.toString(), offset: 0 });
    await this.sendAt(place ?? assert.fail('no request'));
  }

  async sendAt(place: Places.RequestPlace): Promise<void> {
    const { sendAt } = this.load('flows/sendAt') as typeof Sending;
    await sendAt(this.sender, this.deps, place);
  }

  /** Sends the request of a new document. */
  async send(text: string): Promise<void> {
    await this.sendFirst(this.open(text));
  }

  /** What is there to be seen of responses: documents that were shown, those that are kept, and the history of all. */
  get kept(): [shown: number, responses: number, entries: number] {
    const entries = this.signedIn.flatMap(({ id }) => this.history.of(id));
    return [this.editor.shownDocuments.length, this.responses.all.length, entries.length];
  }

  /** What the editor shows of a document of ours at this moment. */
  textOf(uri: vscode.Uri): unknown {
    return this.editor.contents
      .get(uri.scheme)
      ?.provideTextDocumentContent(uri, {} as vscode.CancellationToken);
  }

  override dispose(): void {
    this.notices.dispose();
    this.responses.dispose();
    this.origins.dispose();
    super.dispose();
  }

  private makeDeps(): Senders.SenderDeps {
    const { sessions, clientFor } = this.window;
    const { responses, history, origins } = this;
    return {
      sessions,
      clientFor,
      responses,
      history,
      origins,
      safe: () => Promise.resolve((...request) => this.knownSafe(...request)),
      notices: this.notices,
      values: this.values,
      named: this.named,
      asking: {
        operations: () => Promise.resolve(this.operations),
        agreements: this.editor.own(new SendAgreements(sessions)),
      },
    };
  }
}
