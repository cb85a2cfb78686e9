import { knownTextsOf } from '../../openapi/labels/knownLabels';
import { valueLabels } from '../../openapi/labels/labelsOf';
import type { Parameter } from '../../openapi/model';
import { Shapes } from '../../openapi/schema/schema';
import type { QueryPair } from '../document';
import { encodeValue, percentDecode } from '../encoding';
import { isLiteral } from '../parse/pieces';
import type { Span } from '../parse/problem';
import type { DescribedOperation } from './operationList';
import { snippetText } from '../json/snippetStops';
import { complete, noSuggestions, type RequestSuggestion, type Suggestions } from './suggestion';

/** Names of query parameters, required ones first, without those that are there already. */
export function suggestQueryNames(
  { description, operation }: DescribedOperation,
  query: readonly QueryPair[],
  span: Span,
  lead = '',
): Suggestions {
  const written = new Set(
    query
      .filter(({ name }) => !name.some(({ start, end }) => start <= span.end && span.start <= end))
      .map(nameOf),
  );
  const parameters = operation.parameters.filter(
    ({ in: place, name }) => place === 'query' && !written.has(name),
  );
  return complete(
    parameters.map((parameter, nth) => ({
      kind: 'parameter',
      label: lead + parameter.name,
      snippet: snippetText(`${lead}${encodeValue(parameter.name)}=`),
      filter: lead + parameter.name,
      rank: (parameter.deprecated ? 2000 : parameter.required ? 0 : 1000) + nth,
      continues: true,
      deprecated: parameter.deprecated,
      subject: { kind: 'parameter', parameter, description },
      ...span,
    })),
  );
}

/** Values of a query parameter. */
export function suggestQueryValues(described: DescribedOperation, name: string, span: Span): Suggestions {
  const plain = percentDecode(name) ?? name;
  const parameter = described.operation.parameters.find(
    (one) => one.in === 'query' && (one.name === plain || one.name === plain.replace(/\[\w*\]$/, '')),
  );
  return parameter ? complete(valuesOf(described, parameter, span, encodeValue)) : noSuggestions;
}

const MAX_VALUES = 200;

/** The values that a parameter can have, as far as its description tells: choices, yes and no, dates, an example. */
export function valuesOf(
  { description }: DescribedOperation,
  parameter: Parameter,
  span: Span,
  encode: (text: string) => string,
): RequestSuggestion[] {
  const outer = new Shapes(description).of(parameter.schema);
  const items = outer.items();
  const shape = items.length > 0 ? outer.shape(...items) : outer;
  const labels = valueLabels(shape, parameter.name, parameter.description ?? shape.text('description'));
  const labelOf = new Map<unknown, string>(labels.map(({ value, label }) => [value, label]));
  const listed = shape.get('enum');
  const first = [shape.get('const'), shape.get('default')].filter((value) => value !== undefined);
  const values = [
    ...first,
    ...(Array.isArray(listed) ? (listed as unknown[]) : labelOf.keys()),
    ...(shape.types().includes('string') && !Array.isArray(listed) ? knownTextsOf(parameter.name) : []),
    ...(shape.types().includes('boolean') ? [true, false] : []),
    ...dates(shape.text('format')),
    parameter.example,
    shape.get('example'),
  ];
  const texts = new Map<string, unknown>();
  for (const value of values.flatMap(plainTexts).slice(0, MAX_VALUES)) {
    texts.set(String(value), value);
  }
  return [...texts].map(([text, value], nth) => ({
    kind: 'value',
    label: text === '' ? '""' : text,
    detail: labelOf.get(value),
    snippet: snippetText(encode(text)),
    filter: `${text} ${labelOf.get(value) ?? ''}`.trim(),
    rank: nth,
    ...span,
  }));
}

function plainTexts(value: unknown): (string | number | boolean)[] {
  if (Array.isArray(value)) {
    return (value as unknown[]).slice(0, MAX_VALUES).flatMap(plainTexts);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : [];
}

function dates(format: string | undefined): string[] {
  const now = new Date().toISOString();
  return format === 'date' ? [now.slice(0, 10)] : format === 'date-time' ? [`${now.slice(0, 19)}Z`] : [];
}

function nameOf({ name }: QueryPair): string {
  return name.map((piece) => (isLiteral(piece) ? piece.text : '')).join('');
}
