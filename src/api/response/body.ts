import { TextDecoder } from 'node:util';

/** What a body is shown as. `binary` is offered as a file. */
export type BodyKind = 'json' | 'text' | 'empty' | 'binary';

/** Types that are files, even where their first bytes could be read as text. */
const fileTypes = /^(image|audio|video|font)\/(?!.*\+xml$)|^application\/(pdf|zip|gzip|x-tar|wasm)$/;

/**
 * Tells what a body is, by its media type and by its bytes, which have the last word: a server that calls an archive
 * JSON, or JSON a web page, is not believed.
 */
export function bodyKind(contentType: string | undefined, bytes: Uint8Array): BodyKind {
  const type = mediaTypeOf(contentType);
  if (fileTypes.test(type)) {
    return bytes.length === 0 ? 'empty' : 'binary';
  }
  const text = readableText(bytes, contentType);
  if (text === undefined) {
    return 'binary';
  }
  if (text.trim() === '') {
    return 'empty';
  }
  return /[/+]json$/.test(type) || looksLikeJson(text) ? 'json' : 'text';
}

/**
 * The text of a body in the charset that its byte order mark or its type names, else in UTF-8. The mark is dropped;
 * what cannot be decoded becomes U+FFFD.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | undefined): string {
  return decoderOf(bytes, contentType, false).decode(bytes);
}

/** `application/problem+json` of `Application/Problem+JSON; charset=utf-8`; empty where there is none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1).join('').trim().toLowerCase();
}

/** A body that was cut off in the middle of a character is text still. */
function readableText(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  try {
    const text = decoderOf(bytes, contentType, true).decode(bytes, { stream: true });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function decoderOf(bytes: Uint8Array, contentType: string | undefined, fatal: boolean): TextDecoder {
  const named = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(markedCharset(bytes) ?? named, { fatal });
  } catch {
    return new TextDecoder('utf-8', { fatal });
  }
}

function markedCharset([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/**
 * Begins as an object or a list of texts, objects or lists, several on lines of their own included. Not a list of
 * numbers: lines of a log begin with a time in brackets. Taken for JSON, its secrets are masked by their names.
 */
function looksLikeJson(text: string): boolean {
  return /^\s*(\{\s*["}]|\[\s*["{[\]])/.test(text);
}
