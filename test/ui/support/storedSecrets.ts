import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { VsCode } from './vscode';

/** Where this host keeps every extension's secrets, encrypted. */
const secretStorageEntry = 'localStorage secrets.provider';

/**
 * What the secret storage holds for our extension, by key. Read from the browser's storage and decrypted as the
 * workbench does: one key is stored with the text, the other half is the front server's.
 */
export async function storedSecrets(vscode: VsCode): Promise<Record<string, string>> {
  const [sealed] = (await vscode.browserStorage())[secretStorageEntry] ?? [];
  if (sealed === undefined) return {};
  const all = JSON.parse(unseal(sealed, readFileSync(path.join(vscode.folder, 'secret-key')))) as Record<
    string,
    string
  >;
  const ours = Object.entries(all).flatMap(([name, value]) => {
    const { extensionId, key } = JSON.parse(name) as { extensionId?: string; key?: string };
    return extensionId === 'appcircle-explorer.appcircle-explorer' ? [[key, value]] : [];
  });
  return Object.fromEntries(ours) as Record<string, string>;
}

/** AES-GCM: 32 bytes of key, 12 of initialisation vector, then the text with a tag of 16 bytes. */
function unseal(sealed: string, serverKey: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64');
  const key = bytes.subarray(0, 32).map((byte, at) => byte ^ (serverKey[at] ?? 0));
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(32, 44));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(44, -16)), decipher.final()]).toString('utf8');
}
