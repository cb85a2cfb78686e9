import * as vscode from 'vscode';
import { variableLine } from '../../../api/request/write/setVariable';
import type { RequestDraft } from '../../../api/request/assist/place';
import type {
  RequestSuggestion,
  SuggestionKind,
  SuggestionSubject,
} from '../../../api/request/assist/suggestion';
import { Shapes } from '../../../api/openapi/schema/schema';
import { typeOf } from '../../../api/openapi/schema/schemaType';
import { makeSuggestion } from '../../../ui/documents/suggestions';
import { typeText } from './valueMarkdown';

const Kind = vscode.CompletionItemKind;

const kinds: Readonly<Record<SuggestionKind, vscode.CompletionItemKind>> = {
  operation: Kind.Function,
  method: Kind.Keyword,
  segment: Kind.Folder,
  id: Kind.Variable,
  parameter: Kind.Property,
  header: Kind.Property,
  value: Kind.EnumMember,
  field: Kind.Field,
  object: Kind.Struct,
  variable: Kind.Variable,
  request: Kind.Reference,
  keyword: Kind.Keyword,
};

/** An entry of the editor's list, and what it is of. */
export type SuggestionItem = vscode.CompletionItem & { subject?: SuggestionSubject };

/** Suggestions as the editor takes them; none that it would refuse, of several lines. */
export function itemsOf(
  document: vscode.TextDocument,
  position: vscode.Position,
  suggestions: readonly RequestSuggestion[],
  draft: RequestDraft,
): SuggestionItem[] {
  return suggestions.flatMap((suggestion) => {
    const replacing = new vscode.Range(
      document.positionAt(suggestion.start),
      document.positionAt(suggestion.end),
    );
    if (!replacing.isSingleLine || !replacing.contains(position)) {
      return [];
    }
    const inserting = new vscode.Range(replacing.start, position);
    const { label, subject, declares = [] } = suggestion;
    const item: SuggestionItem = makeSuggestion({
      label,
      detail: suggestion.detail ?? detailOf(subject),
      kind: kinds[suggestion.kind],
      snippet: suggestion.snippet,
      filterText: suggestion.filter ?? label,
      sortText: sortTextOf(suggestion.rank),
      range: { inserting, replacing },
      continues: suggestion.continues === true,
      deprecated: suggestion.deprecated === true,
      commitCharacters: suggestion.commit,
      ...(declares.length > 0 && { edits: [declaration(document, draft, declares)] }),
    });
    if (subject) {
      item.subject = subject;
    }
    return [item];
  });
}

/** Ranks as texts of one length, of which the editor shows the smallest first. */
function sortTextOf(rank: number): string {
  return Math.round(rank * 1_000_000)
    .toString()
    .padStart(14, '0');
}

/** Lines that set variables, above the request line. */
function declaration(
  document: vscode.TextDocument,
  { line, block }: RequestDraft,
  names: readonly string[],
): vscode.TextEdit {
  const place = document.positionAt(line?.start ?? block.start);
  const lines = names.map((name) => `${variableLine(name, '')}\n`).join('');
  return vscode.TextEdit.insert(new vscode.Position(place.line, 0), lines);
}

function detailOf(subject: SuggestionSubject | undefined): string | undefined {
  switch (subject?.kind) {
    case 'parameter': {
      const { parameter, description } = subject;
      const type = parameter.schema === undefined ? '' : typeOf(new Shapes(description).of(parameter.schema));
      return typeText(type || vscode.l10n.t('any'), parameter.required);
    }
    case 'field': {
      const shape = subject.schema.shape ?? new Shapes({ resolve: (value) => ({ value }) }).of({});
      return typeText(typeOf(shape), subject.required);
    }
    case 'object':
      return objectText(subject.fields);
    default:
      return undefined;
  }
}

function objectText(fields: 'required' | 'all' | 'example'): string {
  switch (fields) {
    case 'required':
      return vscode.l10n.t('Required fields');
    case 'all':
      return vscode.l10n.t('All fields');
    case 'example':
      return vscode.l10n.t('Example of the API description');
  }
}
