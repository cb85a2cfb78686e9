import { withoutEnd } from '../../support/trim';
import { replaceInvisible } from '../../support/visibleText';
import { responseHeader, type ResponseHeaders } from './responseHeaders';
import { mediaTypeOf } from './body';

/** In bytes. Most disks take 255, of which a person may want some. */
const MAX_NAME_LENGTH = 120;

const extensions = new Map([
  ['application/json', '.json'],
  ['application/pdf', '.pdf'],
  ['application/zip', '.zip'],
  ['application/x-zip-compressed', '.zip'],
  ['application/gzip', '.gz'],
  ['application/xml', '.xml'],
  ['application/yaml', '.yaml'],
  ['application/x-yaml', '.yaml'],
  ['application/vnd.android.package-archive', '.apk'],
  ['application/x-ndjson', '.ndjson'],
  ['application/jsonl', '.jsonl'],
  ['text/event-stream', '.txt'],
  ['text/plain', '.txt'],
  ['text/html', '.html'],
  ['text/csv', '.csv'],
  ['text/xml', '.xml'],
  ['image/png', '.png'],
  ['image/jpeg', '.jpg'],
  ['image/gif', '.gif'],
  ['image/svg+xml', '.svg'],
  ['image/webp', '.webp'],
]);

/**
 * The base name to save an answer as: from `Content-Disposition`, else from the end of the path of the request, with
 * an extension by the media type where it has none. A name for every disk: nothing of it is a folder, hidden,
 * invisible or reserved.
 */
export function suggestedFileName(headers: ResponseHeaders, path: string): string {
  const given = dispositionName(responseHeader(headers, 'content-disposition') ?? '');
  const name = cleaned(given ?? '') || cleaned(decodePercent(path.split('/').at(-1) ?? '')) || 'response';
  return /\.[a-z\d]{1,8}$/i.test(name) ? name : name + extensionOf(responseHeader(headers, 'content-type'));
}

/** A name for every disk, made of a text that may be anything: its last part, cleaned as above. */
export function safeFileName(text: string): string {
  return cleaned(text) || 'file';
}

const packedSuffixes = new Map([
  ['gzip', '.gz'],
  ['zstd', '.zst'],
  ['br', '.br'],
  ['compress', '.Z'],
]);

/** The second extension of what is still packed; empty where there is none for it. */
export function packedSuffix(coding: string): string {
  return packedSuffixes.get(coding) ?? '';
}

/** `filename*` of RFC 5987 before `filename`, which is for clients that do not know it (RFC 6266, 4.3). */
function dispositionName(header: string): string | undefined {
  const [, charset = '', encoded] = /;\s*filename\*\s*=\s*([\w-]*)'[^']*'([^;\s]*)/i.exec(header) ?? [];
  if (encoded !== undefined) {
    return /^iso-8859-1$/i.test(charset)
      ? encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : decodePercent(encoded);
  }
  const [, quoted, plain] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/i.exec(header) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? plain;
}

function cleaned(text: string): string {
  const base = replaceInvisible(text, () => '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[<>:"|?*]+/g, '_');
  const name = shortened(withoutEnd(base.replace(/^[.\s]+/, ''), /[.\s]/));
  return /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)/i.test(name) ? `_${name}` : name;
}

/** Keeps the extension, and no half of a character. */
function shortened(name: string): string {
  const extension = /\.[a-z\d]{1,8}$/i.exec(name)?.[0] ?? '';
  const stem = Array.from(name.slice(0, name.length - extension.length));
  let size = Buffer.byteLength(name);
  while (size > MAX_NAME_LENGTH) {
    size -= Buffer.byteLength(stem.pop() ?? '');
  }
  return withoutEnd(stem.join(''), /[.\s]/) + extension;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function extensionOf(contentType: string | undefined): string {
  const type = mediaTypeOf(contentType);
  return extensions.get(type) ?? (type.endsWith('+json') ? '.json' : type.endsWith('+xml') ? '.xml' : '.bin');
}
