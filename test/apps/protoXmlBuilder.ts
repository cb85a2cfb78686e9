import { resourceIds, type AttributeValue, type BuiltElement } from './androidManifest';

/** A manifest as aapt2 writes it into a bundle (Resources.proto). */
export function protoXml({ name, attributes = {}, children = [] }: BuiltElement): Buffer {
  const element = Buffer.concat([
    bytesField(3, Buffer.from(name)),
    ...Object.entries(attributes).map(([key, value]) => bytesField(4, attributeOf(key, value))),
    ...children.map((child) => bytesField(5, protoXml(child))),
  ]);
  return Buffer.concat([bytesField(1, element), bytesField(3, numberField(1, 7))]);
}

function attributeOf(key: string, value: AttributeValue): Buffer {
  const id = resourceIds[key];
  return Buffer.concat([
    bytesField(2, Buffer.from(key.replace('android:', ''))),
    ...(typeof value === 'object' ? [] : [bytesField(3, Buffer.from(String(value)))]),
    ...(id === undefined ? [] : [numberField(5, id)]),
    ...itemOf(value),
  ]);
}

function itemOf(value: AttributeValue): Buffer[] {
  switch (typeof value) {
    case 'string':
      return [];
    case 'number':
      return [bytesField(6, bytesField(7, numberField(6, value)))];
    case 'boolean':
      return [bytesField(6, bytesField(7, numberField(8, value ? 1 : 0)))];
    default:
      return [bytesField(6, bytesField(1, numberField(2, value.reference)))];
  }
}

export function bytesField(number: number, value: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(value.length), value]);
}

export function numberField(number: number, value: number): Buffer {
  return Buffer.concat([varint(number * 8), varint(value)]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(value));
  do {
    bytes.push(Number(left & 0x7fn) | (left > 0x7fn ? 0x80 : 0));
    left >>= 7n;
  } while (left > 0n);
  return Buffer.from(bytes);
}
