import type * as vscode from 'vscode';
import type { ValueOwner } from '../../account/accountMemento';
import type { Account } from '../../account/account';
import type { RetainedAccounts } from '../../account/accountData';
import type { SessionStore } from '../../account/sessionStore';
import type { AppDestination } from '../../api/apps/checks/destination';
import type { ApiClient } from '../../api/client';
import type { NeededRole } from '../../api/failure';
import type { Transport } from '../../api/transport/transport';
import type { UploadTarget } from '../../api/upload/uploadTarget';
import type { Log } from '../../support/log';
import type { ActivityCounter } from '../lists/activityCounter';
import type { ChosenFile } from './uploadFiles';
import type { UploadedFile } from './uploadedFile';

/** A profile that an app is uploaded to. The name is untrusted text. */
export interface UploadProfile {
  readonly name: string;
  readonly target: UploadTarget;
}

/** What is chosen before a person is asked anything: by where the command was run. */
export interface UploadChoices {
  readonly profile?: UploadProfile;
  /** At least one. */
  readonly files?: readonly vscode.Uri[];
  /** Release notes that whoever ran the command proposes, a line each. */
  readonly proposedNotes?: string;
}

/** For which upload release notes are asked for. */
export interface NotesRequest {
  /** At least one. */
  readonly files: readonly ChosenFile[];
  readonly profileName: string;
  readonly profileId: string;
  readonly proposedNotes: string | undefined;
  readonly accountId: string;
}

/** Asks for release notes, and keeps those of an upload that is not done. */
export interface UploadNotes {
  /** Empty for none; undefined when the person closed the question. */
  ask(request: NotesRequest): Promise<string | undefined>;
  saveDraft(accountId: string, notes: string): void;
  /** Forgets these notes: they are in a version. */
  discardDraft(notes: string): void;
  retainAccounts(retained: RetainedAccounts): void;
}

/** What apps are checked against before they are sent. */
export interface UploadDestination {
  readonly kind: AppDestination['kind'];
  /** What is known of a place. Nobody waits for it for long, and an upload goes on where it fails. */
  lookUp(client: ApiClient, target: UploadTarget, signal: AbortSignal): Promise<Omit<AppDestination, 'kind'>>;
}

/** The view that shows what comes of uploads. Profiles are told by their ids. */
export interface UploadedRows {
  /** Asks for this profile alone, and for its versions where they are shown. Fails as a request does. */
  renew(profileId: string): Promise<void>;
  /** Selects the row of a profile, and opens the view for it; `open` shows its versions too. */
  reveal(profileId: string, how?: { open: boolean }): Promise<void>;
}

/** What running an upload takes. */
export interface RunDeps {
  readonly sessions: SessionStore;
  readonly clientFor: (account: Account) => ApiClient;
  readonly transport: Transport;
  readonly activity: ActivityCounter;
}

/** What uploads of a view take, beside their questions. */
export interface UploadViewDeps extends RunDeps {
  readonly log: Log;
  /** The role that uploading there needs. */
  readonly role: NeededRole;
  readonly changes: UploadedRows;
  readonly destination: UploadDestination;
  /** Undefined where a version gets its release notes later. */
  readonly notes?: UploadNotes | undefined;
  /** Told each file that is uploaded, if it could be read. */
  readonly onUploaded?: (file: UploadedFile) => void;
  /** Keeps the profile that an account uploads to. */
  readonly remember?: (account: ValueOwner, profileId: string) => Promise<void>;
}
