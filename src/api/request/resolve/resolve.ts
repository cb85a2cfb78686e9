import type { ParsedDocument, ParsedRequest, Piece, Segment, VariableUse } from '../document';
import { encodePathText, encodeValue, isDotSegment } from '../encoding';
import { requestHeader, isHeaderValue } from '../headers';
import { isMultipart } from '../mediaTypes';
import { isLiteral, usesIn } from '../parse/pieces';
import { reportTo, type Problem } from '../parse/problem';
import type { HttpRequest } from '../request';
import { Values } from './values';

/** A request that may be sent, or all that speaks against it. */
export type RequestResolution = { readonly request: HttpRequest } | { readonly problems: readonly Problem[] };

/** Of path, query and headers together, and of the body with its variables put in; UTF-16 units. */
const MAX_HEAD_LENGTH = 256 * 1024;
const MAX_BODY_LENGTH = 8 * 1024 * 1024;

/** Puts the variables of the document into one of its requests. Never throws. */
export function resolveRequest(document: ParsedDocument, request: ParsedRequest): RequestResolution {
  const resolution = new Resolution(new Values(document.variables), request);
  const head = resolution.head();
  const body = resolution.body(head.headers);
  const problems = [...document.general, ...request.problems, ...resolution.problems];
  return problems.length > 0 ? { problems } : { request: { method: request.method, ...head, body } };
}

/** How many requests of a file are tried beforehand; the rest is told when it is sent. */
const MAX_REQUESTS_CHECKED = 200;

/** All problems of a document by place: what reading found, and what the values do. */
export function problemsOf(document: ParsedDocument): Problem[] {
  const values = new Values(document.variables);
  const found = document.requests.slice(0, MAX_REQUESTS_CHECKED).flatMap((request) => {
    const resolution = new Resolution(values, request);
    resolution.head();
    return resolution.problems;
  });
  const byPlace = new Map([...document.problems, ...found].map((problem) => [keyOf(problem), problem]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

/** Two requests that use a broken variable find the same problem. */
function keyOf({ code, start, end }: Problem): string {
  return `${code} ${start} ${end}`;
}

class Resolution {
  readonly problems: Problem[] = [];
  private readonly report = reportTo(this.problems);
  private left = MAX_HEAD_LENGTH;

  constructor(
    private readonly values: Values,
    private readonly request: ParsedRequest,
  ) {}

  head(): Pick<HttpRequest, 'path' | 'query' | 'headers'> {
    const { segments, query, headers } = this.request;
    return {
      path: segments.map((segment) => `/${this.segment(segment)}`).join(''),
      query: query.map(({ name, value }) => [this.text(name), this.text(value)] as const),
      headers: headers.map((header) => {
        const value = this.text(header.value).trim();
        if (!isHeaderValue(value)) {
          this.report('badHeaderValue', header, header.name);
        }
        return [header.name, value] as const;
      }),
    };
  }

  body(headers: HttpRequest['headers']): string | undefined {
    const { body } = this.request;
    if (!body) {
      return undefined;
    }
    this.left = MAX_BODY_LENGTH;
    const newline =
      isMultipart(requestHeader({ headers }, 'content-type') ?? '') && !body.quoted ? '\r\n' : '\n';
    return body.pieces
      .map((piece) => {
        const text = isLiteral(piece) ? this.takeFromBudget(piece.text) : this.value(piece);
        return isLiteral(piece) && newline !== '\n' ? text.replaceAll('\n', newline) : text;
      })
      .join('');
  }

  private segment(segment: Segment): string {
    const before = this.problems.length;
    const encoded = segment.pieces
      .map((piece) =>
        isLiteral(piece) ? encodePathText(this.takeFromBudget(piece.text)) : this.idInPath(piece),
      )
      .join('');
    if (usesIn(segment.pieces).length > 0 && this.problems.length === before) {
      // What a reader of the text alone could not see.
      if (isDotSegment(encoded)) {
        this.report('dotSegment', segment);
      } else if (encoded === '') {
        this.report('emptySegment', segment);
      }
    }
    return encoded;
  }

  private idInPath(use: VariableUse): string {
    if (this.values.isBlank(use.name)) {
      this.report('needsValue', use, use.name);
      return '';
    }
    return encodeValue(this.value(use));
  }

  private text(pieces: readonly Piece[]): string {
    return pieces
      .map((piece) => (isLiteral(piece) ? this.takeFromBudget(piece.text) : this.value(piece)))
      .join('');
  }

  private value(use: VariableUse): string {
    const value = this.values.of(use);
    if (typeof value === 'string') {
      return this.takeFromBudget(value);
    }
    this.report(value.code, value, value.facts.name);
    return '';
  }

  /** The text, while there is not too much of it in all. */
  private takeFromBudget(text: string): string {
    if (this.left < 0) {
      return '';
    }
    this.left -= text.length;
    if (this.left < 0) {
      this.report('longRequest', this.request.line);
      return '';
    }
    return text;
  }
}
