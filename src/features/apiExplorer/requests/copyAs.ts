import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { copyForms, takesFiles, type CopyForm } from '../../../api/request/copyAs/copyForms';
import { resolveRequest } from '../../../api/request/resolve/resolve';
import { Command } from '../../../contributions';
import { showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { ensureSignedIn } from '../../../ui/ensureSignedIn';
import { requireRequestPlace } from './requestPlace';
import { problemText } from './requestProblems';
import type { RequestValues } from './requestValues';
import type { NamedResponses } from '../flows/namedResponses';

/** Whose values stand for what the document leaves open. */
export interface CopyDeps {
  readonly sessions: SessionStore;
  readonly values: RequestValues;
  readonly named: NamedResponses;
}

/**
 * Copies the request at a place for somewhere else, in a form that is given or chosen. The token stays out: it is
 * `AC_ACCESS_TOKEN` there (T11).
 */
export async function copyAs(
  given: CopyForm | undefined,
  argument: unknown,
  { sessions, values, named }: CopyDeps,
): Promise<void> {
  const account = await ensureSignedIn(sessions);
  const place = account && requireRequestPlace(argument);
  const form = place && (given ?? (await chooseForm()));
  if (!account || !form) {
    return;
  }
  const { chainOf } = await import('../flows/requestRun');
  const known = chainOf(place, account, named, (name) => values.picked(account.id, name));
  const resolved = resolveRequest(place.parsed, place.request, {
    files: takesFiles(form),
    supplied: known,
  });
  if ('problems' in resolved) {
    const [problem] = resolved.problems;
    void showWarning(vscode.l10n.t('Not copied. {0}', problem ? problemText(problem) : ''));
    return;
  }
  const text = copyForms[form](resolved.request, account.hosts.api);
  if (text === undefined) {
    void showWarning(
      vscode.l10n.t('JavaScript fetch cannot send {0}. Copy as cURL instead.', resolved.request.method),
    );
    return;
  }
  await vscode.env.clipboard.writeText(text);
  const openTerminal = vscode.l10n.t('Open Terminal with Access Token');
  const chosen = await showInformation(
    vscode.l10n.t('Copied. The token is read from the environment variable {0}.', 'AC_ACCESS_TOKEN'),
    openTerminal,
  );
  if (chosen === openTerminal) {
    await vscode.commands.executeCommand(Command.openTerminal);
  }
}

async function chooseForm(): Promise<CopyForm | undefined> {
  // Names of languages and libraries are the same in each language of the editor.
  const forms: readonly (readonly [form: CopyForm, label: string, description?: string])[] = [
    ['curl', 'cURL'],
    ['powershell', 'PowerShell'],
    ['fetch', 'JavaScript', 'fetch'],
    ['python', 'Python', 'requests'],
    ['swift', 'Swift', 'URLSession'],
    ['kotlin', 'Kotlin', 'OkHttp'],
    ['ci', vscode.l10n.t('CI step'), 'Bash'],
  ];
  const rows = forms.map(([form, label, description]) => ({ form, label, description: description ?? '' }));
  const chosen = await showPick(rows, {
    title: vscode.l10n.t('Appcircle: Copy Request As'),
    placeHolder: vscode.l10n.t('The token stays out and is read from the environment'),
  });
  return chosen?.form;
}
