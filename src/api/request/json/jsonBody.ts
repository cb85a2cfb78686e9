import {
  getLanguageService,
  TextDocument,
  type CompletionItem,
  type JSONDocument,
  type LanguageService,
} from './jsonLibrary';
import type { BodySchema } from '../../openapi/schema/bodySchema';
import type { Span } from '../parse/problem';
import { safeJsonSnippet } from './jsonSnippet';
import { maskVariables, type MaskedJson } from './maskVariables';
import { isTooDeep } from './nesting';
import { messageOf, problemOf, type JsonProblem } from './jsonProblem';

/** In UTF-16 units. */
const MAX_LENGTH = 1024 * 1024;
const MAX_PROBLEMS = 100;

const address = 'appcircle-body:/body.json';

/** What may stand at a place of a body, as the library tells it: spans are of the body's text. */
export interface JsonSuggestion extends Span {
  readonly label: string;
  /** A snippet: texts of the schema are escaped in it. */
  readonly snippet: string;
  readonly filterText: string;
  /** The smaller, the higher: fields that have to be there first. */
  readonly rank: number;
  /** Of a field: its schema, and whether it has to be there. */
  readonly schema: BodySchema | undefined;
  readonly required: boolean;
  /** The word of a value. Untrusted text. */
  readonly detail: string | undefined;
  readonly isField: boolean;
  /** Whether values are worth to be proposed right behind it. */
  readonly asksForValue: boolean;
}

/** What schemas say of the value at a place, or of the one that a field has there. */
export interface JsonMeaning extends Span {
  readonly schemas: readonly BodySchema[];
  /** What is written there, where it is a plain value. */
  readonly value: unknown;
  readonly isField: boolean;
}

/**
 * Bodies of one schema, `{{name}}` in them: what can be written, what something means, what is wrong. Nothing is
 * fetched, whatever a body or a schema says, and no text makes it throw.
 */
export class JsonBody {
  private readonly service: LanguageService;

  /** Without a schema only the syntax is checked. */
  constructor(schema?: BodySchema) {
    // No service for requests: then nothing can be fetched.
    this.service = getLanguageService({});
    this.service.configure({
      validate: true,
      allowComments: false,
      schemas: schema ? [{ uri: 'appcircle-body:/schema.json', fileMatch: ['*'], schema }] : [],
    });
  }

  /** What may stand at an offset of a body, as the schema says; none without one. */
  async complete(text: string, offset: number): Promise<readonly JsonSuggestion[]> {
    const read = this.read(text);
    if (!read) {
      return [];
    }
    const { document, json } = read;
    const found = await orNothing(this.service.doComplete(document, document.positionAt(offset), json));
    const items = found?.items ?? [];
    const around = items.some(({ kind }) => kind === FIELD) ? await this.schemasAround(read, offset) : [];
    return items.flatMap((item) => suggestionOf(item, document, around));
  }

  /** What the schema says of what stands at an offset. Undefined where it says nothing. */
  async meaningAt(text: string, offset: number): Promise<JsonMeaning | undefined> {
    const read = this.read(text);
    const at = read?.json as (JSONDocument & Nodes) | undefined;
    const node = at?.getNodeFromOffset(offset);
    if (!read || !at || !node || node.type === 'object' || node.type === 'array') {
      return undefined;
    }
    const field = node.parent?.type === 'property' && node.parent.keyNode === node ? node.parent : undefined;
    const meant = field ? field.valueNode : node;
    if (!meant) {
      return undefined;
    }
    const matching = await orNothing(this.service.getMatchingSchemas(read.document, at));
    const schemas = (matching ?? [])
      .filter((match) => match.node === (meant as unknown))
      .map((match) => match.schema as BodySchema)
      .filter(({ shape }) => shape !== undefined);
    return schemas.length === 0
      ? undefined
      : {
          start: node.offset,
          end: node.offset + node.length,
          schemas,
          value: meant.value,
          isField: field !== undefined,
        };
  }

  /** What is wrong with a body, by place; its variables are taken for whatever is right where they stand. */
  async validate(text: string): Promise<readonly JsonProblem[]> {
    const read = this.read(text);
    if (!read || text.trim() === '') {
      return [];
    }
    const { document, json, masked } = read;
    const found = await orNothing(this.service.doValidation(document, json));
    const matching = found?.some(({ message }) => /^(?:Missing p|P)roperty /.test(messageOf({ message })))
      ? await orNothing(this.service.getMatchingSchemas(document, json))
      : undefined;
    return (found ?? [])
      .slice(0, MAX_PROBLEMS)
      .flatMap((problem) => problemOf(problem, { document, masked, text, matching: matching ?? [] }))
      .sort((a, b) => a.start - b.start);
  }

  /** What is said of the innermost object around an offset. */
  private async schemasAround({ document, json }: ReadBody, offset: number): Promise<readonly BodySchema[]> {
    let node = (json as JSONDocument & Nodes).getNodeFromOffset(offset, true);
    while (node && node.type !== 'object') {
      node = node.parent;
    }
    const matching = (await orNothing(this.service.getMatchingSchemas(document, json))) ?? [];
    return matching
      .filter((match) => match.node === (node as unknown))
      .map(({ schema }) => schema as BodySchema);
  }

  /** Undefined for a text that is not worth it, or too much for the library. */
  private read(text: string): { document: TextDocument; json: JSONDocument; masked: MaskedJson } | undefined {
    if (text.length > MAX_LENGTH || isTooDeep(text)) {
      return undefined;
    }
    const masked = maskVariables(text);
    // A body that names a schema of its own would have that one, and none is to be had.
    const own = masked.text.replaceAll('"$schema"', '"$schem_"');
    const document = TextDocument.create(address, 'json', 1, own);
    return { document, json: this.service.parseJSONDocument(document), masked };
  }
}

interface ReadBody {
  readonly document: TextDocument;
  readonly json: JSONDocument;
  readonly masked: MaskedJson;
}

/** What the library has of a document besides what its types tell. */
interface Nodes {
  getNodeFromOffset(offset: number, includeRightBound?: boolean): JsonNode | undefined;
}

interface JsonNode extends Span {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly value?: unknown;
  readonly parent?: JsonNode & { keyNode?: JsonNode; valueNode?: JsonNode };
}

function suggestionOf(
  item: CompletionItem,
  document: TextDocument,
  around: readonly BodySchema[],
): JsonSuggestion[] {
  const { textEdit, label, detail, filterText = label } = item;
  if (!textEdit || !('range' in textEdit)) {
    return [];
  }
  const isField = item.kind === FIELD;
  const schema = isField
    ? around.map(({ properties }) => properties?.[label]).find((found) => found !== undefined)
    : undefined;
  const required = isField && around.some((object) => object.required?.includes(label));
  return [
    {
      label,
      snippet: safeJsonSnippet(textEdit.newText),
      filterText,
      schema,
      required,
      rank: required || !isField ? 0 : schema?.shape?.get('deprecated') === true ? 2 : 1,
      detail: detail === '' ? undefined : detail,
      isField,
      asksForValue: item.command !== undefined,
      start: document.offsetAt(textEdit.range.start),
      end: document.offsetAt(textEdit.range.end),
    },
  ];
}

/** `CompletionItemKind.Property`. */
const FIELD = 10;

/** The library throws for what goes too deep; that is nothing to tell anybody of. */
async function orNothing<T>(wanted: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await wanted;
  } catch {
    return undefined;
  }
}
