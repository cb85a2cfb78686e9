import { createSecureContext } from 'node:tls';

/** What OpenSSL, and BoringSSL in a desktop editor, say of another password. */
const WRONG_PASSWORD = /mac verify failure|incorrect.password/i;

/**
 * Whether this is certainly not the password of a P12 file: its checksum is made with the password. False for anything
 * else that is wrong with it, such as an old encryption that is not known here, and for a password that is not ASCII,
 * of which programs make different bytes. The server knows.
 */
export function isWrongP12Password(bytes: Uint8Array, password: string): boolean {
  try {
    createSecureContext({ pfx: Buffer.from(bytes), passphrase: password });
    return false;
  } catch (error) {
    const isAscii = /^[\x20-\x7e]*$/.test(password);
    return isAscii && error instanceof Error && WRONG_PASSWORD.test(error.message);
  }
}
