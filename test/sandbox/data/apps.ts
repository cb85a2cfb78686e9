/** Bytes of an app beside those of the file in it. */
interface AppFrame {
  head: Buffer;
  tail: Buffer;
}

const name = Buffer.from('Payload/app');
const HEAD_BYTES = 30 + name.length;
const TAIL_BYTES = 46 + name.length + 22;

/** What makes a zip of one stored file of so many bytes: what precedes it, and what follows. */
function frame(size: number): AppFrame {
  // The same fields, checksum and times left out, in the entry and in the list of entries.
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  const entry = Buffer.concat([signature(0x04034b50), fields, name]);
  const made = Buffer.from([20, 0]);
  const listed = Buffer.concat([signature(0x02014b50), made, fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(entry.length + size, 12);
  return { head: entry, tail: Buffer.concat([listed, signature(0x06054b50), end]) };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** An app: a zip with this in it, stored as it is. */
export function appOf(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as string);
  const { head, tail } = frame(bytes.length);
  return Buffer.concat([head, bytes, tail]);
}

/** What is in an app that `appOf` made. */
export function contentOfApp(app: Buffer): string {
  return app.subarray(HEAD_BYTES, app.length - TAIL_BYTES).toString();
}

/** The frame of an app of so many bytes in all, and how many are left for what is in it. */
export function appFrame(size: number): AppFrame & { content: number } {
  const content = size - HEAD_BYTES - TAIL_BYTES;
  return { ...frame(content), content };
}
