import type { ApiDescription } from '../../../api/openapi/description';
import type { Operation, OperationSummary } from '../../../api/openapi/model';
import type { ParsedRequest } from '../../../api/request/document';
import { matchOperation } from '../../../api/request/matchOperation';
import type { ApiModule } from '../descriptions/apiModule';
import type { Descriptions } from '../descriptions/descriptions';

/** An operation, and the module that it is of. */
export interface ListedOperation {
  readonly module: ApiModule;
  readonly operation: OperationSummary;
}

/** All operations of all modules, as commands look for them. */
export class Operations {
  constructor(private readonly descriptions: Descriptions) {}

  /** Every operation of the modules that can be read. Fails when the list of modules cannot be had. */
  async loadAll(): Promise<ListedOperation[]> {
    const modules = await this.descriptions.all();
    return (await Promise.all(modules.map(operationsIn))).flat();
  }

  /** What is publicly known of the API, which needs no network. */
  loadBundled(): Promise<ListedOperation[]> {
    return operationsIn(this.descriptions.own);
  }

  /** The operation that a request is of; what is publicly known serves where the server's own has none. */
  async findMatching(
    request: Pick<ParsedRequest, 'method' | 'segments' | 'query'>,
  ): Promise<ListedOperation | undefined> {
    const listed = await this.loadAll().catch(() => []);
    return matchIn(request, listed) ?? matchIn(request, await this.loadBundled());
  }

  /** What one needs to be allowed to call it: what its description says, else what is publicly known. */
  async rightsOf({ module, operation }: ListedOperation): Promise<readonly string[]> {
    const told = await rightsIn(module, operation.key);
    if (told.length > 0) {
      return told;
    }
    const known = (await this.loadBundled()).find((listed) => isSame(listed.operation, operation));
    return known ? rightsIn(known.module, known.operation.key) : [];
  }
}

/** All that is said of an operation; of its rights what goes beyond being signed in, which a person is anyway. */
export function detailsIn(description: ApiDescription, key: string): Operation | undefined {
  const details = description.details(key);
  return details && { ...details, rights: details.rights.filter((right) => right.includes(':')) };
}

async function rightsIn(module: ApiModule, key: string): Promise<readonly string[]> {
  const { description } = await module.load();
  return detailsIn(description, key)?.rights ?? [];
}

/** Whether two descriptions mean the same operation, whatever they call its ids. */
function isSame(one: OperationSummary, other: OperationSummary): boolean {
  const plain = ({ method, path }: OperationSummary) => `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
  return plain(one) === plain(other);
}

function matchIn(
  request: Pick<ParsedRequest, 'method' | 'segments' | 'query'>,
  listed: readonly ListedOperation[],
): ListedOperation | undefined {
  const found = matchOperation(
    request,
    listed.map(({ operation }) => operation),
  );
  return listed.find(({ operation }) => operation === found);
}

/** A module that cannot be read has none here: the tree says why. */
async function operationsIn(module: ApiModule): Promise<ListedOperation[]> {
  try {
    const { description } = await module.load();
    return description.operations.map((operation) => ({ module, operation }));
  } catch {
    return [];
  }
}
