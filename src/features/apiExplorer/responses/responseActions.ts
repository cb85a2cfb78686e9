import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { HttpRequest } from '../../../api/request/request';
import { setVariable } from '../../../api/request/write/setVariable';
import { parseRequests } from '../../../api/request/parse/parse';
import { RequestLanguageId } from '../../../contributions';
import { showStatus } from '../../../ui/statusBar';
import { nextPageRequest } from './nextPageRequest';
import type { IdArgument } from '../ids/idLinks';
import type { ResponseActionArgument } from './responseLenses';
import type { ResponseDocuments, ShownResponse } from './responseDocuments';
import { saveResponse } from './fileDialogs';
import type { RequestValues } from '../requests/requestValues';
import { requestSource } from '../requests/requestSource';
import { applyEdit } from '../requests/requestPlace';
import type { Sender } from '../requests/sender';
import { isOwnDocument } from '../scratch/scratchAddress';

/** Does what the lens above an answer says. */
export async function runResponseAction(
  responses: ResponseDocuments,
  sender: Sender,
  argument: unknown,
  follow: (shown: ShownResponse) => Promise<unknown>,
): Promise<void> {
  const { uri, action } = (argument ?? {}) as Partial<ResponseActionArgument>;
  const shown = typeof uri === 'string' ? responses.of(uri) : undefined;
  if (!shown) {
    return;
  }
  switch (action) {
    case 'reveal':
      responses.reveal(shown);
      break;
    case 'showAll':
      responses.filter(shown, undefined);
      break;
    case 'hide':
      responses.hide(shown.uri.toString());
      break;
    case 'again':
      await resend(sender, shown, shown.request, shown.handle);
      break;
    case 'next': {
      const next = nextPageRequest(shown);
      await (next && resend(sender, shown, next));
      break;
    }
    case 'save':
      await saveResponse(shown);
      break;
    case 'openFile':
      await (shown.file && vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(shown.file)));
      break;
    case 'stop':
      shown.receiving?.stop();
      break;
    case 'follow':
      await follow(shown);
      break;
    case 'unfollow':
      shown.task?.stop?.();
      break;
    case undefined:
  }
}

/** Only with the account that it was an answer for: its ids and its server are none of another's business. */
async function resend(
  sender: Sender,
  { account, source }: ShownResponse,
  request: HttpRequest,
  handle?: string,
): Promise<void> {
  await sender.send({ request, source, handle, text: requestSource(request), foreign: false, account });
}

/**
 * Remembers the value for every request that leaves it blank, and sets it in every open document that has one of its
 * own and is no file; undo takes that back. The value goes to the clipboard too.
 */
export async function useValue(
  argument: unknown,
  values: RequestValues,
  { account }: SessionStore,
): Promise<void> {
  const { name, value, account: owner } = (argument ?? {}) as Partial<IdArgument>;
  if (typeof name !== 'string' || typeof value !== 'string' || typeof owner !== 'string') {
    return;
  }
  if (account?.id !== owner) {
    await vscode.env.clipboard.writeText(value);
    return;
  }
  await values.pick(account, [[name, value]]);
  const documents = vscode.workspace.textDocuments.filter(
    (document) =>
      document.languageId === RequestLanguageId &&
      !document.isClosed &&
      parseRequests(document.getText()).variables.has(name),
  );
  const own = documents.filter(
    (document) =>
      isOwnDocument(document) &&
      (parseRequests(document.getText()).variables.get(name)?.value.length ?? 0) > 0,
  );
  for (const document of own) {
    await applyEdit(document, setVariable(document.getText(), name, value));
  }
  await vscode.env.clipboard.writeText(value);
  showStatus(usedText(name, documents.length));
}

function usedText(name: string, documents: number): string {
  switch (documents) {
    case 0:
      return vscode.l10n.t('{0} copied. The next request that needs it starts with this value.', name);
    case 1:
      return vscode.l10n.t('{0} copied and set in 1 open request.', name);
    default:
      return vscode.l10n.t('{0} copied and set in {1} open requests.', name, documents);
  }
}
