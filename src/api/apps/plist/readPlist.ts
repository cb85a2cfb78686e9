import { readBinaryPlist } from './binaryPlist';
import type { PlistValue } from './plistValue';
import { readXmlPlist } from './xmlPlist';

/** A property list in either of the forms that apps have. Fails with `BrokenContent`. */
export function readPlist(bytes: Buffer): PlistValue {
  return bytes.toString('latin1', 0, 6) === 'bplist'
    ? readBinaryPlist(bytes)
    : readXmlPlist(new TextDecoder(encodingOf(bytes)).decode(bytes));
}

function encodingOf(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2);
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
}
