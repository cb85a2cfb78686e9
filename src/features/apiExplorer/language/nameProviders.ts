import * as vscode from 'vscode';
import {
  occurrenceAt,
  occurrencesOf,
  renameFault,
  type Occurrence,
} from '../../../api/request/language/occurrences';
import { rangeOf } from '../requests/requestPlace';
import type { RequestTexts } from './requestTexts';

/** Where variables and named requests of a document are given their name, used, and renamed. */
export class RequestNames
  implements
    vscode.DefinitionProvider,
    vscode.ReferenceProvider,
    vscode.DocumentHighlightProvider,
    vscode.RenameProvider
{
  constructor(private readonly texts: RequestTexts) {}

  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.Location[] {
    return this.alike(document, position)
      .filter(({ declares }) => declares)
      .map((place) => new vscode.Location(document.uri, rangeOf(document, place)));
  }

  provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): vscode.Location[] {
    return this.alike(document, position)
      .filter(({ declares }) => includeDeclaration || !declares)
      .map((place) => new vscode.Location(document.uri, rangeOf(document, place)));
  }

  provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.DocumentHighlight[] {
    return this.alike(document, position).map(
      (place) =>
        new vscode.DocumentHighlight(
          rangeOf(document, place),
          place.declares ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read,
        ),
    );
  }

  prepareRename(document: vscode.TextDocument, position: vscode.Position): vscode.Range {
    return rangeOf(document, this.renamable(document, position));
  }

  provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): vscode.WorkspaceEdit {
    const occurrence = this.renamable(document, position);
    const all = this.texts.of(document)?.occurrences ?? [];
    const fault = renameFault(occurrence, newName, all);
    if (fault) {
      throw new Error(fault === 'taken' ? takenText() : badNameText(occurrence));
    }
    const edit = new vscode.WorkspaceEdit();
    for (const place of occurrencesOf(occurrence, all)) {
      edit.replace(document.uri, rangeOf(document, place), newName);
    }
    return edit;
  }

  /** What is renamed at a place; throws what the editor then shows. */
  private renamable(document: vscode.TextDocument, position: vscode.Position): Occurrence {
    const found = this.at(document, position);
    const isSet = this.alike(document, position).some(({ declares }) => declares);
    if (!found || (found.inBody && !isSet)) {
      throw new Error(vscode.l10n.t('Only variables and named requests can be renamed.'));
    }
    if (found.kind === 'host') {
      throw new Error(
        vscode.l10n.t('The host cannot be renamed. It is the server of the signed-in account.'),
      );
    }
    return found;
  }

  private at(document: vscode.TextDocument, position: vscode.Position): Occurrence | undefined {
    return occurrenceAt(this.texts.of(document)?.occurrences ?? [], document.offsetAt(position));
  }

  /** All that stand for the same as the name at a place. */
  private alike(document: vscode.TextDocument, position: vscode.Position): Occurrence[] {
    const found = this.at(document, position);
    return found ? occurrencesOf(found, this.texts.of(document)?.occurrences ?? []) : [];
  }
}

function takenText(): string {
  return vscode.l10n.t('This name is already used in the document.');
}

function badNameText({ kind }: Occurrence): string {
  return kind === 'request'
    ? vscode.l10n.t('This is not a request name. Use letters, digits, underscores, and dashes.')
    : vscode.l10n.t('This is not a variable name. Use letters, digits, dots, and dashes.');
}
