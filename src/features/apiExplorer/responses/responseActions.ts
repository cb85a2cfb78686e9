import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { HttpRequest } from '../../../api/request/request';
import { setVariable } from '../../../api/request/write/setVariable';
import { parseRequests } from '../../../api/request/parse/parse';
import { RequestLanguageId } from '../../../contributions';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { compareDocuments } from '../../../ui/documents/compareDocuments';
import { showStatus } from '../../../ui/statusBar';
import { timeOfDay } from '../../../ui/text/dates';
import { nextPageRequest } from './nextPageRequest';
import type { ResponseActionArgument, ValueArgument } from './responseLenses';
import { statusIcon, statusText } from './responseText';
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

/** Compares two answers in the editor's own way: the named or active one, and another that is chosen. */
export async function compareResponses(responses: ResponseDocuments, argument: unknown): Promise<void> {
  const named = (argument as Partial<ResponseActionArgument> | undefined)?.uri;
  const active = vscode.window.activeTextEditor?.document.uri;
  const comparable = responses.all.filter(({ kind }) => kind === 'json' || kind === 'text');
  const right = (named === undefined ? active && responses.of(active) : responses.of(named)) ?? comparable[0];
  const others = comparable.filter((response) => response !== right);
  if (!right || others.length === 0) {
    void showInformation(
      vscode.l10n.t('There is no other response to compare with. Send a second request first.'),
    );
    return;
  }
  const chosen = await showPick(
    others.map((response) => ({
      answer: response,
      label: callOf(response),
      description: momentOf(response),
      iconPath: new vscode.ThemeIcon(statusIcon(response.response)),
    })),
    {
      title: vscode.l10n.t('Appcircle: Compare API Responses'),
      placeHolder: vscode.l10n.t('Compare with {0}', callOf(right)),
    },
  );
  if (chosen) {
    const { answer: left } = chosen;
    const title = vscode.l10n.t('{0} and {1}', nameOf(left), nameOf(right));
    await compareDocuments(left.uri, right.uri, title);
  }
}

/** The number of an answer stands in its address, its name last. */
function nameOf({ uri }: ShownResponse): string {
  const [number = '', name = ''] = uri.path.split('/').slice(-2);
  return `${name.replace(/\.[\w-]+$/, '')} #${number}`;
}

function callOf({ request }: ShownResponse): string {
  return `${request.method} ${request.path}`;
}

function momentOf({ response, at }: ShownResponse): string {
  return `${timeOfDay(at)} · ${statusText(response)}`;
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
  const { name, value, account: owner } = (argument ?? {}) as Partial<ValueArgument>;
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
