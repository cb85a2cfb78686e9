import * as vscode from 'vscode';
import { accountName, type Account } from '../../../account/account';
import type { ScopeSource } from '../../../account/commandScope';
import type { SessionStore } from '../../../account/sessionStore';
import { isSafe, type KnownSafe } from '../../../api/request/isSafe';
import type { HttpRequest } from '../../../api/request/request';
import type { HttpResponse } from '../../../api/transport/transport';
import { showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { reportFileProblems } from '../../../ui/dialogs/saveDialog';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { NamedResponses } from '../flows/namedResponses';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';
import { LiveResponse } from '../responses/liveResponse';
import { showResponse } from '../responses/showResponse';
import { findBodyFiles, reportRefusedFiles } from './bodyFiles';
import type { DocumentOrigins } from './documentOrigins';
import type { RequestHistory } from './requestHistory';
import { rangeOf, type RequestPlace } from './requestPlace';
import { problemText } from './requestProblems';
import type { RequestValues } from './requestValues';
import type { WriteNotices } from './writeNotices';
import type { AskingDeps } from '../questions/askingDeps';
import type { SendRisks, SentFile } from './confirmSend';
import { sendWithProgress, type OuterProgress } from './sendWithProgress';

type LiveArguments = Parameters<Parameters<typeof sendWithProgress>[2]>;

/** What sending takes. */
export interface SenderDeps extends ScopeSource {
  responses: ResponseDocuments;
  history: RequestHistory;
  origins: DocumentOrigins;
  safe: () => Promise<KnownSafe>;
  notices: WriteNotices;
  values: RequestValues;
  named: NamedResponses;
  asking: AskingDeps;
}

/** A request that is ready, and where it came from. */
export interface Outgoing {
  readonly request: HttpRequest;
  /** Address and text of its document. */
  readonly source: string | undefined;
  /** Its name in that document, by which others read its response. */
  readonly handle?: string | undefined;
  readonly text: string;
  readonly foreign: boolean;
  /** The account that it is meant for; the active one where absent. */
  readonly account?: Account;
}

/** How one of several requests is sent. */
export interface SendingOptions {
  /** What the person has agreed to already. */
  readonly agreed?: SendRisks;
  /** The progress of all of them. Its response is not opened. */
  readonly within?: OuterProgress;
}

/** Sends requests with the active account, after asking where they may change something. */
export class Sender {
  constructor(private readonly deps: SenderDeps) {}

  /** Sends what a request of a document is, for as long as this account is the active one. */
  async sendFrom(
    { document, request: { handle } }: RequestPlace,
    request: HttpRequest,
    options: SendingOptions & { account?: Account } = {},
  ): Promise<ShownResponse | undefined> {
    const { origins } = this.deps;
    const response = await this.send(
      {
        request,
        source: document.uri.toString(),
        handle,
        text: document.getText(),
        foreign: origins.isForeign(document),
        ...(options.account && { account: options.account }),
      },
      options,
    );
    if (response) {
      origins.approve(document);
    }
    return response;
  }

  /** Undefined when the person was asked and did not want it. */
  async send(
    outgoing: Outgoing,
    { agreed, within }: SendingOptions = {},
  ): Promise<ShownResponse | undefined> {
    const { sessions, responses, history, safe, notices } = this.deps;
    const scope = await beginCommand(this.deps);
    const session = sessions.current;
    if (!scope || session.kind !== 'signedIn') {
      return undefined;
    }
    const { request } = outgoing;
    const { account, client, isCurrent } = scope;
    if (outgoing.account && outgoing.account.id !== account.id) {
      void showWarning(
        vscode.l10n.t('Not sent. This response belongs to another account. Switch to it first.'),
      );
      return undefined;
    }
    const to = { name: accountName(account, session.names), host: client.host };
    const unsafe = !isSafe(request, await safe());
    const fileBody = request.parts && (await findBodyFiles(request.parts, outgoing.source));
    if (request.parts && !fileBody) {
      return undefined;
    }
    const risks = {
      unsafe: unsafe && agreed?.unsafe !== true,
      foreign: outgoing.foreign && agreed?.foreign !== true,
      ...(fileBody && { files: fileBody.files.filter((file) => !isAgreed(file, agreed)) }),
      ...(agreed?.knownFault && { knownFault: true }),
    };
    const isPlain = !risks.unsafe && !risks.foreign && request.body === undefined && !request.parts;
    if (
      !isPlain &&
      !(await (await import('../questions/askToSend')).askToSend(this.deps, account, request, to, risks))
    ) {
      return undefined;
    }
    // The question may have been open for long.
    if (!isCurrent()) {
      void showWarning(vscode.l10n.t('Not sent because the account changed. Send the request again.'));
      return undefined;
    }
    const given = { account, request, source: outgoing.source, handle: outgoing.handle };
    const began = this.begin(account, outgoing);
    const begin = (...live: LiveArguments) => new LiveResponse(responses, given, ...live);
    const send = () =>
      reportRefusedFiles(() =>
        reportFileProblems(async () =>
          sendWithProgress(client, request, begin, { fileBody: fileBody?.body, within }),
        ),
      );
    let came;
    try {
      came = await (unsafe ? notices.follow(scope, request, send) : send());
    } catch (error) {
      responses.markOld(account, outgoing.source);
      throw error;
    }
    if (!came) {
      return undefined;
    }
    let shown = await came.live?.finish(came.response, came.file);
    // An answer for an account that was signed out of meanwhile belongs to nobody (rule 8).
    if (!shown && !isSignedIn(sessions, account)) {
      void showInformation(
        vscode.l10n.t(
          'The request was sent and returned {0} after the account changed.',
          came.response.status,
        ),
      );
      return undefined;
    }
    began.keep(came.response);
    if (!shown) {
      shown = responses.add({ ...given, response: came.response, file: came.file });
      await (within ? undefined : showResponse(shown));
    }
    await history.add(
      account,
      {
        method: request.method,
        path: request.path,
        status: came.response.status,
        at: shown.at,
      },
      outgoing.text,
    );
    return shown;
  }

  /** From now on the last response to a named request is the one that comes of this. */
  private begin(
    { id: accountId }: Account,
    { source, handle, request }: Outgoing,
  ): { keep: (response: HttpResponse) => void } {
    const { named } = this.deps;
    const owner = source === undefined || handle === undefined ? undefined : { accountId, source, handle };
    if (owner) {
      named.delete(owner);
    }
    return {
      keep: (response) => {
        if (owner) {
          named.set(owner, { request, response });
        }
      },
    };
  }
}

/** A file that became another one meanwhile is asked about again. */
function isAgreed({ file, size }: SentFile, agreed: SendRisks | undefined): boolean {
  return agreed?.files?.some((known) => known.file === file && known.size === size) ?? false;
}

function isSignedIn({ account }: SessionStore, { credentialId }: Account): boolean {
  return account?.credentialId === credentialId;
}

/** Leads to what is wrong with a request, and says it. */
export async function showProblem(
  { document }: Pick<RequestPlace, 'document'>,
  problem: Parameters<typeof problemText>[0] | undefined,
): Promise<void> {
  if (!problem) {
    return;
  }
  const range = rangeOf(document, problem);
  await vscode.window.showTextDocument(document, { selection: range, preserveFocus: false });
  void showWarning(vscode.l10n.t('Not sent. {0}', problemText(problem)));
}
