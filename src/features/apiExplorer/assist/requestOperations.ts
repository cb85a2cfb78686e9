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

/** What the server and opened files say, and what is publicly known. */
export interface KnownOperations {
  readonly own: OperationList;
  /** Ids of the modules that `own` is read from. */
  readonly modules: readonly string[];
  readonly publicly: OperationList;
}

/** Descriptions, and all that is in them. */
interface ReadDescriptions {
  readonly of: readonly ApiDescription[];
  readonly list: OperationList;
}

/** Lists that are kept: of what the server says, of what is known of it, and of what is publicly known. */
const MAX_LISTS = 3;

/**
 * The operations that help with requests: those of the account's server and of opened files, and what is publicly known.
 * A description that cannot be read, and a server that could not be asked, are not asked again at each key: the tree says
 * so, and has a button for it.
 */
export class RequestOperations {
  private readonly unreadable = new WeakSet<ApiModule>();
  private readonly ids = new WeakMap<ApiDescription, string>();
  /** Latest first. */
  private lists: readonly ReadDescriptions[] = [];

  constructor(private readonly descriptions: Descriptions) {}

  /** All, or what is publicly known where there are none. Asks the server for its descriptions. */
  async all(): Promise<OperationList> {
    const { of, list } = await this.read(await this.listedModules());
    return of.length > 0 ? list : this.publicly();
  }

  /**
   * The same as far as it is known, side by side: for what is looked at because somebody types, no server is asked. Where
   * nobody shall wait, as far as it is loaded.
   */
  async known(isWaiting = true): Promise<KnownOperations> {
    const { modules, own } = this.descriptions;
    const [read, publicly] = await Promise.all([
      this.read(isWaiting ? modules : modules.filter((module) => module === own || module.loaded)),
      this.read(modules.includes(own) ? [] : [own]),
    ]);
    const ids = read.of.map((description) => this.ids.get(description) ?? '');
    return { own: read.list, modules: ids, publicly: publicly.list };
  }

  async publicly(): Promise<OperationList> {
    return (await this.read([this.descriptions.own])).list;
  }

  /** The operation that a request is of. What is publicly known serves where the server's own has none. */
  async match(target: RequestTarget): Promise<DescribedOperation | undefined> {
    return matchIn(await this.all(), target) ?? matchIn(await this.publicly(), target);
  }

  /** The same as far as it is known; where nobody shall wait for a server, by what is loaded. */
  async find(target: RequestTarget, isWaiting: boolean): Promise<DescribedOperation | undefined> {
    const { own, publicly } = await this.known(isWaiting);
    return matchIn(own, target) ?? matchIn(publicly, target);
  }

  /** The id of the module that an operation is of. */
  moduleOf({ description }: DescribedOperation): string | undefined {
    return this.ids.get(description);
  }

  private async listedModules(): Promise<readonly ApiModule[]> {
    const { descriptions } = this;
    return descriptions.list.state.kind === 'failed'
      ? descriptions.modules
      : descriptions.all().catch(() => []);
  }

  private async read(modules: readonly ApiModule[]): Promise<ReadDescriptions> {
    const read = await Promise.all(modules.map((module) => this.readModule(module)));
    const of = read.filter((description) => description !== undefined);
    const known = this.lists.find((kept) => isSame(kept.of, of)) ?? { of, list: new OperationList(of) };
    this.lists = [known, ...this.lists.filter((kept) => kept !== known)].slice(0, MAX_LISTS);
    return known;
  }

  private async readModule(module: ApiModule): Promise<ApiDescription | undefined> {
    if (this.unreadable.has(module)) {
      return undefined;
    }
    try {
      const { description } = await module.load();
      this.ids.set(description, module.id);
      return description;
    } catch {
      this.unreadable.add(module);
      return undefined;
    }
  }
}

/** The operation of a list that a request is of. */
export function matchIn(
  list: OperationList,
  { method, segments, query }: RequestTarget,
): DescribedOperation | undefined {
  if (method === undefined || segments.length === 0) {
    return undefined;
  }
  const found = matchOperation({ method, segments, ...(query && { query }) }, list.summaries);
  return found && list.details(found);
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
