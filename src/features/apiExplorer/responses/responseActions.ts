import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { HttpRequest } from '../../../api/request/request';
import { setVariable } from '../../../api/request/write/setVariable';
import { parseRequests } from '../../../api/request/parse/parse';
import { RequestLanguageId } from '../../../contributions';
import { visibleText } from '../../../support/visibleText';
import { timeOfDay } from '../../../ui/text/dates';
import { nextPageRequest } from './nextPageRequest';
import type { ResponseActionArgument, ValueArgument } from './responseLenses';
import { statusText } from './responseText';
import type { ResponseDocuments, ShownResponse } from './responseDocuments';
import { saveResponse } from './fileDialogs';
import type { PickedValues } from '../requests/pickedValues';
import { requestSource } from '../requests/requestSource';
import { applyEdit } from '../requests/requestPlace';
import type { Sender } from '../requests/sender';

/** Does what the lens above an answer says. */
export async function runResponseAction(
  responses: ResponseDocuments,
  sender: Sender,
  argument: unknown,
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
      await resend(sender, shown, shown.request);
      break;
    case 'next': {
      const next = nextPageRequest(shown);
      await (next && resend(sender, shown, next));
      break;
    }
    case 'save':
      await saveResponse(shown.response, shown.request.path);
      break;
    case 'openFile':
      await (shown.file && vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(shown.file)));
      break;
    case undefined:
  }
}

/** Only with the account that it was an answer for: its ids and its server are none of another's business. */
async function resend(
  sender: Sender,
  { account, source }: ShownResponse,
  request: HttpRequest,
): Promise<void> {
  await sender.send({ request, source, text: requestSource(request), foreign: false, account });
}

/** Compares two answers in the editor's own way: the named or active one, and another that is chosen. */
export async function compareResponses(responses: ResponseDocuments, argument: unknown): Promise<void> {
  const named = (argument as Partial<ResponseActionArgument> | undefined)?.uri;
  const active = vscode.window.activeTextEditor?.document.uri;
  const comparable = responses.all.filter(({ kind }) => kind === 'json' || kind === 'text');
  const right = (named === undefined ? active && responses.of(active) : responses.of(named)) ?? comparable[0];
  const others = comparable.filter((response) => response !== right);
  if (!right || others.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no other answer to compare with yet. Send a second request first.'),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick(
    others.map((response) => ({
      answer: response,
      label: visibleText(callOf(response)),
      description: momentOf(response),
    })),
    {
      title: vscode.l10n.t('Appcircle: Compare API Answers'),
      placeHolder: vscode.l10n.t('Compare with {0}', visibleText(callOf(right))),
    },
  );
  if (chosen) {
    const { answer: left } = chosen;
    const title = vscode.l10n.t('{0} and {1}', nameOf(left), nameOf(right));
    await vscode.commands.executeCommand('vscode.diff', left.uri, right.uri, title);
  }
}

/** The number of an answer stands in its address, its name last. */
function nameOf({ uri }: ShownResponse): string {
  const [number = '', name = ''] = uri.path.split('/').slice(-2);
  return `${name.replace(/\.answer\.json$|\.\w+$/, '')} #${number}`;
}

function callOf({ request }: ShownResponse): string {
  return `${request.method} ${request.path}`;
}

function momentOf({ response, at }: ShownResponse): string {
  return `${timeOfDay(at)} · ${statusText(response)}`;
}

/**
 * Sets the variable of that name in every open request document that has one; undo takes it back. The value goes to
 * the clipboard too, and into the next request that takes it.
 */
export async function useValue(
  argument: unknown,
  values: PickedValues,
  { account }: SessionStore,
): Promise<void> {
  const { name, value, account: owner } = (argument ?? {}) as Partial<ValueArgument>;
  if (typeof name !== 'string' || typeof value !== 'string' || typeof owner !== 'string') {
    return;
  }
  values.set(owner, name, value);
  if (account?.id !== owner) {
    await vscode.env.clipboard.writeText(value);
    return;
  }
  const documents = vscode.workspace.textDocuments.filter(
    (document) =>
      document.languageId === RequestLanguageId &&
      !document.isClosed &&
      parseRequests(document.getText()).variables.has(name),
  );
  for (const document of documents) {
    await applyEdit(document, setVariable(document.getText(), name, value));
  }
  await vscode.env.clipboard.writeText(value);
  vscode.window.setStatusBarMessage(
    documents.length === 0
      ? vscode.l10n.t('{0} copied. The next request that takes it begins with it.', visibleText(name))
      : vscode.l10n.t('{0} set in {1} open requests, and copied.', visibleText(name), documents.length),
    5000,
  );
}
