const named: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * What escapes as in `$'…'` or the format of `printf` mean. Bytes that are written by number are read as UTF-8, and two
 * halves of a character that stand side by side are one, as browsers write them.
 */
export function unescapeAnsi(text: string): string {
  const parts: string[] = [];
  let bytes: number[] = [];
  const endBytes = () => {
    if (bytes.length > 0) {
      parts.push(Buffer.from(bytes).toString('utf8'));
      bytes = [];
    }
  };
  const escape =
    /\\(?:x([\dA-Fa-f]{1,2})|([0-7]{1,3})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|c([^])|([^]))|[^\\]+|\\/g;
  for (const [whole, hex, octal, short, long, control, other] of text.matchAll(escape)) {
    const byte = hex !== undefined ? parseInt(hex, 16) : octal !== undefined ? parseInt(octal, 8) & 0xff : -1;
    if (byte >= 0) {
      bytes.push(byte);
      continue;
    }
    endBytes();
    const code = parseInt(short ?? long ?? '', 16);
    if (!Number.isNaN(code)) {
      parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
    } else if (control !== undefined) {
      parts.push(String.fromCharCode(control.charCodeAt(0) & 0x1f));
    } else {
      parts.push(other === undefined ? whole : (named[other] ?? (/["'?\\]/.test(other) ? other : whole)));
    }
  }
  endBytes();
  return parts.join('');
}
