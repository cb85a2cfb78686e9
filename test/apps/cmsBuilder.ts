/** How a message is written: in one piece, or with lengths left open and in pieces of so many bytes. */
export interface CmsForm {
  pieces?: number;
}

const DATA = Buffer.from('2a864886f70d010701', 'hex');
const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex');

/** A message of signed data with this content, and nobody's signature. */
export function signedMessage(content: Buffer, { pieces }: CmsForm = {}): Buffer {
  const isOpen = pieces !== undefined;
  const wrap = isOpen ? open : element;
  const octets = isOpen ? open(0x24, ...cut(content, pieces)) : element(0x04, content);
  return wrap(
    0x30,
    element(0x06, SIGNED_DATA),
    wrap(
      0xa0,
      wrap(
        0x30,
        element(0x02, Buffer.from([1])),
        element(0x31, element(0x30, element(0x06, Buffer.from('2b0e03021a', 'hex')))),
        wrap(0x30, element(0x06, DATA), wrap(0xa0, octets)),
        element(0x31),
      ),
    ),
  );
}

function cut(content: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(content.length / size) }, (_, index) =>
    element(0x04, content.subarray(index * size, (index + 1) * size)),
  );
}

/** An element of DER. */
export function element(tag: number, ...content: Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  const length =
    bytes.length < 0x80
      ? Buffer.from([bytes.length])
      : Buffer.from([0x84, ...[24, 16, 8, 0].map((shift) => (bytes.length >>> shift) & 0xff)]);
  return Buffer.concat([Buffer.from([tag]), length, bytes]);
}

/** One of BER, whose end is marked. */
export function open(tag: number, ...content: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.from([0, 0])]);
}
