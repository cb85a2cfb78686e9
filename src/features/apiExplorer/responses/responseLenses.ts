import * as vscode from 'vscode';
import { Command } from '../../../contributions';
import { failureAfterRenewal } from '../../../api/responseFailure';
import { idNameOf } from '../../../api/response/idNames';
import { idsIn } from '../../../api/response/ids';
import { taskIdIn } from '../../../api/response/taskId';
import type { Redactor } from '../../../support/redact';
import { makeLens } from '../../../ui/documents/lenses';
import { idLinks } from '../ids/idLinks';
import { ResponseDocuments, type ShownResponse } from './responseDocuments';
import { differencesText } from '../inspect/differencesText';
import {
  codeText,
  extentText,
  filterText,
  headersText,
  helpText,
  momentText,
  oldText,
  receivingText,
  redirectText,
  remarksOn,
  revealText,
  statusIcon,
} from './responseText';
import { nextPageRequest } from './nextPageRequest';
import { taskIcon, taskText } from './taskText';

/** What a lens above an answer does. */
export type ResponseAction =
  'reveal' | 'hide' | 'showAll' | 'next' | 'save' | 'openFile' | 'again' | 'stop' | 'follow' | 'unfollow';

export interface ResponseActionArgument {
  readonly uri: string;
  readonly action: ResponseAction;
}

/** What stands above an answer, and the ids in it as links. */
export function registerResponseLenses(responses: ResponseDocuments): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changes,
    responses.onDidChange(() => {
      changes.fire();
    }),
    vscode.languages.registerCodeLensProvider(ResponseDocuments.selector, {
      onDidChangeCodeLenses: changes.event,
      provideCodeLenses: ({ uri }) => {
        const shown = responses.of(uri);
        return shown ? lensesOf(shown, responses.isRevealed(shown), responses.redactor) : [];
      },
    }),
    vscode.languages.registerDocumentLinkProvider(ResponseDocuments.selector, {
      provideDocumentLinks: (document) => {
        const shown = responses.of(document.uri);
        return shown?.kind === 'json'
          ? idLinks(document, idsIn(document.getText(), idNameOf(shown.request.path)), shown.account)
          : [];
      },
    }),
  );
}

/** What can be done comes first, what is to be read after it: a narrow editor cuts the end off. */
function lensesOf(shown: ShownResponse, revealed: boolean, redactor: Redactor): vscode.CodeLens[] {
  const top = new vscode.Range(0, 0, 0, 0);
  const { response, masked, kind, file, filter } = shown;
  const plain = (title: string) => (title === '' ? [] : [makeLens(top, { title })]);
  const act = (icon: string, title: string, action: ResponseAction) =>
    makeLens(top, {
      icon,
      title,
      command: Command.runAnswerAction,
      arguments: [{ uri: shown.uri.toString(), action } satisfies ResponseActionArgument],
    });
  const secrets = revealed
    ? [act('eye-closed', vscode.l10n.t('Hide Secrets'), 'hide')]
    : [act('eye', revealText(masked), 'reveal')];
  const headers = headersText(response, redactor);
  if (shown.receiving) {
    return [
      makeLens(top, { icon: 'sync~spin', title: receivingText(response, shown.receiving) }),
      act('debug-stop', vscode.l10n.t('Stop'), 'stop'),
      ...plain(headers),
    ];
  }
  return [
    ...(shown.isOld ? [makeLens(top, { icon: 'history', title: oldText() })] : []),
    makeLens(top, { icon: statusIcon(response), title: codeText(response) }),
    ...(filter ? [act('clear-all', vscode.l10n.t('Clear Filter'), 'showAll')] : []),
    ...(nextPageRequest(shown) ? [act('arrow-down', vscode.l10n.t('Next Page'), 'next')] : []),
    ...(masked > 0 ? secrets : []),
    ...(file ? [act('go-to-file', vscode.l10n.t('Reveal File'), 'openFile')] : []),
    ...(kind === 'binary' && !file ? [act('save', vscode.l10n.t('Save to File…'), 'save')] : []),
    ...taskLenses(shown, act),
    act('refresh', vscode.l10n.t('Send Again'), 'again'),
    ...remarksOn(shown).map((remark) => makeLens(top, remark)),
    ...(filter ? plain(filterText(filter)) : []),
    ...(response.status >= 300 ? plain(noteOf(shown, redactor)) : []),
    ...plain(headers),
    ...plain(extentText(response)),
    ...plain(differencesText(shown, redactor)),
    ...plain(redactor.redact(momentText(shown))),
  ];
}

/** What is known of the task that a response names, and what can be done about it. */
function taskLenses(
  { response, task }: ShownResponse,
  act: (icon: string, title: string, action: ResponseAction) => vscode.CodeLens,
): vscode.CodeLens[] {
  if (task?.kind === 'following') {
    return [
      act(taskIcon(task), taskText(task), 'unfollow'),
      act('debug-stop', vscode.l10n.t('Stop Following'), 'unfollow'),
    ];
  }
  const canFollow = task?.kind !== 'done' && task?.kind !== 'failed' && taskIdIn(response) !== undefined;
  return [
    ...(task
      ? [makeLens(new vscode.Range(0, 0, 0, 0), { icon: taskIcon(task), title: taskText(task) })]
      : []),
    ...(canFollow ? [act('sync', vscode.l10n.t('Follow Task'), 'follow')] : []),
  ];
}

function noteOf({ account, response }: ShownResponse, redactor: Redactor): string {
  const failure = failureAfterRenewal(response, { url: account.hosts.api, redactor });
  return response.status < 400 ? redirectText(failure) : helpText(failure);
}
