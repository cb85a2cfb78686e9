import * as vscode from 'vscode';
import { Command, type CommandId } from '../../../contributions';
import { failureOfStatus } from '../../../api/classify';
import { idNameOf } from '../../../api/response/idNames';
import { idsIn } from '../../../api/response/ids';
import { hostOf } from '../../../support/url';
import { failureText } from '../../../ui/failures/failureText';
import { ResponseDocuments, type ShownResponse } from './responseDocuments';
import { headersText, statusText, withIcon } from './responseText';
import { nextPageRequest } from './nextPageRequest';

/** What a lens above an answer does. */
export type ResponseAction = 'reveal' | 'hide' | 'next' | 'save' | 'openFile' | 'again';

export interface ResponseActionArgument {
  readonly uri: string;
  readonly action: ResponseAction;
}

/** Where an id of an answer is used. */
export interface ValueArgument {
  readonly name: string;
  readonly value: string;
  /** Id of the account that it is of. */
  readonly account: string;
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
        return shown ? lensesOf(shown, responses.isRevealed(shown)) : [];
      },
    }),
    vscode.languages.registerDocumentLinkProvider(ResponseDocuments.selector, {
      provideDocumentLinks: (document) => {
        const shown = responses.of(document.uri);
        return shown?.kind === 'json' ? linksOf(document, shown) : [];
      },
    }),
  );
}

function lensesOf(shown: ShownResponse, revealed: boolean): vscode.CodeLens[] {
  const top = new vscode.Range(0, 0, 0, 0);
  const { response, masked, kind, file } = shown;
  const plain = (title: string) => new vscode.CodeLens(top, { title, command: '' });
  const lens = (title: string, command: CommandId, argument: object) =>
    new vscode.CodeLens(top, { title, command, arguments: [argument] });
  const act = (title: string, action: ResponseAction) =>
    lens(title, Command.runAnswerAction, {
      uri: shown.uri.toString(),
      action,
    } satisfies ResponseActionArgument);
  const secrets = revealed
    ? [act(withIcon('eye-closed', vscode.l10n.t('Hide Secrets')), 'hide')]
    : [act(withIcon('eye', vscode.l10n.t('Show {0} Masked Values Once', masked)), 'reveal')];
  const headers = headersText(response);
  return [
    plain(statusText(response)),
    ...(response.status >= 400 ? [plain(helpText(shown))] : []),
    ...(response.status >= 300 && response.status < 400 ? [plain(redirectText())] : []),
    ...(masked > 0 ? secrets : []),
    ...(nextPageRequest(shown) ? [act(withIcon('arrow-down', vscode.l10n.t('Next Page')), 'next')] : []),
    act(withIcon('refresh', vscode.l10n.t('Send Again')), 'again'),
    ...(file ? [act(withIcon('go-to-file', vscode.l10n.t('Reveal File')), 'openFile')] : []),
    ...(kind === 'empty' || file ? [] : [act(withIcon('save', vscode.l10n.t('Save to File…')), 'save')]),
    ...(kind === 'json' || kind === 'text'
      ? [
          lens(withIcon('diff', vscode.l10n.t('Compare…')), Command.compareAnswers, {
            uri: shown.uri.toString(),
          }),
        ]
      : []),
    // The longest comes last, where a narrow editor cuts it off.
    ...(headers === '' ? [] : [plain(headers)]),
  ];
}

/** What a status means and what helps, in the words of every other place. */
function helpText({ account, response }: ShownResponse): string {
  return failureText(failureOfStatus(response.status, { host: hostOf(account.hosts.api) })).sentence;
}

function redirectText(): string {
  return vscode.l10n.t('The redirect was not followed: a token stays with its own server.');
}

function linksOf(document: vscode.TextDocument, { request, account }: ShownResponse): vscode.DocumentLink[] {
  return idsIn(document.getText(), idNameOf(request.path)).map(({ start, end, value, name }) => {
    const argument: ValueArgument = { name, value, account: account.id };
    const link = new vscode.DocumentLink(
      new vscode.Range(document.positionAt(start), document.positionAt(end)),
      vscode.Uri.parse(`command:${Command.useAnswerValue}?${encodeURIComponent(JSON.stringify([argument]))}`),
    );
    link.tooltip = vscode.l10n.t('Use as {0}', name);
    return link;
  });
}
