import * as vscode from 'vscode';
import { Shapes } from '../../../api/openapi/schema/schema';
import { templateSegments } from '../../../api/request/template';
import type { DescribedOperation } from '../../../api/request/assist/operationList';
import type { RequestDraft, TextPlace } from '../../../api/request/assist/place';
import { placeAt } from '../../../api/request/assist/placeAt';
import { percentDecode } from '../../../api/request/encoding';
import { parseRequests } from '../../../api/request/parse/parse';
import { isLiteral } from '../../../api/request/parse/pieces';
import type { Span } from '../../../api/request/parse/problem';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { rangeOf } from '../requests/requestPlace';
import type { AssistDeps } from './requestCompletions';
import { operationSummaryMarkdown, valueMarkdown } from './valueMarkdown';

/** What the API's description says of what stands at a place of a request document; undefined for nothing. */
export async function hoverRequest(
  { operations, bodies }: Pick<AssistDeps, 'operations' | 'bodies'>,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const text = document.getText();
  const offset = document.offsetAt(position);
  const { place, draft } = placeAt(text, offset);
  if (place.kind === 'variable') {
    const markdown = variableMarkdown(text, place);
    return markdown && new vscode.Hover(markdown, rangeOf(document, place));
  }
  const described = await operations.match(draft);
  if (!described) {
    return undefined;
  }
  if (place.kind === 'body' && draft.body) {
    const body = await bodies.of(draft, described, 'complete');
    const at = draft.body.start;
    const meaning = await body?.meaningAt(text.slice(at, draft.body.end), offset - at);
    const [schema] = meaning?.schemas ?? [];
    return meaning && schema?.shape && schema.field !== undefined && schema.field !== ''
      ? new vscode.Hover(
          valueMarkdown({ name: schema.field, shape: schema.shape, required: false, written: meaning.value }),
          rangeOf(document, { start: at + meaning.start, end: at + meaning.end }),
        )
      : undefined;
  }
  const markdown = placeMarkdown(described, place, draft, text);
  return markdown && new vscode.Hover(markdown, rangeOf(document, place));
}

function placeMarkdown(
  described: DescribedOperation,
  place: TextPlace,
  draft: RequestDraft,
  text: string,
): vscode.MarkdownString | undefined {
  const written = text.slice(place.start, place.end);
  switch (place.kind) {
    case 'method':
      return operationSummaryMarkdown(described.operation, described.operation.description);
    case 'path': {
      const [part, ...more] = templateSegments(described.operation.path)[place.index] ?? [];
      return part && 'parameter' in part && more.length === 0
        ? parameterMarkdown(described, 'path', part.parameter, written)
        : operationSummaryMarkdown(described.operation, described.operation.description);
    }
    case 'queryName':
      return parameterMarkdown(described, 'query', written, valueIn(draft, place));
    case 'queryValue':
      return parameterMarkdown(described, 'query', place.name, written);
    case 'headerName':
      return parameterMarkdown(described, 'header', written, undefined);
    case 'headerValue':
      return parameterMarkdown(described, 'header', place.name, written);
    default:
      return undefined;
  }
}

function parameterMarkdown(
  { description, operation }: DescribedOperation,
  place: 'path' | 'query' | 'header',
  name: string,
  written: string | undefined,
): vscode.MarkdownString | undefined {
  const plain = place === 'query' ? (percentDecode(name) ?? name) : name;
  const parameter = operation.parameters.find(
    (one) =>
      one.in === place &&
      (place === 'header' ? one.name.toLowerCase() === plain.toLowerCase() : one.name === plain),
  );
  return (
    parameter && valueMarkdown({ ...parameter, shape: new Shapes(description).of(parameter.schema), written })
  );
}

/** The value of the pair whose name a place is. */
function valueIn({ query }: RequestDraft, { start }: Span): string | undefined {
  const pair = query.find(({ name }) => name[0]?.start === start);
  return pair?.value.every(isLiteral) ? pair.value.map((piece) => piece.text).join('') : undefined;
}

function variableMarkdown(text: string, place: Span): vscode.MarkdownString | undefined {
  const name = text.slice(place.start, place.end).trim();
  const variable = parseRequests(text).variables.get(name);
  if (!variable) {
    return undefined;
  }
  const value = variable.value.map((piece) => (isLiteral(piece) ? piece.text : `{{${piece.name}}}`)).join('');
  return new SafeMarkdown()
    .heading(name)
    .paragraph(value === '' ? vscode.l10n.t('It has no value yet.') : value).value;
}
