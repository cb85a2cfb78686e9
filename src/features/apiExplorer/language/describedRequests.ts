import type { Operation } from '../../../api/openapi/model';
import { sampleOf } from '../../../api/openapi/schema/sample';
import type { DescribedOperation } from '../../../api/request/assist/operationList';
import { fieldFindings } from '../../../api/request/checks/fieldFindings';
import { pathFindings } from '../../../api/request/checks/pathFindings';
import { queryFindings } from '../../../api/request/checks/queryFindings';
import type { RequestFinding } from '../../../api/request/checks/requestFinding';
import type { ParsedRequest } from '../../../api/request/document';
import { jsonFault } from '../../../api/request/json/fault';
import { claimedJson } from '../../../api/request/json/claimedJson';
import { contentOf, type JsonBodies } from '../assist/jsonBodies';
import { matchIn, type KnownOperations, type RequestOperations } from '../assist/requestOperations';
import type { RequestText } from './requestTexts';

/** Requests of a document that are held against descriptions. */
const MAX_REQUESTS = 50;

/** Requests that are remembered to have been of an operation. */
const MAX_SEEN = 1000;

/**
 * Holds requests against the descriptions that are known. No server is asked for its list of descriptions because
 * somebody types: until the list is there, what is publicly known is all there is.
 */
export class DescribedRequests {
  /** The module that described a request when it was last looked at, by what is written of the request. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly operations: RequestOperations,
    private readonly bodies: JsonBodies,
  ) {}

  /** The operation that a request is of. */
  async find(request: ParsedRequest): Promise<Operation | undefined> {
    const { own, publicly } = await this.operations.known();
    return (matchIn(own, request) ?? matchIn(publicly, request))?.operation;
  }

  /** What descriptions say against the requests of a document. */
  async check(read: RequestText): Promise<RequestFinding[]> {
    const known = await this.operations.known();
    const requests = read.parsed.requests.slice(0, MAX_REQUESTS);
    return (await Promise.all(requests.map(async (request) => this.checkOne(read, request, known)))).flat();
  }

  private async checkOne(
    { text, parsed }: RequestText,
    request: ParsedRequest,
    { own, modules, publicly }: KnownOperations,
  ): Promise<RequestFinding[]> {
    if (request.segments.length === 0) {
      return [];
    }
    const matched = matchIn(own, request);
    if (!matched && this.isGone(text, request, modules)) {
      return [{ code: 'goneOperation', name: '', expected: [], fixes: [], ...request.target }];
    }
    if (matched) {
      this.remember(writtenTarget(text, request), this.operations.moduleOf(matched) ?? '');
    }
    const found = matched ?? matchIn(publicly, request);
    if (!found) {
      return pathFindings(request, [...own.summaries, ...publicly.summaries]);
    }
    return [
      ...queryFindings(text, parsed, request, { operation: found.operation, resolver: found.description }),
      ...(await this.checkBody(text, request, found)),
    ];
  }

  /** Whether a description had its operation, and is still there without it. */
  private isGone(text: string, request: ParsedRequest, modules: readonly string[]): boolean {
    const before = this.seen.get(writtenTarget(text, request));
    return before !== undefined && modules.includes(before);
  }

  private async checkBody(
    text: string,
    request: ParsedRequest,
    found: DescribedOperation,
  ): Promise<RequestFinding[]> {
    const body = claimedJson(request);
    if (!body || jsonFault(text, body)) {
      return [];
    }
    const json = await this.bodies.of(request, found, 'check');
    const problems = (await json?.validate(text.slice(body.start, body.end))) ?? [];
    if (problems.length === 0) {
      return [];
    }
    const schema = contentOf(request, found)?.schema;
    return fieldFindings(text, body, problems, sampleOf(found.description, schema));
  }

  private remember(written: string, id: string): void {
    this.seen.delete(written);
    this.seen.set(written, id);
    const [oldest] = this.seen.keys();
    if (this.seen.size > MAX_SEEN && oldest !== undefined) {
      this.seen.delete(oldest);
    }
  }
}

function writtenTarget(text: string, { method, target }: ParsedRequest): string {
  return `${method} ${text.slice(target.start, target.end)}`;
}
