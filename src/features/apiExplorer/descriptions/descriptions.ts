import * as vscode from 'vscode';
import type { Account } from '../../../account/account';
import type { SessionStore } from '../../../account/sessionStore';
import type { ApiClient } from '../../../api/client';
import type { FoundDocuments } from '../../../api/openapi/discover/findDocuments';
import { Setting } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import { hostOf, normalizeBaseUrl, originOf } from '../../../support/url';
import { AccountList } from '../../../ui/lists/accountList';
import { ApiModule, type ModuleOrigin } from './apiModule';
import type { DescriptionCache } from './descriptionCache';
import { DescriptionTexts } from './descriptionTexts';
import { openedModule } from './openedModule';
import { readOwnDescription } from './ownDescription';
import { ForeignDescriptionError } from './foreignDescriptionError';

/** What is said of the list as a whole. */
export interface ListNotice {
  /**
   * `ownDescription`: the server publishes none; `noDocuments`: nothing that can be used. Both times the list is what
   * is publicly known. `badSetting`: the address in the setting is none, and the server's own page was asked.
   */
  readonly kind: 'ownDescription' | 'noDocuments' | 'stale' | 'badSetting';
  readonly host: string;
  /** Of `stale`, in milliseconds since 1970. */
  readonly since?: number;
}

/** What finding the descriptions takes. */
export interface DescriptionsDeps {
  sessions: SessionStore;
  clientFor: (account: Account) => ApiClient;
  cache: DescriptionCache;
  /** Folder of this extension, which carries a description of its own. */
  extension: vscode.Uri;
}

/** The descriptions of the active account's server, and those that a person opened from files. */
export class Descriptions implements Disposable {
  readonly list: AccountList<ApiModule>;
  notice: ListNotice | undefined;
  private files: readonly ApiModule[] = [];
  /** Of the account that was asked for last: what texts were that are others now, until they are compared. */
  private replaced = new Map<string, Map<string, string>>();
  /** Aborted when the account changes, with every description that is under way. */
  private reading = new AbortController();
  private readonly disposables = new Disposables();
  private readonly changes = this.disposables.add(new Emitter<undefined>());
  readonly onDidChange = this.changes.event;

  constructor(private readonly deps: DescriptionsDeps) {
    this.list = this.disposables.add(
      new AccountList(deps.sessions, (account, signal) => this.find(account, signal)),
    );
    const fireChange = () => {
      this.changes.fire(undefined);
    };
    this.disposables.add(
      this.list.onDidChange(({ kind }) => {
        if (kind === 'unknown') {
          this.reading.abort();
          this.reading = new AbortController();
        }
        fireChange();
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(Setting['api.description'])) {
          // Who is signed out is told when somebody signs in.
          void this.list.refresh().catch(() => undefined);
        }
      }),
    );
  }

  /** Those of the server, once they are known, and those from files. */
  get modules(): readonly ApiModule[] {
    const { state } = this.list;
    return [...(state.kind === 'ready' ? state.rows : []), ...this.files];
  }

  /** All modules, asked for where they are not known yet. */
  async all(): Promise<readonly ApiModule[]> {
    try {
      await this.list.rows();
    } catch (error) {
      // What was opened from files needs no server.
      if (this.files.length === 0) {
        throw error;
      }
    }
    return this.modules;
  }

  /** What this extension says of Appcircle's API by itself. Needs no network. */
  readonly own = new ApiModule('own', 'Appcircle', 'own', async () => {
    return { text: await readOwnDescription(this.deps.extension), staleSince: undefined };
  });

  /** Adds the description in a file to the list, for as long as the window is open. */
  open(file: vscode.Uri): ApiModule {
    const opened = openedModule(file, this.deps.sessions.account?.hosts.api);
    this.files = [...this.files.filter(({ id }) => id !== opened.id), opened];
    this.changes.fire(undefined);
    return opened;
  }

  close(module: ApiModule): void {
    this.files = this.files.filter((file) => file !== module);
    this.changes.fire(undefined);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async find(account: Account, signal: AbortSignal): Promise<readonly ApiModule[]> {
    const set = addressInSetting();
    const origin: ModuleOrigin = set === undefined ? 'server' : 'setting';
    const { descriptionPageOf, findDocuments } = await import('../../../api/openapi/discover/findDocuments');
    const page = set ?? descriptionPageOf(account.hosts.api);
    const texts = this.texts(account, signal);
    const found = await findDocuments((url) => texts.fetch(url), page, rootOf(page, account));
    // What is told of a list belongs to its account.
    signal.throwIfAborted();
    this.notice = undefined;
    const modules = this.modulesOf(found, origin, account);
    if (modules.length === 0) {
      this.notice = {
        kind: found.kind === 'none' && found.reason === 'notFound' ? 'ownDescription' : 'noDocuments',
        host: hostOf(page),
      };
      return [this.own];
    }
    if (set === undefined && settingText() !== '') {
      this.notice = { kind: 'badSetting', host: hostOf(page) };
    } else if (texts.staleSince !== undefined) {
      this.notice = { kind: 'stale', host: hostOf(page), since: texts.staleSince };
    }
    return modules;
  }

  private modulesOf(found: FoundDocuments, origin: ModuleOrigin, account: Account): ApiModule[] {
    const { signal } = this.reading;
    const read = (url: string) => () => this.texts(account, signal).read(url);
    const options = { place: { base: account.hosts.api } };
    switch (found.kind) {
      case 'none':
        return [];
      case 'single':
        return [new ApiModule(found.url, nameOf(found.url), origin, read(found.url), options)];
      case 'page':
        return [
          ...found.documents.map(({ name, url }) => new ApiModule(url, name, origin, read(url), options)),
          ...found.refused.map(
            ({ name, url }) =>
              new ApiModule(url, name, origin, () =>
                Promise.reject(new ForeignDescriptionError(hostOf(url))),
              ),
          ),
        ];
    }
  }

  private texts(account: Account, signal?: AbortSignal): DescriptionTexts {
    const replaced = this.replaced.get(account.credentialId) ?? new Map<string, string>();
    this.replaced = new Map([[account.credentialId, replaced]]);
    return new DescriptionTexts(account, this.deps.clientFor(account), this.deps.cache, signal, replaced);
  }
}

function settingText(): string {
  return vscode.workspace.getConfiguration().get<string>(Setting['api.description'], '').trim();
}

/** Below what the usual addresses are: the account's own API where the page is its own. */
function rootOf(page: string, { hosts }: Account): string | undefined {
  return originOf(page) === originOf(hosts.api) ? hosts.api : originOf(page);
}

/** The address that a person has set; none where it is empty or no address that may be asked. */
function addressInSetting(): string | undefined {
  const text = settingText();
  const normalized = text === '' ? undefined : normalizeBaseUrl(text);
  return normalized?.ok ? normalized.url : undefined;
}

function nameOf(url: string): string {
  return new URL(url).pathname.split('/').findLast((part) => part !== '') ?? hostOf(url);
}
