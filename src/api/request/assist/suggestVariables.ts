import type { ParsedDocument } from '../document';
import { isLiteral, isVariableName } from '../parse/pieces';
import type { Span } from '../parse/problem';
import { snippetText } from '../json/snippetStops';
import { suggestResponsePath } from './suggestResponsePath';
import { complete, type RequestSuggestion, type Suggestions } from './suggestion';

/** A place within `{{ }}`. */
export interface VariablePlace {
  readonly span: Span;
  /** From the braces up to the cursor. */
  readonly typed: string;
  /** Whether the closing braces are there. */
  readonly closed: boolean;
  /** Whether the target begins here: there stands the host. */
  readonly isHost: boolean;
  /** The JSON of the last response to a request of this name; undefined where there is none. */
  readonly response?: (request: string) => Promise<unknown>;
}

/** A request that others can read the response of. */
interface NamedRequest {
  readonly name: string;
  readonly line: string;
}

const parts = ['body', 'headers', 'status'];
const HOST = 'host';
const RESPONSE = 'response';

/** Variables of the document, and requests that have a name, whose last response can be read. */
export async function suggestVariables(
  { variables }: Pick<ParsedDocument, 'variables'>,
  text: string,
  { span, typed, closed, isHost, response }: VariablePlace,
): Promise<Suggestions> {
  const close = closed ? '' : '\\}\\}';
  const [, request, after] = /^([\w-]+)\.(.*)$/.exec(typed) ?? [];
  if (request !== undefined && namedRequests(text).some(({ name }) => name === request)) {
    const [, path] = /^response\.body\.(.*)$/.exec(after ?? '') ?? [];
    if (path === undefined) {
      return complete(suggestParts(request, after ?? '', close, span));
    }
    const offset = span.start + typed.length;
    const [rest = ''] = /^[^{}\r\n]*/.exec(text.slice(offset)) ?? [];
    const value = await response?.(request);
    return complete(suggestResponsePath(value, { typed: path, offset, after: rest.trimEnd(), close }));
  }
  if (isHost) {
    return complete([
      {
        kind: 'variable',
        label: HOST,
        snippet: `host${close}${closed ? '' : '/'}`,
        rank: 0,
        continues: !closed,
        ...span,
      },
    ]);
  }
  return complete([
    ...[...variables].map(([name, { value }]): RequestSuggestion => {
      const shown = value.map((piece) => (isLiteral(piece) ? piece.text : `{{${piece.name}}}`)).join('');
      return {
        kind: 'variable',
        label: name,
        detail: shown,
        snippet: snippetText(name) + close,
        rank: 10,
        subject: { kind: 'variable', name, value: shown },
        ...span,
      };
    }),
    ...namedRequests(text).map(({ name, line }): RequestSuggestion => {
      return {
        kind: 'request',
        label: name,
        detail: line,
        snippet: snippetText(`${name}.response.`),
        rank: 20,
        continues: true,
        subject: { kind: 'request', name, line },
        ...span,
      };
    }),
  ]);
}

/** Names of variables that requests use and nobody sets, for a line that sets one. */
export function suggestUnsetVariables(
  { variables, requests }: Pick<ParsedDocument, 'variables' | 'requests'>,
  span: Span,
): Suggestions {
  const names = new Set(
    requests
      .flatMap(({ uses }) => uses.map(({ name }) => name))
      .filter((name) => isVariableName(name) && !variables.has(name)),
  );
  return complete(
    [...names].map((name) => ({
      kind: 'variable',
      label: name,
      snippet: snippetText(`${name} = `),
      rank: 0,
      continues: true,
      ...span,
    })),
  );
}

/** What a comment may say to the reader. */
export function suggestDirectives(span: Span): Suggestions {
  return complete(
    ['name', 'follow', 'quoted-body'].map((label, nth) => ({
      kind: 'keyword',
      label,
      snippet: label === 'name' ? 'name ' : label,
      rank: nth,
      ...span,
    })),
  );
}

/** Requests with a comment `# @name x`, and the line that comes next. */
export function namedRequests(text: string): NamedRequest[] {
  const found = new Map<string, NamedRequest>();
  for (const [, name = '', rest = ''] of text.matchAll(
    /^[ \t]*(?:#|\/\/)[ \t]*@name[ \t]+([\w-]+)[ \t]*\r?\n([^\r\n]*)/gm,
  )) {
    found.set(name, { name, line: rest.trim() });
  }
  return [...found.values()].slice(0, 200);
}

function suggestParts(
  request: string,
  after: string,
  close: string,
  { start, end }: Span,
): RequestSuggestion[] {
  const [, inner] = /^response\.(.*)$/.exec(after) ?? [];
  if (inner === undefined) {
    return [
      {
        kind: 'keyword',
        label: RESPONSE,
        snippet: 'response.',
        rank: 0,
        continues: true,
        start: start + request.length + 1,
        end,
      },
    ];
  }
  return inner.includes('.')
    ? []
    : parts.map((label, nth) => ({
        kind: 'keyword',
        label,
        snippet:
          label === 'body'
            ? `body.\\$.$1${close}`
            : label === 'headers'
              ? `headers.$1${close}`
              : label + close,
        rank: nth,
        continues: label === 'body',
        start: start + `${request}.response.`.length,
        end,
      }));
}
