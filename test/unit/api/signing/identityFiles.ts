/** Files of signing identities, made up: no key and no certificate is in the repository. */
import { createHash, createHmac } from 'node:crypto';

const sha1 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A keystore of Java without entries: its digest is all that knows the password. */
export function javaKeystore(password: string, magic = 0xfeedfeed): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32BE(magic, 0);
  head.writeUInt32BE(2, 4);
  const utf16 = Buffer.from(password, 'utf16le').swap16();
  return Buffer.concat([
    head,
    Buffer.alloc(1),
    sha1(utf16, Buffer.from('Mighty Aphrodite'), head, Buffer.alloc(1)),
  ]);
}

/** A provisioning profile: a property list between bytes of a signature. */
export function provisioningFile({ name = 'Harbor Notes', ends = '2030-01-02T03:04:05Z' } = {}): Buffer {
  const list =
    `<?xml version="1.0"?><plist version="1.0"><dict><key>AppIDName</key><string>No</string>` +
    `<key>ExpirationDate</key>\n\t<date>${ends}</date>\n<key>Name</key>\n\t<string>${name}</string></dict></plist>`;
  return Buffer.concat([Buffer.from([0x30, 0x82, 0x1f, 0xff]), Buffer.from(list), Buffer.from([0xa0, 0xff])]);
}

/** A P12 file without contents: its checksum (RFC 7292, appendix B, with SHA-1) is all that knows the password. */
export function p12File(password: string): Buffer {
  const contents = der(0x30);
  const salt = Buffer.from('saltsalt');
  const mac = createHmac('sha1', macKey(password, salt)).update(contents).digest();
  const data = (content: Buffer) => der(0x30, oid('2a864886f70d010701'), der(0xa0, der(0x04, content)));
  const digest = der(0x30, der(0x30, oid('2b0e03021a'), der(0x05)), der(0x04, mac));
  return der(0x30, integer(3), data(contents), der(0x30, digest, der(0x04, salt), integer(1)));
}

const integer = (value: number) => der(0x02, Buffer.from([value]));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : [0x81, body.length];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function macKey(password: string, salt: Buffer): Buffer {
  const block = 64;
  const fill = (bytes: Buffer) =>
    Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes.length > 0 ? bytes : undefined);
  const utf16 = Buffer.from(`${password}\0`, 'utf16le').swap16();
  return sha1(Buffer.alloc(block, 3), fill(salt), fill(utf16));
}
