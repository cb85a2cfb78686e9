import * as vscode from 'vscode';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { compareDocuments } from '../../../ui/documents/compareDocuments';
import { timeOfDay } from '../../../ui/text/dates';
import { sameFirst } from './sameFirst';
import { requireResponse } from '../responses/responseAt';
import type { ResponseDocuments, ShownResponse } from '../responses/responseDocuments';
import { callText, knownNames, type CallText } from './responseNames';
import { statusIcon, statusText } from '../responses/responseText';

/** Compares two answers in the editor's own way: the named or active one, and another, those of the same operation first. */
export async function compareResponses(responses: ResponseDocuments, argument: unknown): Promise<void> {
  const comparable = responses.all.filter(isComparable);
  const right = comparable.length < 2 ? undefined : requireResponse(responses, argument);
  const others = comparable.filter((response) => response !== right);
  if (!right || !isComparable(right) || others.length === 0) {
    void showInformation(
      vscode.l10n.t('There is no other response to compare with. Send a second request first.'),
    );
    return;
  }
  const callOf = (shown: ShownResponse) =>
    callText(shown.request, shown.described?.title, {
      names: knownNames(responses, shown.account.id),
      redactor: responses.redactor,
    });
  const rows = others.map((answer) => {
    const { title, thing } = callOf(answer);
    return {
      answer,
      isSame: operationOf(answer) === operationOf(right),
      label: title,
      description: [thing, timeOfDay(answer.at), statusText(answer.response)].filter(Boolean).join(' · '),
      iconPath: new vscode.ThemeIcon(statusIcon(answer.response)),
    };
  });
  const chosen = await showPick(sameFirst(rows), {
    title: vscode.l10n.t('Appcircle: Compare API Responses'),
    placeHolder: vscode.l10n.t('Compare with {0}', joined(callOf(right))),
    matchOnDescription: true,
  });
  if (chosen && 'answer' in chosen) {
    const { answer: left } = chosen;
    const nameOf = (shown: ShownResponse) => `${joined(callOf(shown))} #${numberOf(shown)}`;
    const title = vscode.l10n.t('{0} and {1}', nameOf(left), nameOf(right));
    await compareDocuments(left.uri, right.uri, title);
  }
}

function isComparable({ kind }: ShownResponse): boolean {
  return kind === 'json' || kind === 'text';
}

function joined({ title, thing }: CallText): string {
  return thing === undefined ? title : `${title}, ${thing}`;
}

/** The same for responses that are to be put side by side. */
function operationOf({ described, request: { method, path } }: ShownResponse): string {
  return described?.operation ?? `${method} ${path}`;
}

/** The number of an answer stands in its address. */
function numberOf({ uri }: ShownResponse): string {
  return uri.path.split('/').at(-2) ?? '';
}
