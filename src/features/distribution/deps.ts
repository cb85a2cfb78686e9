import type * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { AccountDataRegistry } from '../../account/accountData';
import type { AccountMemento } from '../../account/accountMemento';
import type { Accounts } from '../../account/accounts';
import type { Memento } from '../../support/memento';
import type { ApiClient } from '../../api/client';
import type { DistributionProfile } from '../../api/distribution/profiles';
import type { Transport } from '../../api/transport/transport';
import type { Event } from '../../support/emitter';
import type { Log } from '../../support/log';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import type { ActivityCounter } from '../../ui/lists/activityCounter';
import type { ViewDeps } from '../../ui/lists/lazyView';
import type { ToolLoads } from '../../ui/tools/toolRegistry';

/** What the Distribution view takes. */
export interface DistributionDeps extends ViewDeps {
  accounts: Accounts;
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  transport: Transport;
  documents: JsonDocuments;
  /** Of the workspace. */
  memento: Memento;
  log: Log;
  extension: vscode.Uri;
  tools: ToolLoads;
}

/** How a profile is chosen where a command was not run on one. */
export interface ProfileQuestion {
  title: string;
  /** Id of the profile that was used last; shown first, below a heading of its own. */
  lastUsedId?: string;
  /** A row that leads to a new profile. The name that was typed comes along. */
  orCreate?: (name: string) => Promise<DistributionProfile | undefined>;
}

/** Lets a person choose a profile; who is signed out signs in first. Undefined when nothing was chosen. */
export type PickProfile = (question: ProfileQuestion) => Promise<DistributionProfile | undefined>;

/** A profile as it is now; undefined where it is gone. */
export interface ProfileUpdate {
  readonly id: string;
  readonly profile: DistributionProfile | undefined;
}

/** What a write changed, told to the view, which asks for nothing else. */
export interface ProfileUpdates {
  /** The profiles as they are known now. Asked for when they are not. Fails as a request does. */
  rows(): Promise<readonly DistributionProfile[]>;
  /** Shows a profile as the server answered it. A new one comes to its place. */
  put(profile: DistributionProfile): void;
  remove(profileId: string): void;
  /** Tells of each profile that was put or removed: documents that show it follow. */
  readonly onDidChange: Event<ProfileUpdate>;
  /** Asks for this profile alone, and for its versions where they are shown. Fails as a request does. */
  renew(profileId: string): Promise<void>;
  /** Selects the row of a profile, and opens the view for it; `open` shows its versions too. */
  reveal(profileId: string, how?: { open: boolean }): Promise<void>;
}

/** What the parts of the Distribution view share. */
export interface DistributionViewDeps extends Pick<
  DistributionDeps,
  'sessions' | 'accountData' | 'clientFor' | 'transport' | 'documents' | 'log'
> {
  /** The profile that each account uploaded to last. */
  lastProfiles: AccountMemento;
  pickProfile: PickProfile;
  changes: ProfileUpdates;
  activity: ActivityCounter;
}
