import { momentIn } from '../../support/moment';

/** What a provisioning profile says of itself. Untrusted texts. */
export interface ProvisioningFile {
  readonly name: string | undefined;
  /** Milliseconds since 1970. */
  readonly endsAt: number | undefined;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** Reads the property list that is signed in the file, which stands there as text. What it leaves out is undefined. */
export function readProvisioningFile(bytes: Uint8Array): ProvisioningFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const list = text.slice(Math.max(0, text.indexOf('<plist')));
  const name = valueOf(list, 'Name', 'string');
  return {
    name: name?.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity),
    endsAt: momentIn(valueOf(list, 'ExpirationDate', 'date')),
  };
}

/** The text of the element that follows a key. */
function valueOf(list: string, key: string, element: string): string | undefined {
  const [, behind = ''] = list.split(`<key>${key}</key>`, 2);
  const value = behind.trimStart();
  const end = value.indexOf(`</${element}>`);
  const begin = `<${element}>`;
  return value.startsWith(begin) && end !== -1 ? value.slice(begin.length, end).trim() : undefined;
}
