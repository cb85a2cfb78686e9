import { encodeValue } from '../encoding';
import { isForm, isJson, isMultipart } from '../mediaTypes';
import type { Value } from './values';

/**
 * Puts a body together. What stands in the document goes in as it is; a value that does not is kept to be one value, so
 * that nothing that a server said can become another field, another part, or another element.
 */
export class BodyWriter {
  /** Whether the JSON so far ends within a string, and whether its next character is escaped. */
  private inString = false;
  private escaped = false;

  constructor(private readonly mediaType: string) {}

  /** What becomes of text of the document: lines of a multipart body end with CR LF, those of a form are one. */
  written(text: string): string {
    if (isMultipart(this.mediaType)) {
      return text.replaceAll('\n', '\r\n');
    }
    return isForm(this.mediaType) ? text.replace(/\n[ \t]*&/g, '&') : this.follow(text);
  }

  /** The value as it stands in the body; undefined for several lines in a body of several parts. */
  value({ text, supplied }: Value): string | undefined {
    if (!supplied) {
      return this.follow(text);
    }
    if (isJson(this.mediaType)) {
      return this.inString ? JSON.stringify(text).slice(1, -1) : supplied.json;
    }
    if (isForm(this.mediaType)) {
      return encodeValue(text);
    }
    return isMultipart(this.mediaType) && /[\r\n]/.test(text) ? undefined : text;
  }

  private follow(text: string): string {
    for (const character of isJson(this.mediaType) ? text : '') {
      if (this.escaped) {
        this.escaped = false;
      } else if (character === '\\') {
        this.escaped = this.inString;
      } else if (character === '"') {
        this.inString = !this.inString;
      }
    }
    return text;
  }
}

/** What a body without a `Content-Type` is taken for. */
export function assumedMediaType(text: string): string {
  return /^\s*[[{]/.test(text) ? 'application/json' : '';
}
