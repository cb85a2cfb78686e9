import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import { idsInRequests } from '../../../api/request/language/ids';
import { parseRequests } from '../../../api/request/parse/parse';
import type { IdInText } from '../../../api/response/ids';
import { Command, RequestLanguageId } from '../../../contributions';
import { makeLink } from '../../../ui/documents/lenses';

/** An id in a document, and whose it is. */
export interface IdArgument {
  readonly name: string;
  readonly value: string;
  /** Id of the account that it is of. */
  readonly account: string;
  /** Address of the document, and the place in it. */
  readonly uri: string;
  readonly offset: number;
}

/** Links over ids, each of which offers what can be done with it. */
export function idLinks(
  document: vscode.TextDocument,
  ids: readonly IdInText[],
  { id: account }: Pick<Account, 'id'>,
): vscode.DocumentLink[] {
  return ids.map(({ start, end, value, name }) => {
    const argument: IdArgument = { name, value, account, uri: document.uri.toString(), offset: start };
    return makeLink(
      new vscode.Range(document.positionAt(start), document.positionAt(end)),
      vscode.Uri.parse(`command:${Command.showIdActions}?${encodeURIComponent(JSON.stringify([argument]))}`),
      vscode.l10n.t('Use as {0}…', name),
    );
  });
}

/** Links over the ids of request documents. While nobody is signed in there are none: an id is of an account. */
export function registerIdLinks({ sessions }: { sessions: SessionStore }): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { language: RequestLanguageId },
    {
      provideDocumentLinks: (document) => {
        const { account } = sessions;
        const text = document.getText();
        return account ? idLinks(document, idsInRequests(parseRequests(text), text), account) : [];
      },
    },
  );
}
