import type {
  Literal,
  ParsedDocument,
  ParsedRequest,
  Piece,
  QueryPair,
  Segment,
  VariableUse,
} from '../document';
import { encodePathText, encodeValue, isDotSegment } from '../encoding';
import { requestHeader, isHeaderValue } from '../headers';
import { isLiteral } from '../parse/pieces';
import { reportTo, type Problem } from '../parse/problem';
import type { BodyPart, HttpRequest, RequestPair } from '../request';
import { assumedMediaType, BodyWriter } from './bodyWriter';
import { assumedValues, type SuppliedValues } from './supplied';
import { Values, type Value } from './values';

/** A request that may be sent, or all that speaks against it. */
export type RequestResolution = { readonly request: HttpRequest } | { readonly problems: readonly Problem[] };

/** Of path, query and headers together, and of the body with its variables put in; UTF-16 units. */
const MAX_HEAD_LENGTH = 256 * 1024;
const MAX_BODY_LENGTH = 8 * 1024 * 1024;

/** What a caller can do with a request, and what it knows. */
export interface ResolveOptions {
  /** It takes a body that has files in it (`HttpRequest.parts`). Without this such a body is a problem. */
  readonly files?: boolean;
  /** What does not stand in the document. */
  readonly supplied?: SuppliedValues | undefined;
}

/**
 * Puts the variables of the document, and what is known beside it, into one of its requests. Never throws, and opens no
 * file.
 */
export function resolveRequest(
  document: ParsedDocument,
  request: ParsedRequest,
  { files = false, supplied }: ResolveOptions = {},
): RequestResolution {
  const resolution = new Resolution(new Values(document, supplied), request);
  const head = resolution.head();
  const body = resolution.body(head.headers, files);
  const problems = [...document.general, ...request.problems, ...resolution.problems];
  return problems.length > 0 ? { problems } : { request: { method: request.method, ...head, ...body } };
}

/** How many requests of a file are tried beforehand; the rest is told when it is sent. */
const MAX_REQUESTS_CHECKED = 200;

/** All problems of a document by place: what reading found, and what the values do. */
export function problemsOf(document: ParsedDocument, ofVariable?: SuppliedValues['ofVariable']): Problem[] {
  const values = new Values(document, assumedValues(document, ofVariable));
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
      query: query.map((pair) => this.pair(pair)),
      headers: headers.map((header) => {
        const value = this.text(header.value).trim();
        if (!isHeaderValue(value)) {
          this.report('badHeaderValue', header, header.name);
        }
        return [header.name, value] as const;
      }),
    };
  }

  body(headers: HttpRequest['headers'], takesFiles: boolean): Pick<HttpRequest, 'body' | 'parts'> {
    const { body } = this.request;
    if (!body) {
      return { body: undefined };
    }
    this.left = MAX_BODY_LENGTH;
    const [first] = body.pieces;
    const type =
      requestHeader({ headers }, 'content-type') ??
      assumedMediaType(first && isLiteral(first) ? first.text : '');
    const writer = new BodyWriter(body.quoted ? '' : type);
    const parts: BodyPart[] = [];
    let text = '';
    for (const piece of body.pieces) {
      if (isLiteral(piece) && piece.file !== undefined) {
        if (!takesFiles) {
          this.report('fileNotTaken', piece);
        }
        parts.push(text, { file: piece.file });
        text = '';
      } else {
        text += this.bodyText(piece, writer);
      }
    }
    return parts.length > 0
      ? { body: undefined, parts: [...parts, text].filter((part) => part !== '') }
      : { body: text };
  }

  private bodyText(piece: Piece, writer: BodyWriter): string {
    const value = isLiteral(piece) ? this.ofUnknown(piece) : this.value(piece);
    if (!value) {
      return isLiteral(piece) ? writer.written(this.takeFromBudget(piece.text)) : '';
    }
    const text = writer.value(value);
    if (text === undefined) {
      this.report('severalLines', piece, isLiteral(piece) ? piece.unknown : piece.name);
    }
    return text ?? '';
  }

  private segment(segment: Segment): string {
    const before = this.problems.length;
    const encoded = segment.pieces
      .map((piece) =>
        isLiteral(piece)
          ? encodePathText(this.takeFromBudget(piece.text))
          : encodeValue(this.value(piece)?.text ?? ''),
      )
      .join('');
    if (!segment.pieces.every(isLiteral) && this.problems.length === before) {
      // What a reader of the text alone could not see.
      if (isDotSegment(encoded)) {
        this.report('dotSegment', segment);
      } else if (encoded === '') {
        this.report('emptySegment', segment);
      }
    }
    return encoded;
  }

  private pair({ name, value }: QueryPair): RequestPair {
    const pair = [this.text(name), this.text(value)] as const;
    return value.some((piece) => isLiteral(piece) && piece.sent !== undefined)
      ? [...pair, value.map((piece) => this.sent(piece)).join('')]
      : pair;
  }

  /** What is put into a value is one opaque part of it. */
  private sent(piece: Piece): string {
    if (isLiteral(piece)) {
      return piece.sent ?? encodeValue(piece.text);
    }
    const value = this.values.of(piece);
    return 'code' in value ? '' : encodeValue(value.text);
  }

  private text(pieces: readonly Piece[]): string {
    return pieces
      .map((piece) => (isLiteral(piece) ? this.takeFromBudget(piece.text) : (this.value(piece)?.text ?? '')))
      .join('');
  }

  /** What stands for a name that a body has in braces, and that is no variable, where anything does. */
  private ofUnknown({ unknown }: Literal): Value | undefined {
    return unknown === undefined ? undefined : this.spend(this.values.ofBlank(unknown));
  }

  /** Undefined where there is none, which is reported. */
  private value(use: VariableUse): Value | undefined {
    const value = this.values.of(use);
    if ('code' in value) {
      this.report(value.code, value, value.facts.name);
      return undefined;
    }
    return this.spend(value);
  }

  private spend<T extends Value | undefined>(value: T): T {
    return value && { ...value, text: this.takeFromBudget(value.text) };
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
