import type { EntryRefusal } from '../files/archive/archiveEntry';
import type { ArchiveFault } from '../files/archive/archiveProblem';

/** What an app is packed as. */
export type AppFormat = 'ipa' | 'apk' | 'aab';

/** What an app says of itself, whichever system it is for. Texts are untrusted; what it does not say is undefined. */
interface AppIdentity {
  /** Bundle id or package name. */
  readonly id: string | undefined;
  /** What it is called on a device. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Build number or version code. */
  readonly build: string | undefined;
}

/** An app for iOS, as its Info.plist and the profile in it say. */
export interface IosApp extends AppIdentity {
  readonly format: 'ipa';
  readonly platform: 'ios';
  readonly minimumSystem: string | undefined;
  /** `unreadable` is one that is there and not what it should be. */
  readonly profile: EmbeddedProfile | 'unreadable' | undefined;
  /** What App Store Connect asks otherwise. */
  readonly usesNonExemptEncryption: boolean | undefined;
}

/** An app for Android, as its manifest says. */
export interface AndroidApp extends AppIdentity {
  readonly format: 'apk' | 'aab';
  readonly platform: 'android';
  /** Numbers of API levels, or names of those to come. */
  readonly minSdk: string | undefined;
  readonly targetSdk: string | undefined;
  readonly isDebuggable: boolean;
  /** Installed only from a computer. */
  readonly isTestOnly: boolean;
  /** By which schemes it is signed; none for one that is not. Whether the signatures are right is not looked at. */
  readonly signatures: readonly SignatureScheme[];
}

export type AppFacts = IosApp | AndroidApp;

export type SignatureScheme = 'v1' | 'v2' | 'v3' | 'v3.1';

/** Who may install an app by its provisioning profile. */
export type EmbeddedProfileType = 'development' | 'adHoc' | 'enterprise' | 'appStore';

/** A provisioning profile within an app. Its signature is not checked. Times are milliseconds since 1970. */
export interface EmbeddedProfile {
  readonly type: EmbeddedProfileType;
  readonly name: string | undefined;
  readonly endsAt: number | undefined;
  /** How many devices it has; undefined where it is not for certain ones. */
  readonly devices: number | undefined;
  readonly team: string | undefined;
  /** With the prefix of its team; may end in a star. */
  readonly appId: string | undefined;
  /** Of those that may have signed the app the one that ends last. */
  readonly certificate: EmbeddedCertificate | undefined;
}

export interface EmbeddedCertificate {
  readonly name: string | undefined;
  readonly endsAt: number | undefined;
}

/** Why nothing is known of what may be an app. */
export type UnreadReason =
  | Exclude<ArchiveFault, 'notZip' | 'refused'>
  | EntryRefusal
  /** What it says of itself is not written as such things are. */
  | 'content'
  /** There is more than one in it. */
  | 'severalApps';

/** What came of reading a file that is to be an app. */
export type AppReading =
  | { readonly kind: 'app'; readonly app: AppFacts }
  /** It is something else, for certain. */
  | { readonly kind: 'noApp' }
  /** It may be one. */
  | { readonly kind: 'unread'; readonly reason: UnreadReason };
