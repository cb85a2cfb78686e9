import type { ParsedDocument } from '../document';
import { encodeValue } from '../encoding';
import type { JsonBody } from '../json/jsonBody';
import { isLiteral } from '../parse/pieces';
import { parseRequests } from '../parse/parse';
import type { Span } from '../parse/problem';
import type { DescribedOperation, OperationList } from './operationList';
import type { PlacedDraft, RequestDraft, TextPlace } from './place';
import { placeAt } from './placeAt';
import { suggestBody } from './suggestBody';
import { suggestHeaderNames, suggestHeaderValues } from './suggestHeaders';
import { suggestMethods, suggestOperations } from './suggestOperations';
import { idAt, suggestPath } from './suggestPath';
import { suggestQueryNames, suggestQueryValues, valuesOf } from './suggestQuery';
import { complete, noSuggestions, type RequestSuggestion, type Suggestions } from './suggestion';
import { suggestDirectives, suggestUnsetVariables, suggestVariables } from './suggestVariables';

/** Where suggestions come from; each is asked for only where it is needed. */
export interface SuggestionSources {
  operations(): Promise<OperationList>;
  /** The operation that a request is of. */
  match(
    request: Pick<RequestDraft, 'method' | 'segments' | 'query'>,
  ): Promise<DescribedOperation | undefined>;
  /** What knows the JSON of its body. */
  json(draft: RequestDraft, described: DescribedOperation | undefined): Promise<JsonBody | undefined>;
  /** The JSON of the last response to a request of this name; undefined where there is none. */
  response?(request: string): Promise<unknown>;
}

/** What may be written at an offset of a request document. Never throws for what the document or a description says. */
export async function suggestAt(
  text: string,
  offset: number,
  sources: SuggestionSources,
): Promise<Suggestions> {
  return new Suggester(text, offset, placeAt(text, offset), sources).suggest();
}

/** Lines that set a variable. Some may be of a body: then a name counts as set that is not. */
export function declaredNames(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^[ \t]*@([A-Za-z_][\w.-]*)[ \t]*=/gm)].map(([, name = '']) => name));
}

