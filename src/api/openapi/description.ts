import { JsonObject } from '../decode';
import type { FileSet } from './read/fileReferences';
import { limits, type Limits } from './read/limits';
import type { Operation, OperationSummary } from './model';
import { operationOf, type DocumentField, type DocumentOperation } from './operation';
import { indexOperations, type LeftOut } from './operationIndex';
import { readText } from './read/readText';
import { referenceIn, resolveIn, type ResolvedReference, type Resolver } from './read/references';
import { UnusableDescription } from './read/unusableDescription';
import type { DescriptionPlace } from './serverPath';
import { tagTitles } from './tags';

/** What is known of a text besides what it says. */
export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  readonly place?: DescriptionPlace;
  /** Where the files are that it may refer to. Without this it is whole. */
  readonly files?: FileSet;
}

/**
 * Reads the text of an OpenAPI 3.x or Swagger 2.0 description, JSON or YAML. Only its frame has to be right: what
 * cannot be read inside it is left out (R21). Throws `UnusableDescription` alone.
 */
export async function readDescription(
  text: string,
  { place, files, ...options }: ReadOptions = {},
): Promise<ApiDescription> {
  const most = { ...limits, ...options.limits };
  const document = await readText(text, most);
  if (files) {
    const { includeFiles } = await import('./read/fileReferences');
    await includeFiles(document, files, most);
  }
  return descriptionOf(document, place);
}

/** The same of a document that was read already. */
export function descriptionOf(value: unknown, place: DescriptionPlace = {}): ApiDescription {
  const document = JsonObject.of<DocumentField>(value);
  if (!document) {
    throw new UnusableDescription('notAnObject');
  }
  const specification = specificationOf(document);
  if (specification === undefined) {
    throw new UnusableDescription('notOpenApi');
  }
  return new ApiDescription(document, specification, place);
}

/**
 * A description that was read. Its operations are known from the start, all else is looked for when it is asked for.
 * Of `servers` and `basePath` only the paths count: the host is the account's own.
 */
export class ApiDescription implements Resolver {
  readonly title: string | undefined;
  /** Version of the API, as the description says it. */
  readonly version: string | undefined;
  /** In the order of the document. */
  readonly operations: readonly OperationSummary[];
  readonly leftOut: LeftOut;
  /** What tags are shown as, where that is not their name. */
  readonly tagTitles: ReadonlyMap<string, string>;
  private readonly nodes: ReadonlyMap<string, DocumentOperation>;
  private readonly resolved = new Map<string, ResolvedReference>();

  constructor(
    private readonly document: JsonObject<DocumentField>,
    /** Of OpenAPI or Swagger: `2.0`, `3.0`, `3.1`. */
    readonly specification: string,
    place: DescriptionPlace,
  ) {
    const info = document.object<'title' | 'version'>('info');
    this.title = info?.text('title');
    this.version = info && textOf(info.raw['version']);
    const { nodes, leftOut } = indexOperations(this, document, specification === '2.0', place);
    this.nodes = nodes;
    this.leftOut = leftOut;
    this.tagTitles = tagTitles(document);
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
