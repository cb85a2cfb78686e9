import type { ApiDescription } from '../../../api/openapi/description';
import type { ParsedRequest } from '../../../api/request/document';
import type { Method } from '../../../api/openapi/model';
import { OperationList, type DescribedOperation } from '../../../api/request/assist/operationList';
import { matchOperation } from '../../../api/request/matchOperation';
import type { ApiModule } from '../descriptions/apiModule';
import type { Descriptions } from '../descriptions/descriptions';

/** What a request is found by; one that is half written may have no method yet. */
export interface RequestTarget {
  readonly method?: Method | undefined;
  readonly segments: ParsedRequest['segments'];
  readonly query?: ParsedRequest['query'];
}

/**
 * The operations that help somebody who writes a request: those of the account's server and of opened files, or what
 * is publicly known where there are none. A server that could not be asked is not asked again at each key: the tree
 * says so, and has a button for it.
 */
export class RequestOperations {
  private readonly unreadable = new WeakSet<ApiModule>();
  private known: { descriptions: readonly ApiDescription[]; list: OperationList } | undefined;
  private readonly bundled = new Map<ApiDescription, OperationList>();

  constructor(private readonly descriptions: Descriptions) {}

  async all(): Promise<OperationList> {
    const found = await this.load(await this.modules());
    const used = found.length > 0 ? found : await this.load([this.descriptions.own]);
    if (!this.known || !isSame(this.known.descriptions, used)) {
      this.known = { descriptions: used, list: new OperationList(used) };
    }
    return this.known.list;
  }

  /** The operation that a request is of. What is publicly known serves where the server's own has none. */
  async match({ method, segments, query }: RequestTarget): Promise<DescribedOperation | undefined> {
    if (method === undefined || segments.length === 0) {
      return undefined;
    }
    const target = { method, segments, ...(query && { query }) };
    for (const list of [await this.all(), await this.publicly()]) {
      const found = list && matchOperation(target, list.summaries);
      if (found) {
        return list.details(found);
      }
    }
    return undefined;
  }

  async publicly(): Promise<OperationList | undefined> {
    const [description] = await this.load([this.descriptions.own]);
    if (!description) {
      return undefined;
    }
    const list = this.bundled.get(description) ?? new OperationList([description]);
    this.bundled.set(description, list);
    return list;
  }

  private async modules(): Promise<readonly ApiModule[]> {
    const { descriptions } = this;
    return descriptions.list.state.kind === 'failed'
      ? descriptions.modules
      : descriptions.all().catch(() => []);
  }

  private async load(modules: readonly ApiModule[]): Promise<ApiDescription[]> {
    const loaded = await Promise.all(
      modules
        .filter((module) => !this.unreadable.has(module))
        .map((module) =>
          module.load().then(
            ({ description }) => description,
            () => {
              this.unreadable.add(module);
              return undefined;
            },
          ),
        ),
    );
    return loaded.filter((description) => description !== undefined);
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
