import type { Account } from '../../account/account';
import type { AccountDataRegistry } from '../../account/accountData';
import type { ApiClient } from '../../api/client';
import type { StoreProfile } from '../../api/store/storeProfiles';
import type { StoreVersion } from '../../api/store/storeVersions';
import type { Transport } from '../../api/transport/transport';
import type { Log } from '../../support/log';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import type { ActivityCounter } from '../../ui/lists/activityCounter';
import type { ViewDeps } from '../../ui/lists/lazyView';

/** What the Enterprise App Store view takes. */
export interface StoreDeps extends ViewDeps {
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  transport: Transport;
  documents: JsonDocuments;
  log: Log;
}

/** A version, and the profile that it is one of. */
export interface ProfileStoreVersion {
  readonly profile: StoreProfile;
  readonly version: StoreVersion;
}

/** What the parts of the view share. */
export interface StoreViewDeps extends Pick<
  StoreDeps,
  'sessions' | 'accountData' | 'clientFor' | 'transport' | 'documents' | 'log'
> {
  /** The profiles as they are known now. Asked for when they are not. Fails as a request does. */
  profiles(): Promise<readonly StoreProfile[]>;
  /** The versions of a profile, newest first. Asked for when they are not known. Fails as a request does. */
  versionsOf(profileId: string): Promise<readonly StoreVersion[]>;
  /** Has the versions of a profile asked for again when they are next wanted. */
  forgetVersions(profileId: string): void;
  /** Shows what a write changed: asks for the profiles, and for the versions of this one where they are shown. */
  renew(profileId: string): Promise<void>;
  /** Selects the row of a profile, and opens the view for it; `open` shows its versions too. */
  reveal(profileId: string, how?: { open: boolean }): Promise<void>;
  /** What is under way at the server. */
  activity: ActivityCounter;
}
