import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { RetainedAccounts } from '../../../account/accountData';
import type { SessionStore } from '../../../account/sessionStore';
import type { SecretFinder } from '../../../api/builds/log/logMask';
import type { LogSource } from '../../../api/builds/log/logSource';
import { isFailure } from '../../../api/failure';
import { LogScheme } from '../../../contributions';
import { Emitter, type Disposable } from '../../../support/emitter';
import type { Log } from '../../../support/log';
import { readAddress, type LogAddress } from '../../../ui/documents/logAddress';
import { LogDocument } from './logDocument';
import type { LogFileSource } from './logFiles';
import { isUnderWay } from './logState';

/** What the open logs take. */
export interface OpenLogsOptions {
  readonly sessions: SessionStore;
  readonly secrets: SecretFinder;
  readonly log: Log;
  /** Gives the source of a log, for the account that it is of. */
  readonly sourceFor: (account: Account, uri: vscode.Uri, address: LogAddress) => LogSource;
}

/**
 * The logs that are open, by their addresses; each is made when the editor first asks for it, as after a reload. A log is
 * loaded for the account that it is of alone, and what is begun ends when another one becomes active.
 */
export class OpenLogs implements LogFileSource, Disposable {
  private readonly documents = new Map<string, LogDocument>();
  private readonly accounts = new WeakMap<LogDocument, Account>();
  private readonly changes = new Emitter<LogDocument>();
  /** Told a log that has other lines, another state, or is followed or not. */
  readonly onDidChange = this.changes.event;
  private readonly subscription: Disposable;
  private made = 0;

  constructor(private readonly options: OpenLogsOptions) {
    this.subscription = options.sessions.onDidChange(() => {
      for (const document of this.documents.values()) {
        this.connect(document);
      }
    });
  }

  get all(): readonly LogDocument[] {
    return [...this.documents.values()];
  }

  find(uri: vscode.Uri): LogDocument | undefined {
    return uri.scheme === LogScheme ? this.documents.get(uri.toString()) : undefined;
  }

  /** Fails as the editor expects it for what is no address of a log. */
  require(uri: vscode.Uri): LogDocument {
    return this.find(uri) ?? this.make(uri);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { size } = this.require(uri);
    // Its time stays: as long as it is open the editor does not read it anew.
    return { type: vscode.FileType.File, ctime: 0, mtime: 1, size };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return Buffer.from(this.require(uri).shownText);
  }

  /** Loads a log for its account, if that is the active one, and says why not where it is not. */
  connect(document: LogDocument, again = false): void {
    const session = this.options.sessions.current;
    const account = this.options.sessions.account;
    const isLoaded =
      !isUnderWay(document.state) && document.text.isEnded && !this.isRefusedWithOther(document, account);
    if (session.kind === 'starting' || (isLoaded && !again)) {
      return;
    }
    if (account?.id !== document.address.accountId) {
      document.refuse(
        account ? 'otherAccount' : session.kind === 'storageUnreadable' ? 'unreadable' : 'signedOut',
      );
    } else if (again || !document.isFollowed || this.accounts.get(document) !== account) {
      this.accounts.set(document, account);
      void this.follow(document, account);
    }
  }

  /** Asks once more for a log that ended without one, and for that of a run: a restart may have replaced it. */
  retry(document: LogDocument): void {
    const { state, subject } = document;
    const isReplaced = subject === 'publish' && !isUnderWay(state);
    if (isReplaced || state.kind === 'absent' || state.kind === 'failed') {
      this.connect(document, true);
    }
  }

  /** Ends every request for these, and forgets them. */
  forget(isForgotten: (document: LogDocument) => boolean): void {
    for (const [name, document] of this.documents) {
      if (isForgotten(document)) {
        this.documents.delete(name);
        document.dispose();
      }
    }
  }

  /** Forgets the logs of whoever left, and closes their tabs, also of those that were not loaded (rule 8). */
  async retainAccounts(retained: RetainedAccounts): Promise<void> {
    const isForeign = (address: LogAddress | undefined) =>
      address !== undefined && !retained.hasCredential(address.credentialId);
    this.forget(({ address }) => isForeign(address));
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && isForeign(readAddress(input.uri)));
    if (tabs.length > 0) {
      await vscode.window.tabGroups.close(tabs);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.forget(() => true);
    this.changes.dispose();
  }

  private make(uri: vscode.Uri): LogDocument {
    const address = readAddress(uri);
    if (!address) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const document = new LogDocument(address, uri, ++this.made, this.options.secrets);
    this.documents.set(uri.toString(), document);
    const tell = () => {
      this.changes.fire(document);
    };
    document.onDidChange(tell);
    document.following.onDidChange(tell);
    this.connect(document);
    return document;
  }

  /** Whether it ended for a key that was replaced since. */
  private isRefusedWithOther(document: LogDocument, account: Account | undefined): boolean {
    const { state } = document;
    const before = this.accounts.get(document);
    return (
      state.kind === 'failed' &&
      isFailure(state.failure, 'rejectedCredential', 'expiredSession') &&
      before !== account &&
      before?.id === account?.id
    );
  }

  private async follow(document: LogDocument, account: Account): Promise<void> {
    try {
      await document.follow(this.options.sourceFor(account, document.uri, document.address));
    } catch (error) {
      this.options.log.error(
        `build log: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`,
      );
    }
  }
}
