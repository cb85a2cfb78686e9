import * as vscode from 'vscode';
import { requestAt, type ParsedDocument, type ParsedRequest } from '../../../api/request/document';
import { parseRequests } from '../../../api/request/parse/parse';
import { RequestLanguageId } from '../../../contributions';
import { showInformation } from '../../../ui/dialogs/notifications';

/** A request in an open document, as it stands at this moment. */
export interface RequestPlace {
  readonly document: vscode.TextDocument;
  readonly parsed: ParsedDocument;
  readonly request: ParsedRequest;
}

/** What code lenses name a request by. */
export interface RequestArgument {
  readonly uri: string;
  /** Of the request line, in the text at the time that the lens was made. */
  readonly offset: number;
}

/** The request that a lens names, else the one at the cursor of the active editor. */
export function requestPlace(argument: unknown): RequestPlace | undefined {
  const named = argumentIn(argument);
  const editor = vscode.window.activeTextEditor;
  const document = named
    ? vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === named.uri)
    : editor?.document;
  if (document?.languageId !== RequestLanguageId) {
    return undefined;
  }
  const offset = named?.offset ?? document.offsetAt(editor?.selection.active ?? new vscode.Position(0, 0));
  const parsed = parseRequests(document.getText());
  const [first] = parsed.requests;
  // The cursor may stand in the variables above: the first request is what they are for.
  const request = requestAt(parsed, offset) ?? (first && offset < first.start ? first : undefined);
  return request && { document, parsed, request };
}

/** The same; says so where there is none. */
export function requireRequestPlace(argument: unknown): RequestPlace | undefined {
  const place = requestPlace(argument);
  if (!place) {
    void showInformation(
      vscode.l10n.t('There is no request at the cursor. Create one with "New API Request".'),
    );
  }
  return place;
}

export function rangeOf(
  document: vscode.TextDocument,
  { start, end }: { start: number; end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Changes a document as if it had been typed, so that it can be undone. */
export async function applyEdit(
  document: vscode.TextDocument,
  { start, end, text }: { start: number; end: number; text: string },
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, { start, end }), text);
  await vscode.workspace.applyEdit(edit);
}

function argumentIn(argument: unknown): RequestArgument | undefined {
  const { uri, offset } = (argument ?? {}) as Partial<Record<keyof RequestArgument, unknown>>;
  return typeof uri === 'string' && typeof offset === 'number' ? { uri, offset } : undefined;
}
