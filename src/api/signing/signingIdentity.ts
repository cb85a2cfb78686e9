import { MASK } from '../../support/redact';
import type { JsonObject } from '../decode';

/** What there is of signing identities, in the order of the view. */
export const SIGNING_KINDS = ['certificate', 'provisioningProfile', 'keystore', 'csr'] as const;

export type SigningKind = (typeof SIGNING_KINDS)[number];

/** What a row of each of the lists has. Times are milliseconds since 1970; what the server left out is undefined. */
export interface SigningRow<Kind extends SigningKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly fileName: string | undefined;
  readonly createdAt: number | undefined;
  readonly endsAt: number | undefined;
  /** The row as it came, without what is a secret or a file. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Where a certificate or a profile was made (api/README 2.9). */
export type SigningStore = 'appcircle' | 'appStore';

/** Fields that hold a file, or are sensitive (api/README 2.6): what is read of them is no longer there afterwards. */
const SENSITIVE = /password|binary|thumbprint|metadata/i;

/** Longer than any name: a file that somebody put into a row. */
const MAX_TEXT = 4000;

/** What `storeType` of a row stands for. */
export function storeIn(row: JsonObject<'storeType'>): SigningStore | undefined {
  switch (row.number('storeType')) {
    case 0:
      return 'appcircle';
    case 1:
      return 'appStore';
    default:
      return undefined;
  }
}

/** A row without secrets and files: those are never kept, wherever the row goes. */
export function withoutFiles(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.entries(raw).map(([name, value]): [string, unknown] => [
    name,
    isFile(name, value) ? MASK : value,
  ]);
  return Object.fromEntries(kept);
}

function isFile(name: string, value: unknown): boolean {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') {
    return false;
  }
  return SENSITIVE.test(name) || (typeof value === 'string' && value.length > MAX_TEXT);
}
