import * as vscode from 'vscode';
import type { ParsedDocument, ParsedRequest } from '../../../api/request/document';
import { parseRequests } from '../../../api/request/parse/parse';
import type { Problem } from '../../../api/request/parse/problem';
import { problemsOf } from '../../../api/request/resolve/resolve';
import { suppliedValue } from '../../../api/request/resolve/supplied';
import { Command, RequestLanguageId, type CommandId } from '../../../contributions';
import { makeProblem } from '../../../ui/documents/problems';
import { makeLens } from '../../../ui/documents/lenses';
import { scratchNameOf } from '../scratch/scratchAddress';
import { idPlaces } from './requestIds';
import { rangeOf, type RequestArgument } from './requestPlace';
import { problemText } from './requestProblems';

/** What can be done with each request of a document, above its request line. */
class RequestLenses implements vscode.CodeLensProvider {
  constructor(
    private readonly valueOf: KnownBeside['valueOf'],
    readonly onDidChangeCodeLenses: vscode.Event<void>,
  ) {}

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const text = document.getText();
    const { requests, variables } = parseRequests(text);
    return requests.flatMap((request, nth) => {
      const range = rangeOf(document, request.line);
      const argument: RequestArgument = { uri: document.uri.toString(), offset: request.line.start };
      const lens = (title: string, command: CommandId, icon?: string, more: object = {}) =>
        makeLens(range, { title, command, ...(icon && { icon }), arguments: [{ ...argument, ...more }] });
      return [
        lens(vscode.l10n.t('Send'), Command.sendRequest, 'play'),
        ...(nth === 0 && requests.length > 1
          ? [lens(vscode.l10n.t('Send All'), Command.sendAllRequests, 'run-all')]
          : []),
        ...(nth > 0 && nth < requests.length - 1
          ? [lens(vscode.l10n.t('Send From Here'), Command.sendFromHere, 'run-below')]
          : []),
        lens(vscode.l10n.t('Copy as cURL'), Command.copyRequestAsCurl),
        lens(vscode.l10n.t('Documentation'), Command.showOperation),
        ...idPlaces(request, text).map(({ name }) =>
          lens(vscode.l10n.t('Pick {0}', name), Command.pickRequestValue, 'search', { name }),
        ),
        ...openNames(request, variables)
          .filter((name) => this.valueOf(name) !== undefined)
          .map((name) =>
            lens(vscode.l10n.t('Write {0} to Document', name), Command.writeRequestValue, 'edit', { name }),
          ),
        ...(nth === 0 && scratchNameOf(document.uri) !== undefined
          ? [lens(vscode.l10n.t('Save to File'), Command.saveRequestToFile, 'save-as')]
          : []),
      ];
    });
  }
}

/** The variables of a request that its document has no value for, each once. */
function openNames({ uses }: ParsedRequest, variables: ParsedDocument['variables']): string[] {
  const open = uses.filter(({ name }) => (variables.get(name)?.value.length ?? 0) === 0);
  return [...new Set(open.map(({ name }) => name))];
}

/** What is known beside the documents. */
export interface KnownBeside {
  /** The value that was picked for a name. */
  readonly valueOf: (name: string) => string | undefined;
  readonly onDidChange: (listener: () => void) => vscode.Disposable;
}

/** Lenses and problems of request documents, kept up with what is typed, and with what is known beside them. */
export function registerRequestEditing({ valueOf, onDidChange }: KnownBeside): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection(RequestLanguageId);
  const check = (document: vscode.TextDocument) => {
    if (document.languageId === RequestLanguageId) {
      problems.set(
        document.uri,
        problemsOf(parseRequests(document.getText()), (name) => suppliedValue(valueOf(name))).map((problem) =>
          makeProblem(rangeOf(document, problem), {
            message: problemText(problem),
            severity: severityOf(problem),
            code: problem.code,
          }),
        ),
      );
    }
  };
  const lensChanges = new vscode.EventEmitter<void>();
  const checkAll = () => {
    vscode.workspace.textDocuments.forEach(check);
    lensChanges.fire();
  };
  checkAll();
  return vscode.Disposable.from(
    problems,
    lensChanges,
    onDidChange(checkAll),
    vscode.languages.registerCodeLensProvider(
      { language: RequestLanguageId },
      new RequestLenses(valueOf, lensChanges.event),
    ),
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      check(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      problems.delete(uri);
    }),
  );
}

/** A value that is asked for is no mistake, but one that is set nowhere may be. */
function severityOf({ code }: Problem): vscode.DiagnosticSeverity {
  const { Error: error, Information: information, Warning: warning } = vscode.DiagnosticSeverity;
  return code === 'needsValue' ? information : code === 'unknownVariable' ? warning : error;
}
