import { valueLabels } from '../../openapi/labels/labelsOf';
import { bodySchema, type BodySchema } from '../../openapi/schema/bodySchema';
import { bodySnippet } from '../json/bodySnippet';
import type { JsonBody } from '../json/jsonBody';
import { isForm, isJson, preferredContent } from '../mediaTypes';
import type { Span } from '../parse/problem';
import type { DescribedOperation } from './operationList';
import { snippetText } from '../json/snippetStops';
import { type RequestSuggestion } from './suggestion';
import { encodeValue, percentDecode } from '../encoding';

/** A place in a body; offsets are those of the document. */
export interface BodyPlace {
  readonly body: Span;
  /** The text of the body. */
  readonly text: string;
  readonly offset: number;
  /** What the request says that it is. */
  readonly mediaType: string | undefined;
}

/** Whole bodies where nothing is written yet, else fields and values as the schema says. */
export async function suggestBody(
  described: DescribedOperation | undefined,
  place: BodyPlace,
  json: JsonBody | undefined,
): Promise<readonly RequestSuggestion[]> {
  const { body, text, offset, mediaType } = place;
  if (text.trim() === '') {
    return described ? suggestWholeBody(described, { start: offset, end: offset }, mediaType) : [];
  }
  if (mediaType !== undefined && isForm(mediaType)) {
    return described ? suggestFormFields(described, place) : [];
  }
  const found = (await json?.complete(text, offset - body.start)) ?? [];
  return found.map((one, nth) => ({
    kind: one.isField ? 'field' : 'value',
    label: one.label,
    detail: one.detail,
    snippet: one.snippet,
    filter: one.filterText,
    rank: one.rank * 1000 + nth,
    continues: one.asksForValue,
    deprecated: one.schema?.shape?.get('deprecated') === true,
    ...(one.schema && { subject: { kind: 'field', schema: one.schema, required: one.required } as const }),
    start: body.start + one.start,
    end: body.start + one.end,
  }));
}

function suggestWholeBody(
  { description, operation }: DescribedOperation,
  span: Span,
  mediaType: string | undefined,
): RequestSuggestion[] {
  const contents = operation.body?.content ?? [];
  const content = contents.find((one) => one.mediaType === mediaType) ?? preferredContent(contents);
  if (!content || !isJson(content.mediaType)) {
    return [];
  }
  const schema = bodySchema(description, content.schema, { purpose: 'complete', labels: valueLabels });
  const whole = (['required', 'all'] as const).map((fields, nth): RequestSuggestion => {
    return {
      kind: 'object',
      label: objectLabel(schema, fields),
      snippet: bodySnippet(schema, fields),
      rank: nth,
      subject: { kind: 'object', fields },
      ...span,
    };
  });
  const [required, all] = whole;
  const example: RequestSuggestion[] =
    content.example === undefined || typeof content.example === 'string'
      ? []
      : [
          {
            kind: 'object',
            label: '{…}',
            snippet: snippetText(JSON.stringify(content.example, undefined, 2).replaceAll('{{', '{\\u007b')),
            rank: 5,
            subject: { kind: 'object', fields: 'example' },
            ...span,
          },
        ];
  return [...(required?.snippet === all?.snippet ? whole.slice(0, 1) : whole), ...example];
}

/** `{ name, platform, … }`: which fields an object begins with. */
export function objectLabel(schema: BodySchema, fields: 'required' | 'all'): string {
  const isList = schema.items !== undefined && schema.properties === undefined;
  const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
  const object = (isList ? items : schema) ?? {};
  const names = Object.entries(object.properties ?? {})
    .filter(
      ([name, field]) => field.doNotSuggest !== true && (fields === 'all' || object.required?.includes(name)),
    )
    .map(([name]) => name);
  const shown = names.length > 4 ? [...names.slice(0, 4), '…'] : names;
  const inner = shown.length === 0 ? '{ }' : `{ ${shown.join(', ')} }`;
  return isList ? `[${inner}]` : inner;
}

/** Names and values of a form, `a=1&b=2`. */
function suggestFormFields(
  { description, operation }: DescribedOperation,
  { body, text, offset, mediaType }: BodyPlace,
): RequestSuggestion[] {
  const content = operation.body?.content.find((one) => one.mediaType === mediaType);
  const schema = bodySchema(description, content?.schema, { purpose: 'complete', labels: valueLabels });
  const at = offset - body.start;
  const start = Math.max(text.lastIndexOf('&', at - 1), text.lastIndexOf('\n', at - 1)) + 1;
  const [typed = ''] = /^[^&\r\n]*/.exec(text.slice(start)) ?? [];
  const sign = typed.indexOf('=');
  const fields = Object.entries(schema.properties ?? {});
  if (sign >= 0 && at > start + sign) {
    const field = schema.properties?.[decoded(typed.slice(0, sign))];
    const span = { start: body.start + start + sign + 1, end: body.start + start + typed.length };
    return field ? suggestFormValues(field, span) : [];
  }
  const end = body.start + start + (sign >= 0 ? sign : typed.length);
  return fields.map(([name, field], nth) => ({
    kind: 'field',
    label: name,
    snippet: snippetText(`${encodeValue(name)}${sign >= 0 ? '' : '='}`),
    rank: (schema.required?.includes(name) ? 0 : 1000) + nth,
    subject: { kind: 'field', schema: field, required: schema.required?.includes(name) === true },
    start: body.start + start,
    end,
  }));
}

function suggestFormValues(
  { enum: values = [], enumDetails = [] }: BodySchema,
  span: Span,
): RequestSuggestion[] {
  return values.map((value, nth) => ({
    kind: 'value',
    label: String(value),
    detail: enumDetails[nth],
    snippet: snippetText(encodeValue(String(value))),
    rank: nth,
    ...span,
  }));
}

function decoded(name: string): string {
  return percentDecode(name) ?? name;
}
