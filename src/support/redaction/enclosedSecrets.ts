import type { Range } from './layers';

/** What stands between the lines that begin and end a private key (PEM); to the end of the text where it is cut off. */
export function privateKeysIn(text: string): Range[] {
  const ranges: Range[] = [];
  const opening = /-----BEGIN (?:[A-Z\d]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index + match[0].length;
    const closing = text.indexOf('-----END', start);
    const end = closing < 0 ? text.length : closing;
    if (end > start) {
      ranges.push([start, end]);
    }
    opening.lastIndex = end;
  }
  return ranges;
}

const MAX_PASSWORD = 512;

/** The password before the host of an address: `https://name:password@host`. */
export function addressSecretsIn(text: string): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const [, name = '', password = ''] =
      /^([^\s:/?#@"'<>\\]*):([^\s/?#@"'<>\\]+)@/.exec(text.slice(at + 3, at + 3 + MAX_PASSWORD)) ?? [];
    const start = at + 3 + name.length + 1;
    if (password !== '') {
      ranges.push([start, start + password.length]);
    }
  }
  return ranges;
}
