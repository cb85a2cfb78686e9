import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from '../../../../../src/account/account';
import { AccountData } from '../../../../../src/account/accountData';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import type { Accounts } from '../../../../../src/account/accounts';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { DistributionProfile } from '../../../../../src/api/distribution/profiles';
import type { Transport } from '../../../../../src/api/transport/transport';
import type { ProfileQuestion } from '../../../../../src/features/distribution/deps';
import { UploadedFiles } from '../../../../../src/features/distribution/versions/uploadedFiles';
import type * as Uploads from '../../../../../src/features/distribution/upload/uploadVersion';
import { ActivityCounter } from '../../../../../src/ui/lists/activityCounter';
import { appOf } from '../../../../sandbox/data/apps';
import { accountOf, hostsAt, keyOf } from '../../../account/accountFixture';
import { FakeUri } from '../../../extension/fakeUri';
import { RecordingLog } from '../../../support/fakes/log';
import { FakeMemento } from '../../../support/fakes/memento';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { UploadUser } from './uploadUser';
import { UploadServer } from './uploadServer';

export const profile = { id: 'profile-1', name: 'Field Reports' } as DistributionProfile;
export const row = { kind: 'row', row: profile };

/** Gives the suite that it is called in Upload Version; each test begins with one that was not used yet. */
export function useUploads(): UploadFixture {
  const editor = useEditor('features/distribution/upload/uploadVersion', {
    answersPicks: true,
  }) as EditorWith<typeof Uploads>;
  const fixture = new UploadFixture(editor);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}

/** What is behind an upload in a test, and what was heard of it. */
class UploadState {
  server = new UploadServer();
  sessions = new SessionStore();
  memento = new FakeMemento();
  log = new RecordingLog();
  activity = new ActivityCounter();
  /** Whether something was under way, each time that this changed. */
  wasUnderWay: boolean[] = [];
  /** What the view was told. */
  changes: string[] = [];
  renewFails: Error | undefined;
  /** How the profile was asked for. */
  questions: ProfileQuestion[] = [];
  /** The one that is chosen. */
  picks: DistributionProfile | undefined = profile;
}

/** Upload Version, with a person before it and a server behind it. */
class UploadFixture extends UploadState {
  readonly user: UploadUser;
  account = accountOf(keyOf('k'), hostsAt('https://api.example'), 'somebody');
  declare accountData: AccountData;
  declare uploadedFiles: UploadedFiles;
  declare folder: string;
  declare uploads: Uploads.VersionUploads;

  constructor(readonly editor: EditorWith<typeof Uploads>) {
    super();
    this.user = new UploadUser(editor);
  }

  /** Opens a window in which nothing was uploaded yet. */
  begin(): void {
    Object.assign(this, new UploadState());
    this.editor.reset();
    this.user.begin();
    const folder = mkdtempSync(path.join(tmpdir(), 'appcircle-upload-'));
    this.folder = folder;
    this.editor.own({
      dispose: () => {
        rmSync(folder, { recursive: true });
      },
    });
    const { sessions } = this;
    const accounts = {
      get known() {
        return sessions.account ? [sessions.account] : [];
      },
      get isRead() {
        return sessions.current.kind !== 'storageUnreadable';
      },
      stored: { unusableIds: [] },
      onDidChange: sessions.onDidChange as unknown as Accounts['onDidChange'],
    };
    this.accountData = new AccountData(accounts, sessions, this.log);
    this.uploadedFiles = this.editor.own(new UploadedFiles(this.accountData));
    this.sessions.setSignedIn(this.account);
    this.activity.onDidChange((is) => this.wasUnderWay.push(is));
    this.uploads = new this.editor.module.VersionUploads({
      sessions: this.sessions,
      clientFor: () => this.server.client,
      transport: { store: (request) => this.server.transport.store(request) } as Transport,
      documents: undefined as never,
      accountData: this.accountData,
      lastProfiles: new AccountMemento(this.memento, 'appcircle.lastUploads'),
      log: this.log,
      pickProfile: (question) => {
        this.questions.push(question);
        return Promise.resolve(this.picks);
      },
      changes: {
        onDidChange: () => ({ dispose: () => undefined }),
        rows: () => Promise.resolve([profile]),
        put: () => undefined,
        remove: () => undefined,
        renew: (id) => {
          this.changes.push(`renew ${id}`);
          return this.renewFails ? Promise.reject(this.renewFails) : Promise.resolve();
        },
        reveal: (id) => {
          this.changes.push(`reveal ${id}`);
          return Promise.resolve();
        },
      },
      activity: this.activity,
      uploadedFiles: this.uploadedFiles,
      createProfile: () => Promise.resolve(profile),
      groupNames: (ids) => Promise.resolve(ids.map((id) => `Group ${id}`)),
    });
    this.editor.own(this.uploads);
  }

  /** An app on the disk, with a text in it. */
  file(name = 'app.ipa', content = 'the app'): FakeUri {
    return this.write(name, appOf(content, name));
  }

  /** A file on the disk with this in it, and so many bytes long, if that is told. */
  write(name: string, content: string | Uint8Array, length?: number): FakeUri {
    const file = path.join(this.folder, name);
    writeFileSync(file, content);
    if (length !== undefined) truncateSync(file, length);
    return FakeUri.file(file);
  }

  /** Uploads a file to the profile, without release notes, whatever failed before. */
  async run(file = this.file()): Promise<void> {
    this.editor.opens = [file];
    this.user.chooses = ['Another Upload', 'Upload Without'];
    await this.uploads.upload(row);
  }

  other(): Account {
    return accountOf(keyOf('k'), hostsAt('https://api.example'), 'somebody else');
  }
}
