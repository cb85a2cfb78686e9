import * as vscode from 'vscode';
import { accountName, type Account } from '../../../account/account';
import type { ScopeSource } from '../../../account/commandScope';
import type { SessionStore } from '../../../account/sessionStore';
import type { ApiClient } from '../../../api/client';
import { isSafe, type KnownSafe } from '../../../api/request/isSafe';
import type { HttpRequest } from '../../../api/request/request';
import { resolveRequest } from '../../../api/request/resolve/resolve';
import { targetOf } from '../../../api/request/target';
import type { HttpResponse } from '../../../api/transport/transport';
import { notificationText } from '../../../support/visibleText';
import { reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';
import { askForFile } from '../responses/fileDialogs';
import type { DocumentOrigins } from './documentOrigins';
import type { RequestHistory } from './requestHistory';
import { rangeOf, type RequestPlace } from './requestPlace';
import { problemText } from './requestProblems';
import { confirmSend } from './confirmSend';

/** What is held in memory and shown at most, in bytes; more goes to a file. */
const MAX_SHOWN_BYTES = 10 * 1024 * 1024;

/** For the whole exchange, in milliseconds: reports and long lists take their time. */
const SEND_TIMEOUT = 120_000;

/** What sending takes. */
export interface SenderDeps extends ScopeSource {
  responses: ResponseDocuments;
  history: RequestHistory;
  origins: DocumentOrigins;
  safe: () => Promise<KnownSafe>;
}

/** A request that is ready, and where it came from. */
export interface Outgoing {
  readonly request: HttpRequest;
  /** Address and text of its document. */
  readonly source: string | undefined;
  readonly text: string;
  readonly foreign: boolean;
  /** The account that it is meant for; the active one where absent. */
  readonly account?: Account;
}

/** Sends requests with the active account, after asking where they may change something. */
export class Sender {
  constructor(private readonly deps: SenderDeps) {}

  /** Sends the request at a place. What is wrong with it is shown there, and nothing is sent. */
  async sendAt(place: RequestPlace): Promise<void> {
    const { document, parsed, request } = place;
    const { origins } = this.deps;
    const resolved = resolveRequest(parsed, request);
    if ('problems' in resolved) {
      await showProblem(place, resolved.problems[0]);
      return;
    }
    if (origins.isUntrusted(document)) {
      await offerTrust();
      return;
    }
    const response = await this.send({
      request: resolved.request,
      source: document.uri.toString(),
      text: document.getText(),
      foreign: origins.isForeign(document),
    });
    if (response) {
      origins.approve(document);
    }
  }

  /** Undefined when the person was asked and did not want it. */
  async send(outgoing: Outgoing): Promise<ShownResponse | undefined> {
    const { sessions, responses, history, safe } = this.deps;
    const scope = await beginCommand(this.deps);
    const session = sessions.current;
    if (!scope || session.kind !== 'signedIn') {
      return undefined;
    }
    const { request, foreign } = outgoing;
    const { account, client, isCurrent } = scope;
    if (outgoing.account && outgoing.account.id !== account.id) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Nothing was sent: this is an answer for another account. Switch to it first.'),
      );
      return undefined;
    }
    const to = { name: accountName(account, session.names), host: client.host };
    if (!(await confirmSend(request, to, { foreign, unsafe: !isSafe(request, await safe()) }))) {
      return undefined;
    }
    // The question may have been open for long.
    if (!isCurrent()) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Nothing was sent: the account has changed in the meantime. Send it again.'),
      );
      return undefined;
    }
    const came = await reportFileProblems(async () => sendWithProgress(client, request));
    if (!came) {
      return undefined;
    }
    // An answer for an account that was signed out of meanwhile belongs to nobody (rule 8).
    if (!isSignedIn(sessions, account)) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The request was sent and answered with {0}, after the account had changed.',
          came.response.status,
        ),
      );
      return undefined;
    }
    const shown = responses.add({ account, request, source: outgoing.source, ...came });
    await showResponse(shown);
    await history.add(
      account,
      {
        method: request.method,
        path: request.path,
        status: came.response.status,
        at: Date.now(),
      },
      outgoing.text,
    );
    return shown;
  }
}

function isSignedIn({ account }: SessionStore, { credentialId }: Account): boolean {
  return account?.credentialId === credentialId;
}

/** Opens an answer beside its request, in the place of the one before. */
export async function showResponse({ uri }: ShownResponse): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const beside = vscode.window.activeTextEditor?.document.uri.scheme === uri.scheme;
  await vscode.window.showTextDocument(document, {
    preview: true,
    preserveFocus: true,
    viewColumn: beside ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside,
  });
}

function sendWithProgress(
  client: ApiClient,
  request: HttpRequest,
): Thenable<{ response: HttpResponse; file: string | undefined }> {
  const title = `${request.method} ${request.path.slice(0, 200)}`;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => {
        abort.abort();
      });
      let sink: Awaited<ReturnType<typeof askForFile>>;
      const response = await client.sendRaw({
        method: request.method,
        target: targetOf(request),
        headers: request.headers,
        ...(request.body !== undefined && { body: request.body }),
        signal: abort.signal,
        timeout: SEND_TIMEOUT,
        maxBytes: MAX_SHOWN_BYTES,
        overflow: async (head) => (sink = await askForFile(head, request.path)),
      });
      return { response, file: sink?.path };
    },
  );
}

async function showProblem(
  { document }: RequestPlace,
  problem: Parameters<typeof problemText>[0] | undefined,
): Promise<void> {
  if (!problem) {
    return;
  }
  const range = rangeOf(document, problem);
  await vscode.window.showTextDocument(document, { selection: range, preserveFocus: false });
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Not sent. {0}', notificationText(problemText(problem))),
  );
}

async function offerTrust(): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Requests from files are sent from a trusted workspace alone.'),
    manage,
  );
  if (chosen === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
}
