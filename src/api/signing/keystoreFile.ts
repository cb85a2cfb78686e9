import { createHash } from 'node:crypto';
import { isWrongP12Password } from './p12File';

/** What a keystore is by its first bytes: one of Java's own forms, or a P12 file, which `keytool` makes since Java 9. */
export type KeystoreType = 'java' | 'p12';

/** JKS and JCEKS. */
const JAVA_MAGICS = [0xfeedfeed, 0xcececece];
const DER_SEQUENCE = 0x30;
/** A SHA-1 at the end of the file. */
const DIGEST_BYTES = 20;
/** What Java puts between the password and the file. */
const WHITENER = 'Mighty Aphrodite';

/** Undefined for what is no keystore. */
export function keystoreTypeOf(bytes: Uint8Array): KeystoreType | undefined {
  if (bytes.length > DIGEST_BYTES + 12 && JAVA_MAGICS.includes(magicOf(bytes))) {
    return 'java';
  }
  return bytes[0] === DER_SEQUENCE ? 'p12' : undefined;
}

/** Whether this is certainly not the password of the keystore. False where that cannot be told: the server knows. */
export function isWrongKeystorePassword(bytes: Uint8Array, password: string): boolean {
  return keystoreTypeOf(bytes) === 'java'
    ? !hasJavaDigest(bytes, password)
    : isWrongP12Password(bytes, password);
}

/** The digest that ends a keystore of Java is over the password in UTF-16, a phrase, and all bytes before it. */
function hasJavaDigest(bytes: Uint8Array, password: string): boolean {
  const end = bytes.length - DIGEST_BYTES;
  const digest = createHash('sha1')
    .update(Buffer.from(password, 'utf16le').swap16())
    .update(WHITENER)
    .update(bytes.subarray(0, end))
    .digest();
  return digest.equals(bytes.subarray(end));
}

function magicOf(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt32BE(0);
}
