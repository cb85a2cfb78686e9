import { resourceIds, type AttributeValue, type BuiltElement } from './androidManifest';

/** How the texts are written, and whether names of Android's attributes are left out, as some tools do. */
export interface BinaryXmlForm {
  utf8?: boolean;
  withoutNames?: boolean;
}

/** A manifest as aapt writes it. */
export function binaryXml(
  root: BuiltElement,
  { utf8 = false, withoutNames = false }: BinaryXmlForm = {},
): Buffer {
  const texts: string[] = Object.keys(resourceIds).map((name) =>
    withoutNames ? '' : name.slice('android:'.length),
  );
  const known = Object.keys(resourceIds);
  const indexOf = (text: string): number => {
    const at = texts.indexOf(text, known.length);
    return at === -1 ? texts.push(text) - 1 : at;
  };
  const nameOf = (name: string) =>
    name in resourceIds ? known.indexOf(name) : indexOf(name.replace('android:', ''));
  const chunks: Buffer[] = [];
  const write = ({ name, attributes = {}, children = [] }: BuiltElement): void => {
    const list = Object.entries(attributes).map(([key, value]) =>
      Buffer.concat([ints(-1, nameOf(key), -1), valueOf(value, indexOf)]),
    );
    const fields = Buffer.concat([ints(-1, indexOf(name)), shorts(20, 20, list.length, 0, 0, 0)]);
    chunks.push(chunk(0x0102, 16, ints(1, -1), fields, ...list));
    children.forEach(write);
    chunks.push(chunk(0x0103, 16, ints(1, -1), ints(-1, indexOf(name))));
  };
  write(root);
  const namespace = ints(1, -1, indexOf('android'), indexOf('http://schemas.android.com/apk/res/android'));
  const resources = chunk(0x0180, 8, ints(...Object.values(resourceIds)));
  return chunk(
    0x0003,
    8,
    pool(texts, utf8),
    resources,
    chunk(0x0100, 16, namespace),
    ...chunks,
    chunk(0x0101, 16, namespace),
  );
}

function valueOf(value: AttributeValue, indexOf: (text: string) => number): Buffer {
  const [kind, data] =
    typeof value === 'string'
      ? [0x03, indexOf(value)]
      : typeof value === 'number'
        ? [0x10, value]
        : typeof value === 'boolean'
          ? [0x12, value ? -1 : 0]
          : [0x01, value.reference];
  return Buffer.concat([shorts(8), Buffer.from([0, kind]), ints(data)]);
}

function pool(texts: readonly string[], utf8: boolean): Buffer {
  const written = texts.map(utf8 ? utf8Text : utf16Text);
  const offsets: number[] = [];
  let at = 0;
  for (const one of written) {
    offsets.push(at);
    at += one.length;
  }
  const padding = Buffer.alloc((4 - (at % 4)) % 4);
  const head = ints(texts.length, 0, utf8 ? 0x100 : 0, 28 + 4 * texts.length, 0);
  return chunk(0x0001, 28, head, ints(...offsets), ...written, padding);
}

/** Characters beyond the first plane as two of three bytes each, as aapt2 writes them. */
function utf8Text(text: string): Buffer {
  const bytes = Buffer.concat(
    text.split('').map((unit) => {
      const code = unit.charCodeAt(0);
      return code >= 0xd800 && code < 0xe000
        ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
        : Buffer.from(unit);
    }),
  );
  return Buffer.concat([length8(text.length), length8(bytes.length), bytes, Buffer.alloc(1)]);
}

function length8(length: number): Buffer {
  return length < 0x80 ? Buffer.from([length]) : Buffer.from([0x80 | (length >> 8), length & 0xff]);
}

function utf16Text(text: string): Buffer {
  const length =
    text.length < 0x8000 ? shorts(text.length) : shorts(0x8000 | (text.length >> 16), text.length & 0xffff);
  return Buffer.concat([length, Buffer.from(text, 'utf16le'), Buffer.alloc(2)]);
}

function chunk(kind: number, headBytes: number, ...content: Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([shorts(kind, headBytes), ints(8 + bytes.length), bytes]);
}

function ints(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from(Int32Array.of(value).buffer)));
}

function shorts(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from(Uint16Array.of(value).buffer)));
}
