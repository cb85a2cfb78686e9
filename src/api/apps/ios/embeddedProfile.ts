import { X509Certificate } from 'node:crypto';
import type { EmbeddedCertificate, EmbeddedProfile, EmbeddedProfileType } from '../app';
import { keptText } from '../content';
import {
  dictionaryIn,
  flagIn,
  arrayIn,
  textIn,
  timeIn,
  type PlistDictionary,
  type PlistValue,
} from '../plist/plistValue';
import { readPlist } from '../plist/readPlist';
import { signedContent } from './cms';

/** Certificates that are looked at: a profile of a large team has some dozens. */
const MAX_CERTIFICATES = 100;

/**
 * A provisioning profile: a property list in a signed message. By whom it is signed is not looked at. Fails with
 * `BrokenContent`.
 */
export function readEmbeddedProfile(bytes: Buffer): EmbeddedProfile {
  const profile = dictionaryIn(readPlist(signedContent(bytes))) ?? new Map<string, PlistValue>();
  const entitlements = dictionaryIn(profile.get('Entitlements'));
  return {
    type: typeOf(profile, entitlements),
    name: textIn(profile.get('Name')),
    endsAt: timeIn(profile.get('ExpirationDate')),
    devices: arrayIn(profile.get('ProvisionedDevices'))?.length,
    team: textIn(profile.get('TeamName')) ?? textIn(arrayIn(profile.get('TeamIdentifier'))?.[0]),
    appId: textIn(entitlements?.get('application-identifier')),
    certificate: lastCertificate(arrayIn(profile.get('DeveloperCertificates')) ?? []),
  };
}

/** Apple writes no type: who may install it tells. */
function typeOf(profile: PlistDictionary, entitlements: PlistDictionary | undefined): EmbeddedProfileType {
  if (flagIn(profile.get('ProvisionsAllDevices'))) {
    return 'enterprise';
  }
  if (flagIn(entitlements?.get('get-task-allow'))) {
    return 'development';
  }
  return arrayIn(profile.get('ProvisionedDevices')) ? 'adHoc' : 'appStore';
}

/** Which of them has signed the app is not looked at; while one of them is good it may be that. */
function lastCertificate(list: readonly PlistValue[]): EmbeddedCertificate | undefined {
  return list
    .slice(0, MAX_CERTIFICATES)
    .flatMap((one) => (Buffer.isBuffer(one) ? (certificateIn(one) ?? []) : []))
    .reduce<EmbeddedCertificate | undefined>(
      (last, one) => ((one.endsAt ?? 0) > (last?.endsAt ?? -1) ? one : last),
      undefined,
    );
}

/** Undefined for what is none. */
function certificateIn(bytes: Buffer): EmbeddedCertificate | undefined {
  try {
    const { subject, validTo } = new X509Certificate(bytes);
    const endsAt = Date.parse(validTo);
    const common = subject.split('\n').find((line) => line.startsWith('CN='));
    return { name: keptText(common?.slice(3)), endsAt: Number.isNaN(endsAt) ? undefined : endsAt };
  } catch {
    return undefined;
  }
}
