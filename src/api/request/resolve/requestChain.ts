import type { ParsedDocument, ParsedRequest, ReferenceUse } from '../document';
import { problemAt, type Problem, type ProblemCode } from '../parse/problem';
import type { ResponseReference } from '../parse/readReference';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';
import { openValues } from './openValues';
import { resolveRequest } from './resolve';
import type { SuppliedValue, SuppliedValues } from './supplied';

/** The last response of a request, and what was sent for it. */
export interface LastResponse<R> {
  readonly request: HttpRequest;
  readonly response: R;
}

/** What a chain of requests takes from outside. `R` is a response, which only `read` looks into. */
export interface ChainOptions<R, V extends SuppliedValue> {
  /** The last response to the request of this name, of the same account and document. */
  last(name: string): LastResponse<R> | undefined;
  read(response: R, reference: ResponseReference): V | ProblemCode;
  ofVariable: SuppliedValues['ofVariable'];
}

/** A request that has to be sent before another, and where that one reads its response. */
export interface RequestBefore {
  readonly request: ParsedRequest;
  readonly use: ReferenceUse;
}

/** How many requests may stand before one, each by itself and one behind another. */
const MAX_BEFORE = 20;

/** Responses that are read on the way to one, each for the next: as many as are kept of a document. */
const MAX_DEPTH = 50;

/**
 * How the requests of a document hang together: what is read of which response, and what has to be sent before another.
 * A response counts as long as its request would be sent today as it was then: never an old one for a changed request.
 * Each request is worked out once; a chain is thrown away when a response comes or a value changes.
 */
export class RequestChain<R, V extends SuppliedValue> implements SuppliedValues {
  private readonly named = new Map<string, ParsedRequest | 'duplicateName'>();
  private readonly current = new Map<string, R | undefined>();
  private depth = 0;

  constructor(
    private readonly document: ParsedDocument,
    private readonly options: ChainOptions<R, V>,
  ) {
    for (const request of document.requests) {
      const { handle } = request;
      if (handle !== undefined) {
        this.named.set(handle, this.named.has(handle) ? 'duplicateName' : request);
      }
    }
  }

  ofVariable(name: string): SuppliedValue | undefined {
    return this.options.ofVariable(name);
  }

  ofReference(reference: ResponseReference): V | ProblemCode {
    if (reference.part === 'unreadable') {
      return 'badReference';
    }
    const request = this.named.get(reference.request);
    if (request === undefined || request === 'duplicateName') {
      return request ?? 'unknownRequest';
    }
    const response = this.responseTo(request, reference.request);
    return response === undefined ? 'needsResponse' : this.options.read(response, reference);
  }

  /** What has to be sent before a request, in order; or why it cannot be. */
  before(request: ParsedRequest): readonly RequestBefore[] | Problem {
    const order = new Map<ParsedRequest, ReferenceUse>();
    return this.collect(request, [], order) ?? [...order].map(([other, use]) => ({ request: other, use }));
  }

  private collect(
    request: ParsedRequest,
    above: readonly ParsedRequest[],
    order: Map<ParsedRequest, ReferenceUse>,
  ): Problem | undefined {
    for (const use of openValues(this.document, request).references) {
      const { request: name } = use.reference;
      const other = this.named.get(name);
      const problem = (code: ProblemCode) => problemAt(code, use, name);
      if (other === undefined || other === 'duplicateName') {
        return problem(other ?? 'unknownRequest');
      }
      if (order.has(other) || this.responseTo(other, name) !== undefined) {
        continue;
      }
      if (other === request || above.includes(other)) {
        return problem('cyclicRequest');
      }
      if (above.length + 1 >= MAX_BEFORE || order.size >= MAX_BEFORE) {
        return problem('deepRequest');
      }
      const below = this.collect(other, [...above, request], order);
      if (below) {
        return below;
      }
      order.set(other, use);
    }
    return undefined;
  }

  /** The response that counts, if there is one. Who asks for it on the way to it is told that there is none. */
  private responseTo(request: ParsedRequest, name: string): R | undefined {
    if (this.current.has(name)) {
      return this.current.get(name);
    }
    this.current.set(name, undefined);
    const last = this.depth < MAX_DEPTH ? this.options.last(name) : undefined;
    this.depth++;
    const now = last && resolveRequest(this.document, request, { files: true, supplied: this });
    this.depth--;
    const response = now && 'request' in now && isSame(now.request, last.request) ? last.response : undefined;
    this.current.set(name, response);
    return response;
  }
}

function isSame(one: HttpRequest, other: HttpRequest): boolean {
  return textOf(one) === textOf(other);
}

function textOf(request: HttpRequest): string {
  return JSON.stringify([request.method, targetOf(request), request.headers, request.body, request.parts]);
}
