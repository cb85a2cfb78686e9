/** Control characters that texts have none of: all but tab, line breaks, form feed and the escape of terminals. */
// eslint-disable-next-line no-control-regex -- exactly these are looked for
const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

/**
 * The text that a file begins with, without a byte order mark and leading white space, where these first bytes of it are
 * text: UTF-8, Latin-1, or UTF-16 with or without a mark. Undefined where they are not.
 */
export function textHeadOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/^\ufeff/, '');
  return control.test(text) ? undefined : text.trimStart();
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // Letters of English have a zero beside them in UTF-16.
  if ((first === 0xff && second === 0xfe) || (first !== 0 && isMostlyZero(bytes, 1))) {
    return 'utf-16le';
  }
  if ((first === 0xfe && second === 0xff) || (second !== 0 && isMostlyZero(bytes, 0))) {
    return 'utf-16be';
  }
  return isUtf8(bytes) ? 'utf-8' : 'latin1';
}

/** Whether more than half of every other byte is zero. */
function isMostlyZero(bytes: Uint8Array, from: 0 | 1): boolean {
  const others = bytes.filter((_, at) => at % 2 === from);
  return others.filter((byte) => byte === 0).length * 2 > others.length;
}

/** The last character may be cut off. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
