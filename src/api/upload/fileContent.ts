import { textHeadOf } from './textHead';

/** What a file is that is called like an app and is none, as its bytes tell. */
export type ContentProblem =
  | 'gitLfsPointer'
  | 'gitAnnexPointer'
  | 'webPage'
  | 'xml'
  | 'json'
  | 'text'
  /** It begins with zeros, as a download does whose room was taken and not filled. */
  | 'blank'
  /** Some other kind of file. */
  | 'noArchive'
  | 'emptyArchive'
  /** An archive of other things: a document, a library, an app that was packed once more. */
  | 'noApp'
  /** It begins as an archive does, and its end is missing. */
  | 'cutOff'
  /** It begins and ends as an archive does, and what is between is not what its end tells. */
  | 'damaged';

/** Gives so many bytes of a file from there on, fewer where it ends. */
export type ReadPart = (start: number, length: number) => Promise<Uint8Array>;

/** Bytes from the beginning that are looked at. */
const HEAD_BYTES = 1024;
/** The end of a zip: its record of 22 bytes, and a comment that may follow (APPNOTE 4.3.16). */
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

const ENTRY = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
/** Bytes of the list of what is in a zip that are looked at. */
const MAX_DIRECTORY_BYTES = 1024 * 1024;
/** Each app has one of them in it, whatever else: .ipa, .apk and .aab. */
const APP_ENTRIES = ['Payload', 'AndroidManifest.xml', 'BundleConfig.pb'];
/** What a field says whose value is in the 64-bit record. */
const IN_ZIP64 = 0xffffffff;

/**
 * What is wrong with the content of a file that is to be a zip, as apps are; undefined where nothing is, as far as its
 * beginning and its end tell. Reads about 66 kB, and 1 MB at most of the list of what is in it. Fails as `read` does.
 */
export async function contentProblem(read: ReadPart, size: number): Promise<ContentProblem | undefined> {
  const head = await read(0, Math.min(size, HEAD_BYTES));
  const first = uint32(head, 0);
  if (first === END) {
    return 'emptyArchive';
  }
  return first === ENTRY ? archiveProblem(read, size) : otherContent(head);
}

async function archiveProblem(read: ReadPart, size: number): Promise<ContentProblem | undefined> {
  const start = Math.max(0, size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = await read(start, size - start);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (uint32(tail, at) === END && at + END_BYTES + uint16(tail, at + 20) <= tail.length) {
      return directoryProblem(read, start + at, uint32(tail, at + 12), uint32(tail, at + 16));
    }
  }
  return 'cutOff';
}

/**
 * Whether the list of what is in a zip is where its end says, or right before that where something precedes the zip.
 * `end`: where that begins. Bytes are missing where there is no room for all that it tells.
 */
async function directoryProblem(
  read: ReadPart,
  end: number,
  size: number | undefined,
  offset: number | undefined,
): Promise<ContentProblem | undefined> {
  if (size === undefined || offset === undefined || size === IN_ZIP64 || offset === IN_ZIP64) {
    return undefined;
  }
  for (const at of offset + size > end ? [] : new Set([offset, end - size])) {
    if (uint32(await read(at, 4), 0) === DIRECTORY) {
      return (await hasApp(read, at, size)) ? undefined : 'noApp';
    }
  }
  return 'damaged';
}

/** Whether the list of what is in a zip names what apps have; of a very long one, nobody tells that it does not. */
async function hasApp(read: ReadPart, at: number, size: number): Promise<boolean> {
  const names = Buffer.from(await read(at, Math.min(size, MAX_DIRECTORY_BYTES)));
  return size > MAX_DIRECTORY_BYTES || APP_ENTRIES.some((name) => names.includes(name));
}

function otherContent(head: Uint8Array): ContentProblem {
  if (head.every((byte) => byte === 0)) {
    return 'blank';
  }
  const text = textHeadOf(head);
  if (text === undefined) {
    return 'noArchive';
  }
  if (/^version https?:\/\/(?:git-lfs\.github\.com|hawser\.github\.com|git-media\.io)\//.test(text)) {
    return 'gitLfsPointer';
  }
  // A pointer, or the path of a link that was checked out as a file.
  if (/^(?:(?:\.\.[/\\]){1,40}\.git[/\\]annex|[/\\]annex)[/\\]objects[/\\]/.test(text)) {
    return 'gitAnnexPointer';
  }
  return markupIn(text) ?? (/^[{[]/.test(text) ? 'json' : 'text');
}

const page =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|table|center|div|form|frameset|iframe|img|noscript|span|pre|h[1-6]|p|br|b)\b/i;

function markupIn(text: string): 'webPage' | 'xml' | undefined {
  const markup = behindComments(text);
  if (page.test(markup) || (markup === '' && text.startsWith('<!--'))) {
    return 'webPage';
  }
  return text.startsWith('<') ? 'xml' : undefined;
}

/** What is behind comments and declarations, where it begins with such. */
function behindComments(text: string): string {
  const [opening, closing] = text.startsWith('<!--') ? ['<!--', '-->'] : ['<?', '?>'];
  if (!text.startsWith(opening)) {
    return text;
  }
  const end = text.indexOf(closing, opening.length);
  return end === -1 ? '' : behindComments(text.slice(end + closing.length).trimStart());
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Undefined where the bytes end before. */
function uint32(bytes: Uint8Array, at: number): number | undefined {
  return at + 4 > bytes.length ? undefined : uint16(bytes, at) + uint16(bytes, at + 2) * 0x10000;
}
