import * as vscode from 'vscode';
import { parseRequests } from '../../../api/request/parse/parse';
import { problemsOf } from '../../../api/request/resolve/resolve';
import { Command, RequestLanguageId, type CommandId } from '../../../contributions';
import { visibleText } from '../../../support/visibleText';
import { withIcon } from '../responses/responseText';
import { idPlaces } from './requestIds';
import { rangeOf, type RequestArgument } from './requestPlace';
import { problemText } from './requestProblems';

/** What can be done with each request of a document, above its request line. */
class RequestLenses implements vscode.CodeLensProvider {
  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const text = document.getText();
    return parseRequests(text).requests.flatMap((request) => {
      const range = rangeOf(document, request.line);
      const argument: RequestArgument = { uri: document.uri.toString(), offset: request.line.start };
      const lens = (title: string, command: CommandId, more: object = {}) =>
        new vscode.CodeLens(range, { title, command, arguments: [{ ...argument, ...more }] });
      return [
        lens(withIcon('play', vscode.l10n.t('Send')), Command.sendRequest),
        lens(vscode.l10n.t('Copy as cURL'), Command.copyRequestAsCurl),
        lens(vscode.l10n.t('Documentation'), Command.showOperation),
        ...idPlaces(request, text).map(({ name }) =>
          lens(withIcon('search', vscode.l10n.t('Pick {0}', visibleText(name))), Command.pickRequestValue, {
            name,
          }),
        ),
      ];
    });
  }
}

/** Lenses and problems of request documents, kept up with what is typed. */
export function registerRequestEditing(): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection(RequestLanguageId);
  const check = (document: vscode.TextDocument) => {
    if (document.languageId === RequestLanguageId) {
      problems.set(
        document.uri,
        problemsOf(parseRequests(document.getText())).map((problem) => {
          const diagnostic = new vscode.Diagnostic(
            rangeOf(document, problem),
            problemText(problem),
            problem.code === 'needsValue'
              ? vscode.DiagnosticSeverity.Information
              : vscode.DiagnosticSeverity.Error,
          );
          diagnostic.source = 'Appcircle';
          diagnostic.code = problem.code;
          return diagnostic;
        }),
      );
    }
  };
  vscode.workspace.textDocuments.forEach(check);
  return vscode.Disposable.from(
    problems,
    vscode.languages.registerCodeLensProvider({ language: RequestLanguageId }, new RequestLenses()),
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      check(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      problems.delete(uri);
    }),
  );
}
