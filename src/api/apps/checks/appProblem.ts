import type { AppFormat, EmbeddedProfileType, UnreadReason } from '../app';
import type { AppDestination, PresentVersion } from './destination';

/** Days before an end at which it is told, as Appcircle does of its own (api/README 14). */
export type DaysLeft = 30 | 15 | 7 | 3 | 1;

/** Why an app cannot be of use where it is to be sent, whatever somebody decides. */
export type Impossibility =
  | { readonly kind: 'noApp' }
  /** It is an app, and called like one of another kind. */
  | { readonly kind: 'wrongExtension'; readonly format: AppFormat }
  | { readonly kind: 'wrongPlatform'; readonly platform: 'ios' | 'android' }
  /** A bundle, where nobody makes something of it that can be installed. */
  | { readonly kind: 'bundle' };

/** What somebody should know of before an app is sent. Times are milliseconds since 1970. */
export type AppWarning =
  /** Nothing is known of it. */
  | { readonly kind: 'unread'; readonly reason: UnreadReason }
  | { readonly kind: 'alreadyThere'; readonly version: PresentVersion }
  /** Its id is not the one that is taken there, or that all versions there have. */
  | { readonly kind: 'otherId'; readonly id: string; readonly expected: string; readonly isRequired: boolean }
  | { readonly kind: 'noProfile' }
  | { readonly kind: 'profileUnreadable' }
  | { readonly kind: 'profileEnded' | 'certificateEnded'; readonly endsAt: number }
  | {
      readonly kind: 'profileEnds' | 'certificateEnds';
      readonly endsAt: number;
      readonly within: DaysLeft;
    }
  /** Whom the profile is for cannot install it from there. */
  | {
      readonly kind: 'profileType';
      readonly type: EmbeddedProfileType;
      readonly devices: number | undefined;
      readonly destination: AppDestination['kind'];
    }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'debuggable' }
  | { readonly kind: 'testOnly' };

/** What a person is told, and not asked: it is as it should be, and still worth knowing. */
export interface AppNote {
  readonly kind: 'devices';
  readonly devices: number;
}

/** What speaks against sending an app. */
export interface AppFindings {
  /** Where there is one nothing is sent. */
  readonly impossible: readonly Impossibility[];
  /** The heaviest first. */
  readonly warnings: readonly AppWarning[];
  readonly notes: readonly AppNote[];
}
