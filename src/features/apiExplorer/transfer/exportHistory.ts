import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import { harLog, type SentExchange } from '../../../api/export/harLog';
import { showInformation } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { historyRow } from '../requests/historyPick';
import type { Redactor } from '../../../support/redact';
import type { HistoryEntry, RequestHistory } from '../requests/requestHistory';
import type { ResponseDocuments } from '../responses/responseDocuments';
import { saveExport } from './saveExport';

/** What is known of requests that were sent. */
export interface HistoryExportDeps {
  readonly history: RequestHistory;
  readonly responses: ResponseDocuments;
  readonly redactor: Redactor;
  /** Folder of this extension. */
  readonly extension: vscode.Uri;
}

/**
 * Writes requests that were sent from this workspace, one or several that are chosen, into an HTTP Archive: with headers
 * and bodies as far as their responses are still there, without credentials, secrets masked.
 */
export async function exportHistory(
  { account, client, isCurrent }: CommandScope,
  { history, responses, redactor, extension }: HistoryExportDeps,
): Promise<void> {
  const entries = history.of(account.id);
  if (entries.length === 0) {
    void showInformation(vscode.l10n.t('No requests have been sent from this workspace.'));
    return;
  }
  const chosen = await showPick(
    entries.map((entry) => ({ ...historyRow(entry), entry })),
    {
      title: vscode.l10n.t('Appcircle: Export API Requests as HAR'),
      placeHolder: vscode.l10n.t('Choose the requests to export. Secrets are masked.'),
      matchOnDescription: true,
      canPickMany: true,
    },
  );
  if (!chosen || chosen.length === 0 || !isCurrent()) {
    return;
  }
  const version = await versionIn(extension);
  const exchangeOf = (entry: HistoryEntry): SentExchange => {
    const shown = responses.all.find(
      ({ at, request, ...one }) =>
        one.account.id === account.id &&
        !one.receiving &&
        at === entry.at &&
        request.method === entry.method &&
        request.path === entry.path,
    );
    return { ...entry, ...(shown && { request: shown.request, response: shown.response }) };
  };
  await saveExport({
    title: vscode.l10n.t('Export as HAR'),
    file: 'appcircle-requests.har',
    text: () =>
      `${JSON.stringify(
        harLog(
          chosen.map(({ entry }) => exchangeOf(entry)),
          {
            base: client.base,
            creator: { name: 'Appcircle Explorer', version },
            redactor,
            comments: {
              masked: vscode.l10n.t('Headers with credentials are skipped, and secrets are masked.'),
              remembered: vscode.l10n.t('Only the method, path, status, and time are remembered.'),
              withoutBody: vscode.l10n.t('The body is not included.'),
            },
          },
        ),
        undefined,
        2,
      )}\n`,
    done:
      chosen.length === 1
        ? vscode.l10n.t('Exported 1 request. Secrets are masked, but check the file before you share it.')
        : vscode.l10n.t(
            'Exported {0} requests. Secrets are masked, but check the file before you share it.',
            chosen.length,
          ),
  });
}

async function versionIn(extension: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(extension, 'package.json').fsPath;
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}
