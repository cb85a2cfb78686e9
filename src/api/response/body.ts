import { charsetOf, decodeAs, hasControls } from './charset';

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

/** The text of a body in its charset (`charsetOf`). What cannot be decoded becomes U+FFFD. */
export function decodeBody(bytes: Uint8Array, contentType: string | undefined): string {
  return decodeAs(bytes, charsetOf(bytes, contentType).name);
}

/** `application/problem+json` of `Application/Problem+JSON; charset=utf-8`; empty where there is none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1).join('').trim().toLowerCase();
}

/** A body that was cut off in the middle of a character is text still. */
function readableText(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const { name, doubt } = charsetOf(bytes, contentType);
  const isGuess = doubt !== undefined && name === 'windows-1252';
  if (isGuess && !looksLikeText(bytes, mediaTypeOf(contentType))) {
    return undefined;
  }
  if (doubt?.kind === 'partly' && hasControls(bytes)) {
    return undefined;
  }
  const text = decodeAs(bytes, name);
  return text.includes('\0') ? undefined : text;
}

/** Types that say that it is text. */
const textTypes =
  /^text\/|[/+](json|xml|yaml)$|^application\/(x-)?(javascript|ecmascript|x-www-form-urlencoded|yaml|ndjson|jsonl?|sql|toml|x-sh)$/;

/**
 * Whether bytes that are not UTF-8 are text of some old charset: nothing of them is a control character; and where
 * their type does not say that they are text, letters outside of English are the exception.
 */
function looksLikeText(bytes: Uint8Array, type: string): boolean {
  if (hasControls(bytes)) {
    return false;
  }
  const high = bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  return textTypes.test(type) || (bytes.length > 8 && high * 4 < bytes.length);
}

/**
 * Begins as an object or a list of texts, objects or lists, several on lines of their own included. Not a list of
 * numbers: lines of a log begin with a time in brackets. Taken for JSON, its secrets are masked by their names.
 */
function looksLikeJson(text: string): boolean {
  return /^\s*(\{\s*["}]|\[\s*["{[\]])/.test(text);
}