class Suggester {
  private readonly place: TextPlace;
  private readonly draft: RequestDraft;
  /** What is replaced. */
  private readonly span: Span;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    placed: PlacedDraft,
    private readonly sources: SuggestionSources,
  ) {
    this.place = placed.place;
    this.draft = placed.draft;
    this.span = { start: placed.place.start, end: placed.place.end };
  }

  async suggest(): Promise<Suggestions> {
    const { place, span, draft, sources } = this;
    switch (place.kind) {
      case 'statement':
        return this.statement(await sources.operations(), place.separated);
      case 'method':
        return complete(suggestMethods(await sources.operations(), span, { whole: false }));
      case 'target':
        return this.target(await sources.operations());
      case 'path':
        return this.path(await sources.operations(), place.index);
      case 'queryName': {
        const described = await sources.match(draft);
        return described ? suggestQueryNames(described, draft.query, span) : noSuggestions;
      }
      case 'queryValue': {
        const described = await sources.match(draft);
        return described ? suggestQueryValues(described, place.name, span) : noSuggestions;
      }
      case 'headerName':
        return this.headerName(place.beforeHeaders);
      case 'headerValue':
        return suggestHeaderValues(await sources.match(draft), place.name, span);
      case 'body':
        return complete(await this.body());
      case 'variable': {
        const { closed, inBody } = place;
        const isHost = !inBody && this.beginsTarget(place.start);
        const typed = this.text.slice(place.start, this.offset);
        const response = (request: string) => sources.response?.(request) ?? Promise.resolve(undefined);
        return suggestVariables(this.parsed(), this.text, { span, typed, closed, isHost, response });
      }
      case 'variableName':
        return suggestUnsetVariables(this.parsed(), span);
      case 'variableValue':
        return complete(await this.valuesOfVariable(place.name));
      case 'directive':
        return suggestDirectives(span);
      case 'none':
        return noSuggestions;
    }
  }

  private parsed(): ParsedDocument {
    return parseRequests(this.text);
  }

  /** Whether a `{{` opens at the beginning of the target. */
  private beginsTarget(inBraces: number): boolean {
    const { line } = this.draft;
    const before = line ? this.text.slice(line.start, inBraces - 2) : '?';
    return /^(?:[A-Za-z]+[ \t]+)?$/.test(before);
  }

  private statement(list: OperationList, separated: boolean): Suggestions {
    const { span, text, offset } = this;
    const typed = text.slice(span.start, offset);
    const part = separated ? 'request' : 'block';
    const snippet = { declared: declaredNames(text), part } as const;
    const operations = suggestOperations(list, { span, typed, snippet });
    const methods = separated ? [] : suggestMethods(list, span, { whole: true });
    return { ...operations, items: [...methods, ...operations.items] };
  }

  private target(list: OperationList): Suggestions {
    const { span, draft, text, offset } = this;
    const typed = text.slice(span.start, offset);
    const rest = text.slice(draft.line?.end ?? offset, draft.block.end).trim();
    const part = rest === '' ? 'target' : 'path';
    const method = draft.method;
    return suggestOperations(list, {
      span,
      typed,
      method,
      snippet: { declared: declaredNames(text), part },
    });
  }

  private path(list: OperationList, index: number): Suggestions {
    const { span, draft, text } = this;
    const declared = declaredNames(text);
    const pathEnd = draft.segments.at(-1)?.end ?? span.end;
    const found = suggestPath(list, { span, index, draft, declared, pathEnd });
    const id = idAt(list, { draft, index });
    const values = id ? this.valuesOfId(list, id, encodeValue) : [];
    return { ...found, items: [...values, ...found.items] };
  }

  private valuesOfId(
    list: OperationList,
    { name, path }: { name: string; path: string },
    encode: (text: string) => string,
  ): RequestSuggestion[] {
    const method = this.draft.method ?? 'GET';
    const summary = list.summaries.find((one) => one.path === path && one.method === method);
    const described = summary && list.details(summary);
    const parameter = described?.operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return described && parameter ? valuesOf(described, parameter, this.span, encode) : [];
  }

  private async headerName(beforeHeaders: boolean): Promise<Suggestions> {
    const { span, draft, sources } = this;
    const described = await sources.match(draft);
    const headers = suggestHeaderNames(described, draft, span);
    if (!described || !beforeHeaders || span.start !== span.end) {
      return headers;
    }
    const lead = draft.query.length > 0 ? '&' : '?';
    const query = suggestQueryNames(described, draft.query, span, lead);
    // Below the headers that are always there, above those that hardly anybody writes.
    const items = query.items.map((item) => ({
      ...item,
      rank: item.rank < 1000 ? 0.5 : 12 + item.rank / 1e6,
    }));
    return complete([...items, ...headers.items]);
  }

  private async body(): Promise<readonly RequestSuggestion[]> {
    const { draft, span: body, sources, text, offset } = this;
    if (draft.quoted) {
      return [];
    }
    const described = await sources.match(draft);
    const value = draft.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? [];
    const mediaType = value.map((piece) => (isLiteral(piece) ? piece.text : '')).join('') || undefined;
    const written = text.slice(body.start, body.end);
    const json = written.trim() === '' ? undefined : await sources.json(draft, described);
    return suggestBody(described, { body, text: written, offset, mediaType }, json);
  }

  /** Of a variable that stands in a path: what the description says of the id there. */
  private async valuesOfVariable(name: string): Promise<RequestSuggestion[]> {
    const request = this.parsed().requests.find(({ uses }) =>
      uses.some((use) => use.name === name && use.where === 'path'),
    );
    const described = request && (await this.sources.match(request));
    const parameter = described?.operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return described && parameter ? valuesOf(described, parameter, this.span, (text) => text) : [];
  }
}
