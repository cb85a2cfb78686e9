import { JsonObject } from '../decode';
import { limits, type Limits } from './read/limits';
import { methods, type Operation, type OperationSummary } from './model';
import { operationOf, type DocumentField, type DocumentOperation } from './operation';
import { basePathOf, templateOf, type Template } from './plainPath';
import { readText } from './read/readText';
import { referenceIn, resolveIn, type ResolvedReference, type Resolver } from './read/references';
import { UnusableDescription } from './read/unusableDescription';

/** Whoever has more of them means no tags. */
const MAX_TAGS = 50;

/**
 * Reads the text of an OpenAPI 3.x or Swagger 2.0 description, JSON or YAML. Only its frame has to be right: what
 * cannot be read inside it is left out (R21). Throws `UnusableDescription` alone.
 */
export async function readDescription(
  text: string,
  options: { limits?: Partial<Limits> } = {},
): Promise<ApiDescription> {
  return descriptionOf(await readText(text, { ...limits, ...options.limits }));
}

/** The same of a document that was read already. */
export function descriptionOf(value: unknown): ApiDescription {
  const document = JsonObject.of<DocumentField>(value);
  if (!document) {
    throw new UnusableDescription('notAnObject');
  }
  const specification = specificationOf(document);
  if (specification === undefined) {
    throw new UnusableDescription('notOpenApi');
  }
  return new ApiDescription(document, specification);
}

/**
 * A description that was read. Its operations are known from the start, all else is looked for when it is asked for.
 * `servers` and `host` are not read at all: an operation has a path, and the host is the account's own.
 */
export class ApiDescription implements Resolver {
  readonly title: string | undefined;
  /** Version of the API, as the description says it. */
  readonly version: string | undefined;
  /** In the order of the document. */
  readonly operations: readonly OperationSummary[];
  /** How many paths and operations were left out, since they cannot be read or leave the host. */
  readonly skipped: number;
  private readonly nodes = new Map<string, DocumentOperation>();
  private readonly resolved = new Map<string, ResolvedReference>();

  constructor(
    private readonly document: JsonObject<DocumentField>,
    /** Of OpenAPI or Swagger: `2.0`, `3.0`, `3.1`. */
    readonly specification: string,
  ) {
    const info = document.object<'title' | 'version'>('info');
    this.title = info?.text('title');
    this.version = info && textOf(info.raw['version']);
    this.skipped = this.index();
    this.operations = [...this.nodes.values()].map(({ summary }) => summary);
  }

  /** All that is said of the operation with this key, undefined where there is none. */
  details(key: string): Operation | undefined {
    const node = this.nodes.get(key);
    return node && operationOf(this, this.document, node);
  }

  /** Follows a `$ref` within this document; any other node is its own value. */
  resolve(node: unknown): ResolvedReference {
    const reference = referenceIn(node);
    if (reference === undefined) {
      return { value: node };
    }
    const resolved = this.resolved.get(reference) ?? resolveIn(this.document.raw, node);
    this.resolved.set(reference, resolved);
    return resolved;
  }

  private index(): number {
    const base = this.specification === '2.0' ? basePathOf(this.document.raw['basePath']) : '';
    let skipped = 0;
    for (const [path, node] of Object.entries(this.document.object('paths')?.raw ?? {})) {
      if (path.startsWith('x-')) {
        continue;
      }
      const template = templateOf(path);
      const item = JsonObject.of(this.resolve(node).value);
      if (template && item) {
        skipped += this.indexItem(base + path, { ...template, path: base + template.path }, item);
      } else {
        skipped++;
      }
    }
    return skipped;
  }

  private indexItem(path: string, template: Template, item: JsonObject): number {
    let skipped = 0;
    for (const [name, node] of Object.entries(item.raw)) {
      const method = methods.find((known) => known.toLowerCase() === name);
      if (!method) {
        continue;
      }
      const operation = JsonObject.of(node);
      if (!operation) {
        skipped++;
        continue;
      }
      const summary = {
        key: `${method} ${path}`,
        method,
        path: template.path,
        id: operation.text('operationId'),
        summary: operation.text('summary'),
        tags: operation.texts('tags').slice(0, MAX_TAGS),
        deprecated: operation.flag('deprecated'),
      };
      this.nodes.set(summary.key, { summary, template, item, operation });
    }
    return skipped;
  }
}

/** `swagger: "2.0"` or `openapi: 3.0.3`; YAML makes numbers of them. */
function specificationOf(document: JsonObject<DocumentField>): string | undefined {
  const openApi = /^3(?:\.(\d{1,3})(?!\d)|$)/.exec(textOf(document.raw['openapi']) ?? '');
  if (openApi) {
    return `3.${openApi[1] ?? '0'}`;
  }
  return /^2(\.\d+)*$/.test(textOf(document.raw['swagger']) ?? '') ? '2.0' : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;
}
