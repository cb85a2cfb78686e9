/** The charset of a byte order mark. */
export function markedCharset([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) {
    return 'utf-32be';
  }
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Bytes that are looked at for zeros. */
const SAMPLE = 256;

/**
 * The charset of a text without a mark that begins with a few letters, digits or signs of English: where their zeros
 * are (RFC 4627, 3).
 */
export function patternCharset(bytes: Uint8Array): string | undefined {
  return (['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'] as const).find((name) => {
    const width = name.startsWith('utf-32') ? 4 : 2;
    const at = name.endsWith('le') ? 0 : width - 1;
    const units = Math.min(SAMPLE, bytes.length - (bytes.length % width)) / width;
    // The first two, or the only one, are plain; so is most of the rest.
    let plain = 0;
    for (let unit = 0; unit < units; unit++) {
      const all = bytes.subarray(unit * width, (unit + 1) * width);
      const isPlain = all.every((byte, nth) => (nth === at ? isAscii(byte) : byte === 0));
      if (!isPlain && unit < 2) {
        return false;
      }
      plain += isPlain ? 1 : 0;
    }
    return (units > 1 || bytes.length === width) && plain * 2 >= units;
  });
}

function isAscii(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
}

/** Text of UTF-32, which the Encoding Standard does not know, without its mark. */
export function decodeUtf32(bytes: Uint8Array, name: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, name.endsWith('le'));
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('').replace(/^\ufeff/, '');
}
