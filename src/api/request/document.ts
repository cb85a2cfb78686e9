import type { Method } from '../openapi/model';
import type { Problem, Span } from './parse/problem';
import type { ResponseReference } from './parse/readReference';

/**
 * A document of requests, `*.appcircle.http`, in the form that `.http` files commonly have:
 *
 *     @profileId = 0c2f…
 *
 *     ### List the versions of a profile
 *     # a comment
 *     # @name versions
 *     GET {{host}}/distribution/v2/profiles/{{profileId}}/app-versions
 *         ?platform=1
 *         # &Page=1
 *     Accept: application/json
 *
 *     the body, if any
 *
 * - Lines end with LF, CR LF or CR. A line that begins with `###` begins a request; the rest of it is the title, or
 *   `# @name x` is where the rest is empty. What stands before the first such line may be a request, too.
 * - `# @name x` is also what others refer to the request by: a letter or `_`, then letters, digits, `_` and `-`. A name
 *   that two requests have refers to none.
 * - Lines that begin with `#` or `//` are comments, up to the body.
 * - `@name = value` stands before a request line and holds for the whole file, above it too. A name that is set
 *   twice is a problem: what is sent must not depend on which of two lines somebody looks at.
 * - A value is the rest of the line, trimmed. If that is one whole JSON string, the value is what the string means;
 *   else it may use other variables.
 * - The request line is `METHOD target`, GET where there is no method, in any case; ` HTTP/1.1` behind it is
 *   ignored. The target begins with `{{host}}/`, and nothing else can stand for that.
 * - The query goes on in lines that begin with `?` or `&`, one as good as the other. It is percent-decoded; a lone
 *   `%` is itself, and a `+` is a plus. Empty pairs are dropped, a name without `=` has the empty value. Of a value
 *   `/:@!$()*,;?=` are sent as they are written, encoded or not: the comma between two items of a list is not one in
 *   an item. Nothing else has to be encoded but `&`, `#`, `%`, `\`, blanks and what cannot be seen.
 * - `{{name}}` in path and query is one opaque value, encoded when it is sent: it cannot change their structure. In
 *   path text only what no URL may hold is encoded; `%2F` stays as it is.
 * - A variable that is blank (`@name =`), or used and set nowhere, takes a value that is kept beside the document, or is
 *   asked for when the request is sent. It is never sent blank; `@name = ""` is the empty text.
 * - `{{x.response.status}}`, `{{x.response.headers.Name}}` and `{{x.response.body.PATH}}` are read from the last response
 *   of the request that is named `x`. PATH is a JSONPath (RFC 9535) to one value, and `$.[0]` is read as `$[0]`; `*`, or
 *   none at all, is the whole body. Braces and line breaks cannot stand in one. It is one opaque value, like a variable.
 * - `Name: value` are headers, up to the first blank line. Values are printable ASCII: what sends them (Node, curl,
 *   PowerShell) disagrees about anything else.
 * - The body is what follows, without blank lines at its ends, its lines ended by LF, or by CR LF in a multipart
 *   body. `{{name}}` is replaced where such a variable, or the request that it refers to, exists, else it is text. What
 *   stands in the document is put in as it is; what does not, as one value: in JSON it is escaped within a string and
 *   JSON of its own outside of one, in a form it is percent-encoded, in a multipart body it is one line. After the
 *   comment `# @quoted-body` the body is one JSON string, and what that means is sent unchanged.
 * - In a form (`application/x-www-form-urlencoded`) a line that begins with `&` goes on with the one before it.
 * - A body that is the one line `< ./path` is that file, and so is the body of a part in a multipart body. The path is
 *   relative to the folder of the document, has slashes, no variables, and leads to nothing outside the workspace
 *   folder that the document is in. Of a document without a folder it is relative to the first of the workspace. Only
 *   a person's Send in a trusted workspace reads it.
 * - After `# @follow`, the task of the server that the response names is waited for.
 * - GET, HEAD and TRACE have no body: neither `fetch` nor PowerShell would send it. Comments may stand there.
 * - Whatever else other tools run, read or ask for is refused: scripts, imports, other files, prompts, environments.
 *
 * A problem before the request line is one of the whole file, and refuses each of its requests.
 */
export interface ParsedDocument {
  /** By name; of those that are set twice, the first. */
  readonly variables: ReadonlyMap<string, Variable>;
  readonly requests: readonly ParsedRequest[];
  /** All that reading found, by place. What values do is found when a request is resolved. */
  readonly problems: readonly Problem[];
  /** Those of them that refuse every request of the file. */
  readonly general: readonly Problem[];
}

/** A line `@name = value`, from the `@` on. */
export interface Variable extends Span {
  readonly name: string;
  readonly value: readonly Piece[];
}

/** The block from `###` up to the next one. */
export interface ParsedRequest extends Span {
  readonly name: string | undefined;
  /** What other requests refer to it by, where it has a name that may be one. */
  readonly handle: string | undefined;
  /** The task that its response names is waited for. */
  readonly follow: boolean;
  /** The request line, method and target, without blanks around it. */
  readonly line: Span;
  /** The target as far as it stands in the request line. */
  readonly target: Span;
  readonly method: Method;
  /** Of the path, between its slashes; none where the target is refused. */
  readonly segments: readonly Segment[];
  readonly query: readonly QueryPair[];
  readonly headers: readonly HeaderLine[];
  readonly body: ParsedBody | undefined;
  /** Each `{{name}}`, in the order of the text, without those that read a response. */
  readonly uses: readonly VariableUse[];
  /** Each `{{x.response.…}}`, in the order of the text. */
  readonly references: readonly ReferenceUse[];
  /** What reading found wrong in it, without what is general. */
  readonly problems: readonly Problem[];
}

export type Place = 'path' | 'query' | 'header' | 'body' | 'variable';

/** `{{name}}`, braces included. */
export interface VariableUse extends Span {
  readonly name: string;
  readonly where: Place;
}

/** `{{x.response.…}}`, braces included. Its name is all that is between them. */
export interface ReferenceUse extends VariableUse {
  readonly reference: ResponseReference;
}

/** Text that stands for itself: percent-decoded in a query, as it is written elsewhere. */
export interface Literal extends Span {
  readonly text: string;
  /** Of a query: what is sent for it, where that is not the text encoded whole (`keepReserved`). */
  readonly sent?: string;
  /** Of a body: the path of the file that is sent in its place. */
  readonly file?: string;
  /** The name that stands in braces there, in a body, where no variable is called so. */
  readonly unknown?: string;
}

export type Piece = Literal | VariableUse | ReferenceUse;

export interface Segment extends Span {
  readonly pieces: readonly Piece[];
}

export interface QueryPair {
  readonly name: readonly Piece[];
  readonly value: readonly Piece[];
}

export interface HeaderLine extends Span {
  readonly name: string;
  readonly value: readonly Piece[];
}

export interface ParsedBody extends Span {
  /** Written as a JSON string, of which `pieces` has the meaning. */
  readonly quoted: boolean;
  readonly pieces: readonly Piece[];
}

/** The request at a place of the text; in its comments, too. */
export function requestAt(document: ParsedDocument, offset: number): ParsedRequest | undefined {
  return document.requests.findLast(({ start, end }) => start <= offset && offset <= end);
}
