import { jsonText } from '../../support/jsonText';
import type { VersionField } from './versionField';
import { JsonObject } from '../decode';

/** Kind of provisioning profile. `other` is one that api/README 2.9 has no name for. */
export type Provisioning = 'adHoc' | 'distribution' | 'enterprise' | 'development' | 'other';

/** Untrusted texts, both. */
export interface Entitlement {
  name: string;
  /** Undefined where it has none; what is no text is written as JSON. */
  value: string | undefined;
}

/** How a version is signed. Most of it is of iOS alone. All texts are untrusted. */
export interface VersionSigning {
  certificate: string | undefined;
  provisioning: Provisioning | undefined;
  /** Ids of the devices that it may be installed on. */
  devices: string[];
  entitlements: Entitlement[];
  /** The version that it was made of by signing anew. */
  resignedFrom: string | undefined;
}

/** api/README 2.9, B; 0 means unknown. */
const provisionings: Partial<Record<number, Provisioning>> = {
  1: 'adHoc',
  2: 'distribution',
  3: 'enterprise',
  6: 'development',
};

/** What a version's row says of its signing (api/README 3, B). */
export function decodeSigning(row: JsonObject<VersionField>): VersionSigning {
  const type = row.number('provisionProfileType') ?? 0;
  const entitlements: unknown = row.raw['entitlements'];
  return {
    certificate: row.text('signedCertName'),
    provisioning: type === 0 ? undefined : (provisionings[type] ?? 'other'),
    devices: row.texts('provisionedDevices'),
    entitlements: Array.isArray(entitlements) ? entitlements.flatMap(decodeEntitlement) : [],
    resignedFrom: row.text('resignedFromAppVersion'),
  };
}

function decodeEntitlement(entry: unknown): Entitlement[] {
  const row = JsonObject.of(entry);
  const name = row?.text('name');
  if (!row || name === undefined) {
    return [];
  }
  const value = row.raw['value'] ?? undefined;
  return [{ name, value: typeof value === 'string' || value === undefined ? value : jsonText(value) }];
}
