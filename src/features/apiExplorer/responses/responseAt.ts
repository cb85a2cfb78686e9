import * as vscode from 'vscode';
import { showInformation } from '../../../ui/dialogs/notifications';
import type { ResponseDocuments, ShownResponse } from './responseDocuments';

/**
 * The response that a command is run on: the one that a lens or a title names, else the one in front, else the newest; of
 * this kind, where one is asked for. Says so where there is none, or it still arrives.
 */
export function requireResponse(
  responses: ResponseDocuments,
  argument: unknown,
  kind?: ShownResponse['kind'],
): ShownResponse | undefined {
  const named = addressIn(argument);
  const active = vscode.window.activeTextEditor?.document.uri;
  const chosen = named ?? (active && responses.of(active) ? active.toString() : undefined);
  const found =
    (chosen === undefined ? undefined : responses.of(chosen)) ??
    responses.all.find((shown) => kind === undefined || shown.kind === kind);
  if (!found || (kind !== undefined && found.kind !== kind)) {
    void showInformation(
      kind === 'json'
        ? vscode.l10n.t('There is no JSON response. Send a request first.')
        : vscode.l10n.t('There is no response. Send a request first.'),
    );
    return undefined;
  }
  if (found.receiving) {
    void showInformation(vscode.l10n.t('The response is still arriving. Try again when it is complete.'));
    return undefined;
  }
  return found;
}

/** A title gives the address of its document, a lens one with what it does. */
function addressIn(argument: unknown): string | undefined {
  if (argument instanceof vscode.Uri) {
    return argument.toString();
  }
  const { uri } = (argument ?? {}) as { uri?: unknown };
  return typeof uri === 'string' ? uri : undefined;
}
