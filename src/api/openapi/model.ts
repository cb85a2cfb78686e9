/** What a description says of an API, as far as the explorer uses it. All of it is untrusted text. */

/** Those that a path item has a key for; QUERY since OpenAPI 3.2. */
export const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'QUERY',
] as const;

/** Registered ones (RFC 4918, 3253, 5323, 2068) that `additionalOperations` may name. Never CONNECT, which is no request. */
const otherMethods = [
  'COPY',
  'LINK',
  'LOCK',
  'MERGE',
  'MKCOL',
  'MOVE',
  'PROPFIND',
  'PROPPATCH',
  'PURGE',
  'REPORT',
  'SEARCH',
  'UNLINK',
  'UNLOCK',
] as const;

export type Method = (typeof methods)[number] | (typeof otherMethods)[number];

/** The method of this name, in any case; undefined where it is none that can be sent. */
export function knownMethod(name: string): Method | undefined {
  return [...methods, ...otherMethods].find((method) => method === name.toUpperCase());
}

/** What a tree and a pick show of an operation. */
export interface OperationSummary {
  /** Method and path template: unique in a description, and the same after it was loaded again. */
  readonly key: string;
  readonly method: Method;
  /** Template below the host, `/distribution/v2/profiles/{profileId}`; begins with one slash. */
  readonly path: string;
  /** The `operationId`, where there is one. */
  readonly id: string | undefined;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
}

/** How a parameter with several values is written into a query; `tab` is one of Swagger 2.0. */
export type ListStyle = 'repeat' | 'comma' | 'space' | 'pipe' | 'tab';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** JSON Schema as it stands, references unresolved; undefined where the description gives none. */
  readonly schema: unknown;
  readonly example: unknown;
  readonly listStyle: ListStyle;
  /**
   * How an object is written where that does not follow from the style of lists: `filter[a]=1` (`deep`), or a pair for
   * each property (`pairs`). Else a list that is repeated means `pairs`, any other one its names and values in turn.
   */
  readonly objectStyle?: 'deep' | 'pairs';
  /** What a path has before the value: `.` or `;name=`. */
  readonly pathStyle?: 'label' | 'matrix';
  /** Characters that mean something in a query may stand in its value as they are. */
  readonly allowReserved?: true;
  /** The value is a text of this type (`content`), whatever the schema says it is made of. */
  readonly mediaType?: string;
}

/** How a field of a form is written. */
export interface FormField extends Partial<Pick<Parameter, 'listStyle' | 'objectStyle' | 'allowReserved'>> {
  /** Of the part in a multipart body, or of what an object is written in. */
  readonly mediaType?: string;
  /** Bytes: a file, or several where the field is a list. */
  readonly binary?: true;
}

/** One media type of a body or an answer. */
export interface Content {
  readonly mediaType: string;
  readonly schema: unknown;
  /** The first example that is given, as a value; undefined where there is none. */
  readonly example: unknown;
  /** Of a form, by name: fields that are not written as their value alone would be. */
  readonly fields?: ReadonlyMap<string, FormField>;
  /** The whole of it is bytes: a file. */
  readonly binary?: true;
}

export interface Body {
  readonly required: boolean;
  readonly description: string | undefined;
  readonly content: readonly Content[];
}

/** A header of a response. */
export type ResponseHeader = Pick<
  Parameter,
  'name' | 'required' | 'deprecated' | 'description' | 'schema' | 'example'
>;

export interface ResponseDescription {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string | undefined;
  readonly headers: readonly ResponseHeader[];
  /** Whether other operations have the same: it is referred to, and says nothing of this one. */
  readonly shared: boolean;
  readonly content: readonly Content[];
}

/** Everything that is said of an operation. */
export interface Operation extends OperationSummary {
  readonly description: string | undefined;
  /** Address of more documentation, as it stands: shown as a link only where it is https. */
  readonly documentation: string | undefined;
  /** Of the path and of the operation, one for each name and place; every name of the path template is there. */
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: readonly ResponseDescription[];
  /** What one needs to be allowed to call it, where told: names of security schemes with their scopes. */
  readonly rights: readonly string[];
}
