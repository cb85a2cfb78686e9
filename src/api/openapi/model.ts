/** What a description says of an API, as far as the explorer uses it. All of it is untrusted text. */

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;

export type Method = (typeof methods)[number];

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

/** How a parameter with several values is written into a query. */
export type ListStyle = 'repeat' | 'comma' | 'space' | 'pipe';

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
}

/** One media type of a body or an answer. */
export interface Content {
  readonly mediaType: string;
  readonly schema: unknown;
  /** The first example that is given, as a value; undefined where there is none. */
  readonly example: unknown;
}

export interface Body {
  readonly required: boolean;
  readonly description: string | undefined;
  readonly content: readonly Content[];
}

export interface ResponseDescription {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string | undefined;
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
