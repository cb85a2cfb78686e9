import { JsonObject } from '../decode';
import { knownMethod, methods, type Method } from './model';
import type { DocumentField, DocumentOperation } from './operation';
import { templateOf } from './plainPath';
import { referenceIn, type Resolver } from './read/references';
import { basePathOf, serverPathOf, type DescriptionPlace } from './serverPath';

/** Whoever has more of them means no tags. */
const MAX_TAGS = 50;
const MAX_NAME_LENGTH = 200;

/** Paths and operations that are not listed, since they cannot be read, lie elsewhere or leave the host. */
export interface LeftOut {
  readonly count: number;
  /** Path, or method and path, of the first. Untrusted text, shortened. */
  readonly first: string | undefined;
}

/** The operations of a description by their keys, in the order of the document. */
export interface OperationIndex {
  readonly nodes: ReadonlyMap<string, DocumentOperation>;
  readonly leftOut: LeftOut;
}

/** Finds the operations of a document that was read. What is in them is looked for when somebody asks. */
export function indexOperations(
  resolver: Resolver,
  document: JsonObject<DocumentField>,
  isSwagger: boolean,
  place: DescriptionPlace,
): OperationIndex {
  return new Indexer(resolver, document, isSwagger, place).index();
}

class Indexer {
  private readonly nodes = new Map<string, DocumentOperation>();
  private readonly base: string;
  private count = 0;
  private first: string | undefined;

  constructor(
    private readonly resolver: Resolver,
    private readonly document: JsonObject<DocumentField>,
    private readonly isSwagger: boolean,
    private readonly place: DescriptionPlace,
  ) {
    this.base = isSwagger ? basePathOf(document.raw['basePath'], place) : serverPathOf([document], place);
  }

  index(): OperationIndex {
    for (const [path, node] of Object.entries(this.document.object('paths')?.raw ?? {})) {
      if (path.startsWith('x-')) {
        continue;
      }
      const item = templateOf(path) && this.itemOf(node);
      if (item) {
        this.addItem(path, item);
      } else {
        this.leaveOut(path);
      }
    }
    return { nodes: this.nodes, leftOut: { count: this.count, first: this.first } };
  }

  /** What stands beside a reference belongs to the item, too, and goes before what it refers to. */
  private itemOf(node: unknown): JsonObject | undefined {
    const item = JsonObject.of(this.resolver.resolve(node).value);
    const { $ref: _, ...beside } = JsonObject.of(node)?.raw ?? {};
    return item && referenceIn(node) !== undefined && Object.keys(beside).length > 0
      ? JsonObject.of({ ...item.raw, ...beside })
      : item;
  }

  private addItem(path: string, item: JsonObject): void {
    for (const [name, node] of Object.entries(item.raw)) {
      const method = methods.find((known) => known.toLowerCase() === name);
      if (method) {
        this.addOperation(method, path, item, node);
      }
    }
    for (const [name, node] of Object.entries(item.object('additionalOperations')?.raw ?? {})) {
      const method = knownMethod(name);
      if (method === name) {
        this.addOperation(method, path, item, node);
      } else {
        this.leaveOut(`${name} ${path}`);
      }
    }
  }

  private addOperation(method: Method, path: string, item: JsonObject, node: unknown): void {
    const operation = JsonObject.of(node);
    const template = templateOf(path);
    if (!operation || !template) {
      this.leaveOut(`${method} ${path}`);
      return;
    }
    const base = this.baseOf(item, operation);
    const summary = {
      key: `${method} ${base}${path}`,
      method,
      path: base + template.path,
      id: operation.text('operationId'),
      summary: operation.text('summary'),
      tags: operation.texts('tags').slice(0, MAX_TAGS),
      deprecated: operation.flag('deprecated'),
    };
    this.nodes.set(summary.key, { summary, template: { ...template, path: summary.path }, item, operation });
  }

  private baseOf(item: JsonObject, operation: JsonObject): string {
    const hasOwn = item.raw['servers'] !== undefined || operation.raw['servers'] !== undefined;
    return hasOwn && !this.isSwagger ? serverPathOf([operation, item, this.document], this.place) : this.base;
  }

  private leaveOut(name: string): void {
    this.count++;
    this.first ??= name.slice(0, MAX_NAME_LENGTH);
  }
}
