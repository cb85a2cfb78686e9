import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { parseRequests } from '../../../api/request/parse/parse';
import { showStatus } from '../../../ui/statusBar';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { timeOfDay } from '../../../ui/text/dates';
import { ensureSignedIn } from '../../../ui/ensureSignedIn';
import { openRequest } from './newRequest';
import type { HistoryEntry, RequestHistory } from './requestHistory';

/**
 * Lists what was sent from this workspace with the active account, newest first, and opens the chosen one again: its
 * document where it was sent in this window, else its method and path, which is all that is kept (R27).
 */
export async function showHistory(history: RequestHistory, sessions: SessionStore): Promise<void> {
  const account = await ensureSignedIn(sessions);
  if (!account) {
    return;
  }
  const entries = history.of(account.id);
  const chosen = await pickFolded(
    entries.map((entry) => ({ ...historyRow(entry), entry })),
    {
      title: vscode.l10n.t('Appcircle: API Request History'),
      placeHolder:
        entries.length === 0
          ? vscode.l10n.t('No requests have been sent from this workspace')
          : vscode.l10n.t(
              'Select a request to open it. Queries, headers, and bodies are kept while the window is open.',
            ),
      matchOnDescription: true,
    },
  );
  if (chosen) {
    await openRequest(history.textOf(account.id, chosen.entry) ?? textFor(chosen.entry));
  }
}

/** Clears what the active account sent from this workspace. */
export async function clearHistory(history: RequestHistory, { account }: SessionStore): Promise<void> {
  await (account && history.clear(account));
  showStatus(vscode.l10n.t('API request history cleared.'));
}

/** What was sent, how it ended, and when. */
export function historyRow(entry: HistoryEntry): vscode.QuickPickItem {
  return {
    label: callOf(entry),
    description: momentOf(entry),
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
