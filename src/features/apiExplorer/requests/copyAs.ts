import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import { curlCommand } from '../../../api/request/copyAs/curl';
import { fetchSnippet } from '../../../api/request/copyAs/fetchSnippet';
import { powershellCommand } from '../../../api/request/copyAs/powershell';
import type { HttpRequest } from '../../../api/request/request';
import { resolveRequest } from '../../../api/request/resolve/resolve';
import { Command } from '../../../contributions';
import { notificationText } from '../../../support/visibleText';
import { ensureSignedIn } from '../../../ui/ensureSignedIn';
import { requireRequestPlace } from './requestPlace';
import { problemText } from './requestProblems';

export type CopyForm = 'curl' | 'powershell' | 'fetch';

/** Copies the request at a place for the command line. The token stays out: it is `AC_ACCESS_TOKEN` there (T11). */
export async function copyAs(form: CopyForm, argument: unknown, sessions: SessionStore): Promise<void> {
  const account = await ensureSignedIn(sessions);
  const place = account && requireRequestPlace(argument);
  if (!account || !place) {
    return;
  }
  const resolved = resolveRequest(place.parsed, place.request);
  if ('problems' in resolved) {
    const [problem] = resolved.problems;
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Not copied. {0}', problem ? notificationText(problemText(problem)) : ''),
    );
    return;
  }
  const text = textOf(form, resolved.request, account);
  if (text === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("JavaScript's fetch cannot send {0}. Copy it as cURL.", resolved.request.method),
    );
    return;
  }
  await vscode.env.clipboard.writeText(text);
  const openTerminal = vscode.l10n.t('Open Terminal with Access Token');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Copied. It takes the token from the environment variable {0}.', 'AC_ACCESS_TOKEN'),
    openTerminal,
  );
  if (chosen === openTerminal) {
    await vscode.commands.executeCommand(Command.openTerminal);
  }
}

function textOf(form: CopyForm, request: HttpRequest, { hosts }: Account): string | undefined {
  switch (form) {
    case 'curl':
      return curlCommand(request, hosts.api);
    case 'powershell':
      return powershellCommand(request, hosts.api);
    case 'fetch':
      return fetchSnippet(request, hosts.api);
  }
}
