import type { AndroidApp } from '../app';
import { BrokenContent, keptText } from '../content';

/** The value of an attribute. Undefined for what stands in the resources, and for kinds that nobody asks for. */
export type ManifestValue = string | number | boolean | undefined;

export interface ManifestAttribute {
  readonly name: string;
  /** Which attribute of Android it is; 0 for none of them. Tools may leave the names out. */
  readonly resourceId: number;
  readonly value: ManifestValue;
}

/** An element of a manifest, whichever way it is written. */
export interface ManifestElement {
  readonly name: string;
  /** 0 for the manifest itself. */
  readonly depth: number;
  readonly attributes: () => readonly ManifestAttribute[];
}

/** Numbers of `android.R.attr`, which never change. */
const ids = {
  label: 0x01010001,
  debuggable: 0x0101000f,
  minSdkVersion: 0x0101020c,
  versionCode: 0x0101021b,
  versionName: 0x0101021c,
  targetSdkVersion: 0x01010270,
  testOnly: 0x01010272,
  versionCodeMajor: 0x01010576,
} as const;

/** What a manifest says of its app. Fails with `BrokenContent` where it is none. */
export function manifestFacts(
  elements: Iterable<ManifestElement>,
): Omit<AndroidApp, 'format' | 'signatures'> {
  const attributes = new Map<string, readonly ManifestAttribute[]>();
  for (const { name, depth, attributes: read } of elements) {
    const isWanted = depth === 0 ? name === 'manifest' : name === 'uses-sdk' || name === 'application';
    if (depth <= 1 && isWanted && !attributes.has(name)) {
      attributes.set(name, read());
    }
  }
  const manifest = attributes.get('manifest');
  if (!manifest) {
    throw new BrokenContent();
  }
  const sdk = attributes.get('uses-sdk');
  const application = attributes.get('application');
  return {
    platform: 'android',
    id: textOf(manifest.find(({ name, resourceId }) => name === 'package' && resourceId === 0)?.value),
    name: textOf(valueOf(application, 'label')),
    version: textOf(valueOf(manifest, 'versionName')),
    build: buildOf(valueOf(manifest, 'versionCode'), valueOf(manifest, 'versionCodeMajor')),
    minSdk: textOf(valueOf(sdk, 'minSdkVersion')),
    targetSdk: textOf(valueOf(sdk, 'targetSdkVersion')),
    isDebuggable: isTrue(valueOf(application, 'debuggable')),
    isTestOnly: isTrue(valueOf(application, 'testOnly')),
  };
}

function valueOf(attributes: readonly ManifestAttribute[] = [], wanted: keyof typeof ids): ManifestValue {
  const known = attributes.find(({ resourceId }) => resourceId === ids[wanted]);
  const attribute = known ?? attributes.find(({ name, resourceId }) => name === wanted && resourceId === 0);
  return attribute?.value;
}

function textOf(value: ManifestValue): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? keptText(String(value)) : undefined;
}

function isTrue(value: ManifestValue): boolean {
  return value === true || value === 'true' || (typeof value === 'number' && value !== 0);
}

/** Of 64 bits where there is an upper half. */
function buildOf(low: ManifestValue, high: ManifestValue): string | undefined {
  return typeof low === 'number' && typeof high === 'number' && high > 0
    ? String(BigInt(high) * 2n ** 32n + BigInt(low >>> 0))
    : textOf(low);
}
