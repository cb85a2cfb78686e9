import { BrokenContent, partOf } from '../content';
import type { ManifestAttribute, ManifestElement, ManifestValue } from './manifest';

/** Attributes of an element that are looked at. */
const MAX_ATTRIBUTES = 500;

/** A field of a message of Protocol Buffers: a number, or bytes; those of four and eight bytes are left out. */
interface Field {
  readonly number: number;
  readonly value: number | Buffer;
}

/**
 * The manifest and what is right below it, as an .aab has it: Protocol Buffers (Resources.proto of aapt2: XmlNode,
 * XmlElement, XmlAttribute, Item, Primitive). Fails with `BrokenContent`.
 */
export function* readProtoXml(bytes: Buffer): Generator<ManifestElement> {
  const root = elementIn(bytes);
  if (!root) {
    throw new BrokenContent();
  }
  yield elementOf(root, 0);
  for (const { number, value } of fieldsOf(root)) {
    const child = number === 5 && Buffer.isBuffer(value) ? elementIn(value) : undefined;
    if (child) {
      yield elementOf(child, 1);
    }
  }
}

/** The element that a node is; undefined for a text. */
function elementIn(node: Buffer): Buffer | undefined {
  return bytesIn(node, 1);
}

function elementOf(element: Buffer, depth: number): ManifestElement {
  return {
    name: bytesIn(element, 3)?.toString('utf8') ?? '',
    depth,
    attributes: () => {
      const attributes: ManifestAttribute[] = [];
      for (const { number, value } of fieldsOf(element)) {
        if (number === 4 && Buffer.isBuffer(value) && attributes.length < MAX_ATTRIBUTES) {
          attributes.push(attributeOf(value));
        }
      }
      return attributes;
    },
  };
}

function attributeOf(attribute: Buffer): ManifestAttribute {
  const text = bytesIn(attribute, 3)?.toString('utf8');
  const item = bytesIn(attribute, 6);
  return {
    name: bytesIn(attribute, 2)?.toString('utf8') ?? '',
    resourceId: numberIn(attribute, 5) ?? 0,
    value: item ? itemValue(item) : text,
  };
}

/** Undefined for a reference to the resources. */
function itemValue(item: Buffer): ManifestValue {
  for (const { number, value } of fieldsOf(item)) {
    if (Buffer.isBuffer(value)) {
      switch (number) {
        // A text, and one as it was written.
        case 2:
        case 3:
          return bytesIn(value, 1)?.toString('utf8') ?? '';
        case 7:
          return primitiveValue(value);
        default:
          break;
      }
    }
  }
  return undefined;
}

function primitiveValue(primitive: Buffer): ManifestValue {
  for (const { number, value } of fieldsOf(primitive)) {
    if (typeof value === 'number') {
      switch (number) {
        // Decimal, of 32 bits with a sign, and hexadecimal.
        case 6:
          return value | 0;
        case 7:
          return value;
        case 8:
          return value !== 0;
        default:
          break;
      }
    }
  }
  return undefined;
}

function bytesIn(message: Buffer, wanted: number): Buffer | undefined {
  for (const { number, value } of fieldsOf(message)) {
    if (number === wanted && Buffer.isBuffer(value)) {
      return value;
    }
  }
  return undefined;
}

function numberIn(message: Buffer, wanted: number): number | undefined {
  for (const { number, value } of fieldsOf(message)) {
    if (number === wanted && typeof value === 'number') {
      return value;
    }
  }
  return undefined;
}

function* fieldsOf(message: Buffer): Generator<Field> {
  for (let at = 0; at < message.length;) {
    const tag = varintAt(message, at);
    const number = Math.floor(tag.value / 8);
    at = tag.next;
    switch (tag.value % 8) {
      case 0: {
        const { value, next } = varintAt(message, at);
        at = next;
        yield { number, value };
        break;
      }
      case 1:
        at += 8;
        break;
      case 2: {
        const { value: length, next } = varintAt(message, at);
        yield { number, value: partOf(message, next, length) };
        at = next + length;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        throw new BrokenContent();
    }
  }
}

/** Seven bits a byte, the lowest first; of more than 32 bits the lowest count. */
function varintAt(message: Buffer, start: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = partOf(message, start + index, 1).readUInt8();
    value = index < 5 ? (value + (byte & 0x7f) * 2 ** (7 * index)) % 2 ** 32 : value;
    if (byte < 0x80) {
      return { value, next: start + index + 1 };
    }
  }
  throw new BrokenContent();
}
