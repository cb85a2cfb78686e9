import { TextDecoder } from 'node:util';
import { decodeUtf32, markedCharset, patternCharset } from './unicodeForms';

/** What stands in a response about its charset, and is not so. */
export type CharsetDoubt =
  /** Nothing is declared, and the bytes are not UTF-8. */
  | { readonly kind: 'undeclared' }
  /** It is UTF-8 but for a few bytes, which are shown as U+FFFD. */
  | { readonly kind: 'partly' }
  /** The declared one is not known here. Untrusted. */
  | { readonly kind: 'unknown'; readonly declared: string }
  /** The bytes cannot be of the declared one. Untrusted. */
  | { readonly kind: 'wrong'; readonly declared: string };

/** How the bytes of a text are read. */
export interface Charset {
  /** A name of the Encoding Standard, or `utf-32le`, `utf-32be`. */
  readonly name: string;
  readonly doubt?: CharsetDoubt;
}

/** What all bytes can be read in, and what is most likely where nothing is known. */
const FALLBACK = 'windows-1252';

/** Where a declaration inside a text has to stand (HTML 13.2.3.2). */
const MAX_DECLARATION_BYTES = 1024;

/**
 * The charset of a text: by its byte order mark, by its type, by what it declares itself (XML, HTML), else UTF-8. What
 * cannot be read in that is read in windows-1252, in which nothing fails. Bytes at the end that are the beginning of a
 * character do not count.
 */
export function charsetOf(bytes: Uint8Array, contentType: string | undefined): Charset {
  const certain = markedCharset(bytes) ?? patternCharset(bytes);
  if (certain !== undefined) {
    return { name: certain };
  }
  const declared = declaredIn(contentType) ?? declaredInText(bytes, contentType);
  const named = declared === undefined ? undefined : knownName(declared);
  const name = named ?? 'utf-8';
  const isOther = readsBetterInUtf8(bytes, name);
  if (!isOther && fitsIn(bytes, name)) {
    return declared !== undefined && named === undefined
      ? { name, doubt: { kind: 'unknown', declared } }
      : { name };
  }
  if (name === 'utf-8' && isMostlyUtf8(bytes)) {
    return { name, doubt: { kind: 'partly' } };
  }
  return {
    name: name !== 'utf-8' && fitsIn(bytes, 'utf-8') ? 'utf-8' : FALLBACK,
    doubt:
      declared === undefined
        ? { kind: 'undeclared' }
        : { kind: named === undefined ? 'unknown' : 'wrong', declared },
  };
}

/**
 * In UTF-16 almost any bytes are text: what reads well without it is none. In the charset that is named where nobody
 * thought of one, all bytes are, and no words are made of the pairs that are letters of UTF-8.
 */
function readsBetterInUtf8(bytes: Uint8Array, name: string): boolean {
  if (name === FALLBACK) {
    return bytes.some((byte) => byte > 0x7f) && fitsIn(bytes, 'utf-8', true);
  }
  return /^utf-(16|32)/.test(name) && fitsIn(bytes, 'utf-8') && !hasControls(bytes);
}

/** Whether more letters outside of English can be read in it than places cannot. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const beyond = new TextDecoder().decode(bytes).match(/[^\0-\x7f]/gu) ?? [];
  const unread = beyond.filter((letter) => letter === '\ufffd').length;
  return beyond.length > 3 * unread;
}

/** The text of these bytes, without a byte order mark. What cannot be decoded becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, name: string): string {
  if (name === FALLBACK) {
    return decodeWindows1252(bytes);
  }
  return name.startsWith('utf-32') ? decodeUtf32(bytes, name) : new TextDecoder(name).decode(bytes);
}

/** Whether there are control characters in bytes that are letters otherwise; line ends, tabs and escapes are none. */
export function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte));
}

/** What is in windows-1252 where Latin-1 has control characters, from 0x80 on. */
const signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node's own decoder takes it for Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => signs.charAt(sign.charCodeAt(0) - 0x80));
}

/** The charset that a media type names, as it is written. */
function declaredIn(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([\w.:()-]{1,40})/i.exec(contentType ?? '')?.[1];
}

/** The charset that an XML or HTML text names in its beginning. */
function declaredInText(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const beginning = Buffer.from(bytes.subarray(0, MAX_DECLARATION_BYTES)).toString('latin1');
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(beginning)?.[1];
  const isHtml =
    /html/i.test(contentType ?? '') || /^\s*<(!doctype\s+html|html|head|meta)\b/i.test(beginning);
  return xml ?? (isHtml ? declaredInMeta(beginning) : undefined);
}

/** By two looks, each of which is linear: one pattern for both would not be. */
function declaredInMeta(html: string): string | undefined {
  return [...html.matchAll(/<meta\s([^<>]{1,250})/gi)]
    .map(([, attributes = '']) => /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(attributes)?.[1])
    .find((charset) => charset !== undefined);
}

/** The name of the Encoding Standard for a declared one; undefined for one that is not known. */
function knownName(declared: string): string | undefined {
  const lower = declared.toLowerCase();
  if (/^utf-?32(le|be)?$/.test(lower)) {
    return lower.endsWith('be') ? 'utf-32be' : 'utf-32le';
  }
  try {
    return new TextDecoder(lower).encoding;
  } catch {
    return undefined;
  }
}

/** Where they are not `whole`, the last character may be cut off. */
function fitsIn(bytes: Uint8Array, name: string, whole = false): boolean {
  try {
    if (name.startsWith('utf-32')) {
      return !decodeUtf32(bytes, name).includes('\ufffd');
    }
    new TextDecoder(name, { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}
