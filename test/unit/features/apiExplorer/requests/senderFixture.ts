import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import type { KnownSafe } from '../../../../../src/api/request/isSafe';
import type * as Origins from '../../../../../src/features/apiExplorer/requests/documentOrigins';
import { RequestHistory } from '../../../../../src/features/apiExplorer/requests/requestHistory';
import type * as Places from '../../../../../src/features/apiExplorer/requests/requestPlace';
import type * as Senders from '../../../../../src/features/apiExplorer/requests/sender';
import type * as Responses from '../../../../../src/features/apiExplorer/responses/responseDocuments';
import type { Sandbox } from '../../../../sandbox/sandbox';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { ExplorerFixture } from '../explorerFixture';

/** A sender with all that it sends, shows and remembers. */
export class SenderFixture extends ExplorerFixture<typeof Senders> {
  readonly responses: Responses.ResponseDocuments;
  readonly history = new RequestHistory(new AccountMemento(this.window.memento, 'history'));
  /** What is known to be safe: nothing, unless told. */
  knownSafe: KnownSafe = () => false;
  readonly sender: Senders.Sender;
  private readonly origins: Origins.DocumentOrigins;

  constructor(sandbox: Sandbox) {
    super(sandbox, 'requests/sender');
    const { ResponseDocuments } = this.load('responses/responseDocuments') as typeof Responses;
    const { DocumentOrigins } = this.load('requests/documentOrigins') as typeof Origins;
    this.responses = new ResponseDocuments(this.accountData);
    this.origins = new DocumentOrigins();
    this.sender = this.makeSender();
  }

  /** Sends the first request of a document, as it stands there. */
  async sendFirst({ uri }: FakeDocument): Promise<void> {
    const { requestPlace } = this.load('requests/requestPlace') as typeof Places;
    const place = requestPlace({ uri: uri.toString(), offset: 0 });
    await this.sender.sendAt(place ?? assert.fail('no request'));
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
    this.responses.dispose();
    this.origins.dispose();
    super.dispose();
  }

  private makeSender(): Senders.Sender {
    const { sessions, clientFor } = this.window;
    const { responses, history, origins } = this;
    return new this.module.Sender({
      sessions,
      clientFor,
      responses,
      history,
      origins,
      safe: () => Promise.resolve((...request) => this.knownSafe(...request)),
    });
  }
}
