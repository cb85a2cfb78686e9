import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import type * as vscode from 'vscode';
import type { Account } from '../../../../src/account/account';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import type { FakeDocument } from '../../extension/fakeDocuments';
import type { FakeUri } from '../../extension/fakeUri';
import type { FakeVscode } from '../../extension/fakeVscode';
import { FakeAccountData } from '../../support/fakes/accountData';
import { withVscode } from '../../support/withVscode';

const load = createRequire(__filename);

/** A document that was shown, and how. */
export interface ShownDocument {
  readonly address: string;
  readonly text: string;
  readonly options: vscode.TextDocumentShowOptions;
}

interface EditorApi {
  window: { showWarningMessage: (message: string, ...rest: unknown[]) => Promise<unknown> };
  workspace: object;
  env: object;
  CancellationTokenSource: new () => vscode.CancellationTokenSource;
}

/**
 * What a part of the API Explorer has around it in a test: the accounts of a sandbox, and an editor that shows
 * documents and progress. What a person does while something is on screen is said beforehand.
 */
export class ExplorerFixture<T> {
  readonly window = new WindowFixture();
  readonly editor: FakeVscode;
  /** The module that is tested. */
  readonly module: T;
  /** Every account that was signed in. */
  readonly signedIn: Account[] = [];
  readonly shown: ShownDocument[] = [];
  readonly statusBarMessages: string[] = [];
  /** What keeps data of accounts. */
  readonly accountData = new FakeAccountData();
  clipboard = '';
  /** What happens while a modal question is on screen, before a button is pressed. */
  whileAsked: () => unknown = () => undefined;
  /** What happens once the work of a progress is done, before whoever began it goes on. */
  afterProgress: () => unknown = () => undefined;
  /** Presses Cancel on the progress that is on screen. */
  cancelProgress: () => void = () => assert.fail('no progress');
  private readonly leave: () => void;

  constructor(
    readonly sandbox: Sandbox,
    /** Path below `src/features/apiExplorer`. */
    module: string,
  ) {
    const loaded = withVscode(`features/apiExplorer/${module}`);
    this.module = loaded.module as T;
    this.editor = loaded.editor;
    this.leave = loaded.leave;
    this.equip(this.editor.api as EditorApi);
    sandbox.faults.clear();
    sandbox.clearRequests();
  }

  /** Another module of the API Explorer, in the same editor. */
  load(module: string): unknown {
    return load(`../../../../src/features/apiExplorer/${module}`);
  }

  /** Makes an account of the sandbox the active one. Those that were signed in before stay so. */
  async signIn(account = 'harbor-owner'): Promise<Account> {
    await this.window.accounts.reload();
    const signedIn = await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    this.signedIn.push(signedIn);
    this.sandbox.clearRequests();
    return signedIn;
  }

  async signOut(): Promise<void> {
    await this.window.accounts.signOut(this.window.account);
  }

  /**
   * What was asked of the API, with whose token, and how it ended: `harbor-owner GET /distribution/v2/profiles 200`.
   * The name of an organization is asked for whenever there is time.
   */
  get sent(): string[] {
    return this.sandbox
      .requests()
      .filter(({ host, path }) => host === 'api' && !path.startsWith('/identity/'))
      .map(({ authorization, method, path, query, status }) =>
        [authorization?.account, method, query === '' ? path : `${path}?${query}`, status].join(' '),
      );
  }

  /** Opens a request document of this window, or of the file that is named. */
  open(text: string, address = `untitled:Untitled-${this.editor.documents.open.length + 1}`): FakeDocument {
    return this.editor.documents.add(address, text);
  }

  dispose(): void {
    this.window.dispose();
    this.leave();
  }

  private equip({ window, workspace, env, CancellationTokenSource }: EditorApi): void {
    const { showWarningMessage } = window;
    Object.assign(window, {
      showWarningMessage: async (message: string, ...rest: unknown[]) => {
        const pressed = showWarningMessage(message, ...rest);
        const [options] = rest as { modal?: boolean }[];
        if (options?.modal) await this.whileAsked();
        return pressed;
      },
      withProgress: async (
        _options: unknown,
        work: (progress: undefined, token: vscode.CancellationToken) => unknown,
      ) => {
        const source = new CancellationTokenSource();
        this.cancelProgress = () => {
          source.cancel();
        };
        const result = await work(undefined, source.token);
        await this.afterProgress();
        return result;
      },
      showTextDocument: ({ uri, text }: FakeDocument, options: vscode.TextDocumentShowOptions) => {
        this.shown.push({ address: uri.toString(), text, options });
        return Promise.resolve({});
      },
      setStatusBarMessage: (message: string) => this.statusBarMessages.push(message),
    });
    Object.assign(workspace, {
      openTextDocument: (what: FakeUri | { content: string }) =>
        Promise.resolve('content' in what ? this.open(what.content) : this.provided(what)),
    });
    Object.assign(env, {
      clipboard: {
        writeText: (text: string) => {
          this.clipboard = text;
          return Promise.resolve();
        },
      },
    });
  }

  /** A document that an extension gives the text of. */
  private provided(uri: FakeUri): Pick<FakeDocument, 'uri' | 'text'> {
    const none = {} as vscode.CancellationToken;
    const provider = this.editor.contents.get(uri.scheme);
    const text = provider?.provideTextDocumentContent(uri as unknown as vscode.Uri, none);
    return { uri, text: typeof text === 'string' ? text : assert.fail(uri.toString()) };
  }
}
