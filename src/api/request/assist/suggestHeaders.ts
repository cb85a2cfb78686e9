import type { Operation } from '../../openapi/model';
import { acceptOf, mayHaveBody } from '../mediaTypes';
import { headerParameters } from '../parameters';
import type { Span } from '../parse/problem';
import type { DescribedOperation } from './operationList';
import type { RequestDraft } from './place';
import { snippetText } from '../json/snippetStops';
import { complete, type RequestSuggestion, type Suggestions } from './suggestion';
import { valuesOf } from './suggestQuery';

/** Headers that any request may have; those that the account and the transport say are not among them. */
const usual = ['Accept', 'Accept-Language', 'Cache-Control', 'If-Match', 'If-None-Match', 'User-Agent'];

/** Names of headers: of the operation first, those that it needs before others, without those that are there. */
export function suggestHeaderNames(
  described: DescribedOperation | undefined,
  draft: RequestDraft,
  span: Span,
): Suggestions {
  const written = new Set(
    draft.headers
      .filter(({ start, end }) => end < span.start || span.end < start)
      .map(({ name }) => name.toLowerCase()),
  );
  const takesBody = draft.method !== undefined && mayHaveBody(draft.method);
  const expectsBody = takesBody && (described === undefined || described.operation.body !== undefined);
  const parameters = described ? headerParameters(described.operation) : [];
  const items: RequestSuggestion[] = [
    ...(expectsBody ? [header('Content-Type', described?.operation.body?.required ? 1 : 10, span)] : []),
    ...parameters.map((parameter, nth) => ({
      ...header(parameter.name, (parameter.required ? 2 : 20) + nth / 1000, span),
      deprecated: parameter.deprecated,
      ...(described && {
        subject: { kind: 'parameter', parameter, description: described.description } as const,
      }),
    })),
    ...usual.map((name, nth) => header(name, (name === 'Accept' ? 15 : 100) + nth, span)),
    ...(takesBody && !expectsBody ? [header('Content-Type', 90, span)] : []),
  ];
  const names = new Set<string>();
  return complete(
    items.filter(({ label }) => {
      const name = label.toLowerCase();
      const isNew = !written.has(name) && !names.has(name);
      names.add(name);
      return isNew;
    }),
  );
}

/** Values of a header: media types of body and responses, or what the description says of it. */
export function suggestHeaderValues(
  described: DescribedOperation | undefined,
  name: string,
  span: Span,
): Suggestions {
  const parameter =
    described && headerParameters(described.operation).find((one) => sameName(one.name, name));
  if (described && parameter) {
    return complete(valuesOf(described, parameter, span, (text) => text));
  }
  const types = mediaTypesFor(name.toLowerCase(), described?.operation);
  return complete(
    [...new Set(types)].map((type, nth) => ({
      kind: 'value',
      label: type,
      snippet: snippetText(type),
      rank: nth,
      ...span,
    })),
  );
}

function header(name: string, rank: number, span: Span): RequestSuggestion {
  return { kind: 'header', label: name, snippet: snippetText(`${name}: `), rank, continues: true, ...span };
}

function mediaTypesFor(name: string, operation: Operation | undefined): string[] {
  const plain = (type: string) => !type.includes('*');
  if (name === 'accept') {
    const told = (operation?.responses ?? []).flatMap(({ content }) =>
      content.map(({ mediaType }) => mediaType),
    );
    return [...(operation ? [acceptOf(operation)] : []), ...told, 'application/json', '*/*'];
  }
  if (name === 'content-type') {
    const told = (operation?.body?.content ?? []).map(({ mediaType }) => mediaType).filter(plain);
    const others = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'];
    return told.length > 0 ? told : others;
  }
  return name === 'cache-control' ? ['no-cache', 'no-store'] : [];
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
