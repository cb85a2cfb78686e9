import { sentText, writeBody, type WrittenBody } from '../bodies';
import { encodeValue } from '../encoding';
import { requestHeader } from '../headers';
import { jsonString, oneLine } from '../parse/quoting';
import { documentPair } from '../queryPairs';
import { variableLine } from '../write/setVariable';
import { VariableNames } from '../write/variableNames';
import type { CurlRequest } from './curlRequest';

/** The sentences of the comments, which the caller translates. What they are given may be any text of a command. */
export interface CurlComments {
  /** Which names of credentials are not in the document. */
  credentials(names: string): string;
  /** Which headers cannot be sent from here. */
  headers(names: string): string;
  /** Which files were not read. */
  files(names: string): string;
  /** That the method takes no body. */
  readonly withoutBody: string;
  /** That the command sends other requests, too. */
  readonly hasMore: string;
}

const MAX_COMMENT_LENGTH = 300;

/** The document of a request that was read from a command: what was a variable there is one here, without a value. */
export function writeCurlDocument(curl: CurlRequest, comments: CurlComments): string {
  return new CurlDocument(curl, comments).write();
}

class CurlDocument {
  private readonly names = new VariableNames();
  /** Their lines, in the order in which they are needed, by their names. */
  private readonly lines = new Map<string, string>();

  constructor(
    private readonly curl: CurlRequest,
    private readonly comments: CurlComments,
  ) {}

  write(): string {
    const { method, path, query, headers } = this.curl.request;
    const shown = this.curl.variables.source(path);
    const body = this.body();
    const request = [
      `### ${method} ${oneLine(shown)}`,
      ...this.commentLines(),
      `${method} {{host}}${this.withUses(path)}`,
      ...query.map(([name, value, sent = encodeValue(value)], nth) =>
        this.withUses(`    ${nth === 0 ? '?' : '&'}${documentPair({ name, value, sent })}`),
      ),
      ...headers.map(([name, value]) => this.headerLine(name, value)),
      ...(body ? [...(body.quoted ? ['# @quoted-body'] : []), '', body.text] : []),
      '',
    ];
    return [...(this.lines.size > 0 ? [...this.lines.values(), ''] : []), ...request].join('\n');
  }

  private commentLines(): string[] {
    const { curl, comments } = this;
    const listed = (names: readonly string[], sentence: (names: string) => string) =>
      names.length > 0 ? [sentence(names.join(', '))] : [];
    return [
      ...listed(curl.credentials, (names) => comments.credentials(names)),
      ...listed(curl.headers, (names) => comments.headers(names)),
      ...listed(curl.files, (names) => comments.files(names)),
      ...(curl.withoutBody ? [comments.withoutBody] : []),
      ...(curl.hasMore ? [comments.hasMore] : []),
    ].map((text) => `# ${oneLine(curl.variables.source(text), MAX_COMMENT_LENGTH)}`);
  }

  /** A value that would be read as something else goes into a variable. */
  private headerLine(name: string, value: string): string {
    if (!value.includes('{{')) {
      return `${name}: ${this.withUses(value)}`.trimEnd();
    }
    const variable = this.names.of(`header ${name}`, name);
    this.lines.set(variable, variableLine(variable, this.curl.variables.source(value)));
    return `${name}: {{${variable}}}`;
  }

  /** No variable can stand in a quoted body: there its name stays. */
  private body(): WrittenBody | undefined {
    const { request, variables } = this.curl;
    const { body, parts } = request;
    if (body === undefined && !parts) {
      return undefined;
    }
    const mediaType = requestHeader(request, 'content-type') ?? 'text/plain';
    const given = { mediaType, text: body ?? '', ...(parts && { parts }) };
    const written = writeBody(given);
    if (written.quoted || sentText(given) !== given.text) {
      return { quoted: true, text: jsonString(variables.source(given.text)) };
    }
    return { quoted: false, text: this.withUses(written.text) };
  }

  private withUses(text: string): string {
    return this.curl.variables.replace(text, (name) => {
      // A command is called by its words.
      const parts = name.match(/[^\W_]+/g) ?? ['command'];
      const variable = this.names.of(`shell ${name}`, parts.join('_'));
      this.lines.set(variable, `@${variable} =`);
      return `{{${variable}}}`;
    });
  }
}
