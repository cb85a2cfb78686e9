import { BrokenContent, partOf } from '../content';

/** Elements within elements: a signed message has five. */
const MAX_DEPTH = 16;
/** Pieces that a content is cut into, and whatever else is looked at. */
const MAX_ELEMENTS = 100_000;

const SEQUENCE = 0x30;
const OCTET_STRING = 0x04;
const OCTET_STRING_IN_PIECES = 0x24;
const FIRST_TAGGED = 0xa0;
const END_OF_CONTENT = 0x00;

/** An element of BER, as X.690 writes them. */
interface Element {
  readonly tag: number;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Where the next one begins. */
  readonly next: number;
}

/**
 * What is signed in a message of the Cryptographic Message Syntax (RFC 5652, 5), whole or in pieces. Whether the signature
 * is good is not looked at. Fails with `BrokenContent`.
 */
export function signedContent(bytes: Buffer): Buffer {
  const reader = new Reader(bytes);
  // ContentInfo: its type, and in brackets SignedData: version, algorithms, and what is signed: its type, and it.
  const message = reader.child(reader.element(0), SEQUENCE, 0);
  const signed = reader.child(reader.child(message, FIRST_TAGGED, 1), SEQUENCE, 0);
  const content = reader.child(reader.child(signed, SEQUENCE, 2), FIRST_TAGGED, 1);
  return Buffer.concat(reader.octets(reader.firstIn(content)));
}

class Reader {
  private elements = 0;

  constructor(private readonly bytes: Buffer) {}

  /** An element that has to be of this kind; with `index`, behind so many others in it the one that is looked for. */
  child(parent: Element, tag: number, index: number): Element {
    if (index === 0 && parent.tag === tag) {
      return parent;
    }
    let child = this.firstIn(parent);
    for (let skipped = 0; skipped < index; skipped++) {
      child = this.within(parent, child.next);
    }
    if (child.tag !== tag) {
      throw new BrokenContent();
    }
    return child;
  }

  firstIn(parent: Element): Element {
    return this.within(parent, parent.start);
  }

  /** The bytes of a string, which may be of several, and these of others. */
  octets(element: Element, depth = 0): Buffer[] {
    if (element.tag === OCTET_STRING) {
      return [this.bytes.subarray(element.start, element.end)];
    }
    if (element.tag !== OCTET_STRING_IN_PIECES || depth > MAX_DEPTH) {
      throw new BrokenContent();
    }
    const pieces: Buffer[] = [];
    for (let at = element.start; at < element.end;) {
      const piece = this.within(element, at);
      pieces.push(...this.octets(piece, depth + 1));
      at = piece.next;
    }
    return pieces;
  }

  element(at: number, depth = 0): Element {
    this.elements++;
    if (depth > MAX_DEPTH || this.elements > MAX_ELEMENTS) {
      throw new BrokenContent();
    }
    const tag = partOf(this.bytes, at, 2).readUInt8();
    const first = partOf(this.bytes, at, 2).readUInt8(1);
    if (first === 0x80) {
      return this.endless(tag, at + 2, depth);
    }
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (lengthBytes > 4) {
      throw new BrokenContent();
    }
    const start = at + 2 + lengthBytes;
    const length =
      lengthBytes === 0 ? first : partOf(this.bytes, at + 2, lengthBytes).readUIntBE(0, lengthBytes);
    partOf(this.bytes, start, length);
    return { tag, start, end: start + length, next: start + length };
  }

  /** One whose length is not told: it ends at an empty element. */
  private endless(tag: number, start: number, depth: number): Element {
    for (let at = start; ;) {
      const child = this.element(at, depth + 1);
      if (child.tag === END_OF_CONTENT) {
        return { tag, start, end: at, next: child.next };
      }
      at = child.next;
    }
  }

  private within(parent: Element, at: number): Element {
    const element = this.element(at);
    if (element.next > parent.end) {
      throw new BrokenContent();
    }
    return element;
  }
}
