import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { ParsedRequest } from '../../../api/request/document';
import { encodeValue } from '../../../api/request/encoding';
import { isSafe, type KnownSafe } from '../../../api/request/isSafe';
import { problemAt, type Problem } from '../../../api/request/parse/problem';
import { openValues, type OpenVariable } from '../../../api/request/resolve/openValues';
import type { HttpRequest } from '../../../api/request/request';
import { RequestChain, type RequestBefore } from '../../../api/request/resolve/requestChain';
import { resolveRequest, type RequestResolution } from '../../../api/request/resolve/resolve';
import { assumedValues, suppliedValue, type SuppliedValues } from '../../../api/request/resolve/supplied';
import { readResponse, type ReadValue } from '../../../api/response/readResponse';
import type { HttpResponse } from '../../../api/transport/model';
import type { RequestPlace } from '../requests/requestPlace';
import type { RequestValues } from '../requests/requestValues';
import { askValues } from './askValues';
import type { NamedResponses } from './namedResponses';

/** What a run takes. */
export interface RequestRunDeps {
  readonly values: RequestValues;
  readonly named: NamedResponses;
  readonly safe: () => Promise<KnownSafe>;
}

/** How requests hang together, by what is known of an account beside a document. */
export type DocumentChain = RequestChain<HttpResponse, ReadValue>;

/** The chain of a document, as things stand. `ofVariable`: what stands for variables without a value. */
export function chainOf(
  { document, parsed }: Pick<RequestPlace, 'document' | 'parsed'>,
  { id: accountId }: Pick<Account, 'id'>,
  named: NamedResponses,
  ofVariable: (name: string) => string | undefined,
): DocumentChain {
  const source = document.uri.toString();
  return new RequestChain<HttpResponse, ReadValue>(parsed, {
    last: (handle) => named.of({ accountId, source, handle }),
    read: readResponse,
    ofVariable: (name) => suppliedValue(ofVariable(name)),
  });
}

/**
 * Requests of a document that are sent for an account, from the first question to the last response: what they need
 * beside the document is asked for once, and is the same for all of them.
 */
export class RequestRun {
  private readonly typed = new Map<string, string>();

  constructor(
    private readonly deps: RequestRunDeps,
    private readonly place: Pick<RequestPlace, 'document' | 'parsed'>,
    private readonly account: Account,
  ) {}

  /** What is wrong with a request whatever its values are. */
  problemOf(request: ParsedRequest): Problem | undefined {
    const resolved = this.assumed(request);
    return 'problems' in resolved ? resolved.problems[0] : undefined;
  }

  /** What has to be sent before a request, as far as its responses are not there, or are not of it any more. */
  before(request: ParsedRequest): readonly RequestBefore[] | Problem {
    return this.chain().before(request);
  }

  /** Asks for what these requests have no value for. False when the person closed a box. */
  async ask(requests: readonly ParsedRequest[]): Promise<boolean> {
    const { values } = this.deps;
    const { id } = this.account;
    const open = new Map<string, OpenVariable>();
    for (const variable of requests.flatMap((request) => openValues(this.place.parsed, request).variables)) {
      if (!this.typed.has(variable.name) && values.picked(id, variable.name) === undefined) {
        const known = open.get(variable.name);
        open.set(variable.name, { ...variable, optional: variable.optional && known?.optional !== false });
      }
    }
    const typed = await askValues([...open.values()], (name) => values.last(id, name));
    if (!typed) {
      return false;
    }
    typed.forEach((value, name) => this.typed.set(name, value));
    await values.type(
      this.account,
      [...typed].filter(([, value]) => value !== ''),
    );
    return true;
  }

  /** The request as it is sent now. Values that were typed before are proposals, and none of it. */
  resolve(request: ParsedRequest): RequestResolution {
    const chain = this.chain();
    const values: SuppliedValues = {
      ofVariable: (name) => suppliedValue(this.valueOf(name)),
      ofReference: (reference) => chain.ofReference(reference),
    };
    return resolveRequest(this.place.parsed, request, { files: true, supplied: values });
  }

  /** Whether it may be sent unasked, as far as that can be told before its values are there. */
  async isSafe(request: ParsedRequest): Promise<boolean> {
    const now = this.resolve(request);
    const resolved = 'request' in now ? now : this.assumed(request);
    return 'request' in resolved && isSafe(resolved.request, await this.deps.safe());
  }

  /** The request that has to come before another is not sent by itself: what it does, somebody has to want. */
  needsSend({ request, use }: RequestBefore): Problem {
    return problemAt('needsResponse', use, request.handle);
  }

  /** What a request is sent as where values are not there yet: their names stand for them, or where they come from. */
  assumed(request: ParsedRequest): RequestResolution {
    const { parsed } = this.place;
    const supplied = assumedValues(
      parsed,
      (name) => suppliedValue(this.valueOf(name) ?? name),
      placeholderOf,
    );
    return resolveRequest(parsed, request, { files: true, supplied });
  }

  /** The path of such a request, in which it can be read where values come from. */
  assumedPath({ path }: HttpRequest): string {
    const handles = new Set(this.place.parsed.requests.map(({ handle = '' }) => handle));
    return [...handles].reduce(
      (shown, handle) => shown.replaceAll(encodeValue(placeholderOf(handle)), comingText(handle)),
      path,
    );
  }

  private chain(): DocumentChain {
    const { values, named } = this.deps;
    const { account, place } = this;
    return chainOf(place, account, named, (name) => this.valueOf(name) ?? values.last(account.id, name));
  }

  private valueOf(name: string): string | undefined {
    return this.typed.get(name) ?? this.deps.values.picked(this.account.id, name);
  }
}

/** What stands for a value that the response to a request will have. A header can hold it, in any language. */
function placeholderOf(request: string): string {
  return `{${request}}`;
}

/** The same for a person. */
function comingText(request: string): string {
  return `{${vscode.l10n.t('from {0}', request)}}`;
}

/** Said where a request was not sent since one before it was not answered well. */
export function unansweredText(request: ParsedRequest, status: number): string {
  return vscode.l10n.t('Not sent. {0} returned {1}.', request.handle ?? request.name ?? '', status);
}
