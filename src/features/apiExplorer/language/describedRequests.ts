import type { ApiDescription } from '../../../api/openapi/description';
import type { Operation, OperationSummary } from '../../../api/openapi/model';
import { sampleOf } from '../../../api/openapi/schema/sample';
import type { DescribedOperation } from '../../../api/request/assist/operationList';
import { fieldFindings } from '../../../api/request/checks/fieldFindings';
import { pathFindings } from '../../../api/request/checks/pathFindings';
import { queryFindings } from '../../../api/request/checks/queryFindings';
import type { RequestFinding } from '../../../api/request/checks/requestFinding';
import type { ParsedRequest } from '../../../api/request/document';
import { jsonFault } from '../../../api/request/json/fault';
import { claimedJson } from '../../../api/request/json/claimedJson';
import { matchOperation } from '../../../api/request/matchOperation';
import { contentOf, JsonBodies } from '../assist/jsonBodies';
import type { ApiModule } from '../descriptions/apiModule';
import type { Descriptions } from '../descriptions/descriptions';
import type { RequestText } from './requestTexts';

/** Requests of a document that are held against descriptions. */
const MAX_REQUESTS = 50;

/** Requests that are remembered to have been of an operation. */
const MAX_SEEN = 1000;

interface ReadModule {
  readonly id: string;
  readonly description: ApiDescription;
}

/** Modules, with all their operations. */
interface ModuleGroup {
  readonly modules: readonly ReadModule[];
  readonly summaries: readonly OperationSummary[];
}

/** What the server and opened files say, and what is publicly known where that is not among it. */
interface KnownOperations {
  readonly own: ModuleGroup;
  readonly publicly: ModuleGroup;
}

/**
 * Holds requests against the descriptions that are known. No server is asked for its list of descriptions because
 * somebody types: until the list is there, what is publicly known is all there is.
 */
export class DescribedRequests {
  /** The module that described a request when it was last looked at, by what is written of the request. */
  private readonly seen = new Map<string, string>();
  private readonly unreadable = new WeakSet<ApiModule>();
  private readonly modules = new WeakMap<ApiDescription, ReadModule>();
  private last: { read: readonly (ReadModule | undefined)[]; known: KnownOperations } | undefined;

  constructor(
    private readonly descriptions: Descriptions,
    private readonly bodies = new JsonBodies(),
  ) {}

  /** The operation that a request is of. */
  async find(request: ParsedRequest): Promise<Operation | undefined> {
    const { own, publicly } = await this.read();
    return (matchIn(own, request) ?? matchIn(publicly, request))?.found.operation;
  }

  /** What descriptions say against the requests of a document. */
  async check(read: RequestText): Promise<RequestFinding[]> {
    const known = await this.read();
    const requests = read.parsed.requests.slice(0, MAX_REQUESTS);
    return (await Promise.all(requests.map(async (request) => this.checkOne(read, request, known)))).flat();
  }

  private async checkOne(
    { text, parsed }: RequestText,
    request: ParsedRequest,
    { own, publicly }: KnownOperations,
  ): Promise<RequestFinding[]> {
    if (request.segments.length === 0) {
      return [];
    }
    const matched = matchIn(own, request);
    if (!matched && this.isGone(text, request, own)) {
      return [{ code: 'goneOperation', name: '', expected: [], fixes: [], ...request.target }];
    }
    if (matched) {
      this.remember(writtenTarget(text, request), matched.id);
    }
    const { found } = matched ?? matchIn(publicly, request) ?? {};
    if (!found) {
      return pathFindings(request, [...own.summaries, ...publicly.summaries]);
    }
    return [
      ...queryFindings(text, parsed, request, { operation: found.operation, resolver: found.description }),
      ...(await this.checkBody(text, request, found)),
    ];
  }

  /** Whether a description had its operation, and is still there without it. */
  private isGone(text: string, request: ParsedRequest, { modules }: ModuleGroup): boolean {
    const before = this.seen.get(writtenTarget(text, request));
    return modules.some(({ id }) => id === before);
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

  private async read(): Promise<KnownOperations> {
    const { modules, own } = this.descriptions;
    const read = await Promise.all(
      [...modules, ...(modules.includes(own) ? [] : [own])].map(this.readModule),
    );
    const isSame =
      this.last?.read.length === read.length && this.last.read.every((one, nth) => one === read[nth]);
    if (!this.last || !isSame) {
      const group = (some: readonly (ReadModule | undefined)[]) =>
        groupOf(some.filter((one) => one !== undefined));
      this.last = {
        read,
        known: { own: group(read.slice(0, modules.length)), publicly: group(read.slice(modules.length)) },
      };
    }
    return this.last.known;
  }

  /** One that cannot be read says nothing here, and is not asked for again: the tree tells why, and has a button. */
  private readonly readModule = async (module: ApiModule): Promise<ReadModule | undefined> => {
    if (this.unreadable.has(module)) {
      return undefined;
    }
    try {
      const { description } = await module.load();
      const read = this.modules.get(description) ?? { id: module.id, description };
      this.modules.set(description, read);
      return read;
    } catch {
      this.unreadable.add(module);
      return undefined;
    }
  };
}

function groupOf(modules: readonly ReadModule[]): ModuleGroup {
  return { modules, summaries: modules.flatMap(({ description }) => description.operations) };
}

function matchIn(
  { modules, summaries }: ModuleGroup,
  request: ParsedRequest,
): { id: string; found: DescribedOperation } | undefined {
  const summary = matchOperation(request, summaries);
  const module = summary && modules.find(({ description }) => description.operations.includes(summary));
  const operation = summary && module?.description.details(summary.key);
  return module && operation && { id: module.id, found: { description: module.description, operation } };
}

function writtenTarget(text: string, { method, target }: ParsedRequest): string {
  return `${method} ${text.slice(target.start, target.end)}`;
}
