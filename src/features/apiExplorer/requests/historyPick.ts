import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { parseRequests } from '../../../api/request/parse/parse';
import { showStatus } from '../../../ui/statusBar';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { timeOfDay } from '../../../ui/text/dates';
import { ensureSignedIn } from '../../../ui/ensureSignedIn';
import { operationTitle } from '../operations/operationTitle';
import { findOperation, type FindOperation } from '../inspect/describeResponse';
import type { ResponseDocuments } from '../responses/responseDocuments';
import { callText, knownNames, type CallText } from '../inspect/responseNames';
import { sameFirst } from '../inspect/sameFirst';
import { openRequest } from './newRequest';
import { requestPlace } from './requestPlace';
import type { HistoryEntry, RequestHistory } from './requestHistory';

/** What the history is told with: how operations are found, and what things are called. */
export interface HistoryDeps {
  readonly sessions: SessionStore;
  readonly history: RequestHistory;
  readonly responses: ResponseDocuments;
  readonly find: FindOperation;
}

/**
 * Lists what was sent from this workspace with the active account, newest first, what is of the operation in front above
 * all else; and opens the chosen one again: its document where it was sent in this window, else its method and path, which
 * is all that is kept (R27). It needs no network, and an account whose session has ended has it as well (R41).
 */
export async function showHistory({ sessions, history, responses, find }: HistoryDeps): Promise<void> {
  const account = await ensureSignedIn(sessions);
  if (!account) {
    return;
  }
  const entries = history.of(account.id);
  const front = await operationInFront(responses, find);
  const known = { names: knownNames(responses, account.id), redactor: responses.redactor };
  const rows = Promise.all(
    entries.map(async (entry) => {
      const operation = (await findOperation(find, entry))?.operation;
      const told = callText(entry, operation && operationTitle(operation), known);
      const isSame = operation !== undefined && operation.key === front;
      return { ...historyRow(entry, told), entry, isSame };
    }),
  );
  const chosen = await pickFolded(rows.then(sameFirst), {
    title: vscode.l10n.t('Appcircle: API Request History'),
    placeHolder:
      entries.length === 0
        ? vscode.l10n.t('No requests have been sent from this workspace')
        : vscode.l10n.t(
            'Select a request to open it. Queries, headers, and bodies are kept while the window is open.',
          ),
    matchOnDescription: true,
  });
  if (chosen && 'entry' in chosen) {
    await openRequest(history.textOf(account.id, chosen.entry) ?? textFor(chosen.entry));
  }
}

/** The key of the operation of the response or request that somebody looks at. */
async function operationInFront(
  responses: ResponseDocuments,
  find: FindOperation,
): Promise<string | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const shown = active && responses.of(active);
  if (shown) {
    return shown.described?.operation;
  }
  const place = requestPlace(undefined);
  return place && (await find(place.request))?.operation.key;
}

/** Clears what the active account sent from this workspace. */
export async function clearHistory(history: RequestHistory, { account }: SessionStore): Promise<void> {
  await (account && history.clear(account));
  showStatus(vscode.l10n.t('API request history cleared.'));
}

/** What was sent, how it ended, and when; method and path where no operation is known. */
export function historyRow(entry: HistoryEntry, told?: CallText): vscode.QuickPickItem {
  return {
    label: told?.title ?? callOf(entry),
    description: [told?.thing, momentOf(entry)].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon(entry.status < 400 ? 'pass' : 'error'),
  };
}

function callOf({ method, path }: HistoryEntry): string {
  return `${method} ${path}`;
}

function momentOf({ status, at }: HistoryEntry): string {
  return `${status} · ${timeOfDay(at)}`;
}

/** Method and path, as a document. A path that came from an older version and is none any more opens with its problem. */
function textFor({ method, path }: HistoryEntry): string {
  const text = `${method} {{host}}${path}\nAccept: application/json\n`;
  return parseRequests(text).requests.length === 1 ? text : '';
}
