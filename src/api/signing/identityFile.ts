import { basename } from 'node:path';
import { diskFile } from '../files/diskFile';
import { FileProblem, unreadableReasonOf, type UnreadableFileReason } from '../files/fileProblem';
import { extensionOf } from '../upload/uploadFile';
import type { IdentityFile } from './identityWrites';
import { keystoreTypeOf } from './keystoreFile';
import type { SigningKind } from './signingIdentity';

/** What can be uploaded, and the endings of its files in lower case. */
export const IDENTITY_EXTENSIONS = {
  certificate: ['p12', 'pfx'],
  provisioningProfile: ['mobileprovision', 'provisionprofile'],
  keystore: ['jks', 'keystore'],
} as const satisfies Partial<Record<SigningKind, readonly string[]>>;

export type UploadedKind = keyof typeof IDENTITY_EXTENSIONS;

export const UPLOADED_KINDS: readonly UploadedKind[] = ['certificate', 'provisioningProfile', 'keystore'];

/** Why a file cannot be uploaded, known before a byte is sent. */
export type UnusableIdentityReason =
  | UnreadableFileReason
  | 'wrongExtension'
  | 'empty'
  | 'tooLarge'
  /** It is called like one of them, and is none. */
  | 'otherContent';

/** A file that was chosen, and what it is; or why it cannot be uploaded, and what it would have been. */
export type FoundIdentityFile =
  | { readonly kind: UploadedKind; readonly file: IdentityFile }
  | { readonly kind: UploadedKind | undefined; readonly reason: UnusableIdentityReason };

/** Far more than any of them has, in bytes. */
const MAX_BYTES = 5 * 1024 * 1024;

/** First byte of a DER sequence, with which P12 files and signed property lists begin. */
const DER_SEQUENCE = 0x30;

/** What a file of this name would be; undefined for none of them. */
export function kindOfFile(name: string): UploadedKind | undefined {
  const extension = extensionOf(name);
  return UPLOADED_KINDS.find((kind) => IDENTITY_EXTENSIONS[kind].some((known) => known === extension));
}

/** Reads a file that is to be uploaded, whole: they are small. Whether it is what its name says is told by its content. */
export async function readIdentityFile(path: string): Promise<FoundIdentityFile> {
  const name = basename(path);
  const kind = kindOfFile(name);
  const bytes = await bytesOf(path);
  if (typeof bytes === 'string') {
    return { kind, reason: bytes };
  }
  if (!kind) {
    return { kind, reason: 'wrongExtension' };
  }
  return hasContentOf(kind, bytes) ? { kind, file: { name, bytes } } : { kind, reason: 'otherContent' };
}

async function bytesOf(path: string): Promise<Uint8Array | UnusableIdentityReason> {
  const file = diskFile(path);
  try {
    const { size } = await file.stat();
    if (size === 0 || size > MAX_BYTES) {
      return size === 0 ? 'empty' : 'tooLarge';
    }
    return await file.read(0, size);
  } catch (error) {
    if (error instanceof FileProblem) {
      return unreadableReasonOf(error);
    }
    throw error;
  }
}

function hasContentOf(kind: UploadedKind, bytes: Uint8Array): boolean {
  switch (kind) {
    case 'certificate':
      return bytes[0] === DER_SEQUENCE;
    case 'provisioningProfile':
      // Signed, and readable all the same.
      return bytes[0] === DER_SEQUENCE && Buffer.from(bytes).includes('<plist');
    case 'keystore':
      return keystoreTypeOf(bytes) !== undefined;
  }
}
