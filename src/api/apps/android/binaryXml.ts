import { BrokenContent, partOf } from '../content';
import type { ManifestAttribute, ManifestElement, ManifestValue } from './manifest';
import { StringPool } from './stringPool';

const STRING_POOL = 0x0001;
const XML = 0x0003;
const START_ELEMENT = 0x0102;
const END_ELEMENT = 0x0103;
const RESOURCE_MAP = 0x0180;

/** Kinds of values (ResourceTypes.h: Res_value). */
const STRING = 0x03;
const DECIMAL = 0x10;
const HEXADECIMAL = 0x11;
const BOOLEAN = 0x12;

const ATTRIBUTE_BYTES = 20;
/** Attributes of an element that are looked at. */
const MAX_ATTRIBUTES = 500;

/**
 * The elements of a manifest as it is in an .apk, in their order: chunks, each with its kind and length, after one with the
 * texts (ResourceTypes.h of Android). Fails with `BrokenContent`.
 */
export function* readBinaryXml(bytes: Buffer): Generator<ManifestElement> {
  const head = partOf(bytes, 0, 8);
  // Some tools write another kind, and Android does not look at it.
  if (head.readUInt16LE() !== XML && head.readUInt16LE() !== 0) {
    throw new BrokenContent();
  }
  let texts: StringPool | undefined;
  let resources: Buffer = Buffer.alloc(0);
  let depth = 0;
  for (let at = head.readUInt16LE(2); at + 8 <= bytes.length;) {
    const { kind, chunk } = chunkAt(bytes, at);
    switch (kind) {
      case STRING_POOL:
        texts ??= new StringPool(chunk);
        break;
      case RESOURCE_MAP:
        resources = chunk.subarray(8);
        break;
      case START_ELEMENT:
        yield elementOf(chunk, depth, texts, resources);
        depth++;
        break;
      case END_ELEMENT:
        depth--;
        break;
      default:
        break;
    }
    at += chunk.length;
  }
}

function chunkAt(bytes: Buffer, at: number): { kind: number; chunk: Buffer } {
  const head = partOf(bytes, at, 8);
  const length = head.readUInt32LE(4);
  if (length < 8) {
    throw new BrokenContent();
  }
  return { kind: head.readUInt16LE(), chunk: partOf(bytes, at, length) };
}

function elementOf(
  chunk: Buffer,
  depth: number,
  texts: StringPool | undefined,
  resources: Buffer,
): ManifestElement {
  // Behind the head, the line and the comment.
  const at = partOf(chunk, 2, 2).readUInt16LE();
  const fields = partOf(chunk, at, 14);
  if (!texts) {
    throw new BrokenContent();
  }
  return {
    name: texts.text(fields.readUInt32LE(4)),
    depth,
    attributes: () => {
      const start = at + fields.readUInt16LE(8);
      const size = Math.max(fields.readUInt16LE(10), ATTRIBUTE_BYTES);
      const count = Math.min(fields.readUInt16LE(12), MAX_ATTRIBUTES);
      return Array.from({ length: count }, (_, index) =>
        attributeOf(partOf(chunk, start + index * size, ATTRIBUTE_BYTES), texts, resources),
      );
    },
  };
}

/** Its namespace, its name, its text, and its value: length, kind, and 32 bits. */
function attributeOf(bytes: Buffer, texts: StringPool, resources: Buffer): ManifestAttribute {
  const name = bytes.readUInt32LE(4);
  const resourceAt = name * 4;
  return {
    name: texts.text(name),
    resourceId: resourceAt + 4 <= resources.length ? resources.readUInt32LE(resourceAt) : 0,
    value: valueOf(bytes.readUInt8(15), bytes, texts),
  };
}

function valueOf(kind: number, bytes: Buffer, texts: StringPool): ManifestValue {
  switch (kind) {
    case STRING:
      return texts.text(bytes.readUInt32LE(16));
    case DECIMAL:
      return bytes.readInt32LE(16);
    case HEXADECIMAL:
      return bytes.readUInt32LE(16);
    case BOOLEAN:
      return bytes.readUInt32LE(16) !== 0;
    default:
      return undefined;
  }
}
