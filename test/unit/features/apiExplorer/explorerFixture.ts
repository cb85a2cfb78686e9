import type { Account } from '../../../../src/account/account';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import type { FakeDocument } from '../../extension/fakeDocuments';
import { FakeAccountData } from '../../support/fakes/accountData';
import { LoadedEditor } from '../../support/useEditor';

/**
 * What a part of the API Explorer has around it in a test: the accounts of a sandbox, and an editor that shows
 * documents and progress. What a person does while something is on screen is said beforehand.
 */
export class ExplorerFixture<T> {
  readonly window = new WindowFixture();
  readonly editor: LoadedEditor;
  /** The module that is tested. */
  readonly module: T;
  /** Every account that was signed in. */
  readonly signedIn: Account[] = [];
  /** What keeps data of accounts. */
  readonly accountData = new FakeAccountData();
  /** What happens while a modal question is on screen, before a button is pressed. */
  whileAsked: () => unknown = () => undefined;
  private readonly leave: () => void;

  constructor(
    readonly sandbox: Sandbox,
    /** Path below `src/features/apiExplorer`. */
    module: string,
  ) {
    this.editor = new LoadedEditor(`features/apiExplorer/${module}`);
    this.leave = this.editor.enter();
    this.module = this.editor.module as T;
    this.editor.answers = async ({ modal }) => {
      if (modal) await this.whileAsked();
      return this.editor.presses;
    };
    sandbox.faults.clear();
    sandbox.clearRequests();
  }

  /** Another module of the API Explorer, in the same editor. */
  load(module: string): unknown {
    return this.editor.load(`features/apiExplorer/${module}`);
  }

  /** Makes an account of the sandbox the active one. Those that were signed in before stay so. */
  async signIn(account = 'harbor-owner'): Promise<Account> {
    await this.window.accounts.reload();
    const signedIn = await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    await this.window.named();
    this.signedIn.push(signedIn);
    this.sandbox.clearRequests();
    return signedIn;
  }

  async signOut(): Promise<void> {
    await this.window.accounts.signOut(this.window.account);
  }

  /**
   * What was asked of the API, with whose token, and how it ended: `harbor-owner GET /distribution/v2/profiles 200`.
   */
  get sent(): string[] {
    return this.sandbox
      .requests()
      .filter(({ host }) => host === 'api')
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
    this.editor.close();
    this.leave();
  }
}
