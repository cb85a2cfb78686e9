import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { getProfile } from '../../../../../src/api/distribution/profileWrites';
import { listProfiles, type DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { ActivityCounter } from '../../../../../src/ui/lists/activityCounter';
import type * as Commands from '../../../../../src/features/distribution/profiles/profileCommands';
import { Emitter } from '../../../../../src/support/emitter';
import type {
  ProfileQuestion,
  DistributionViewDeps,
  ProfileUpdate,
} from '../../../../../src/features/distribution/deps';
import type { Sandbox } from '../../../../sandbox/sandbox';
import { accountOf, hostsOf, keyOf, WindowFixture } from '../../../account/accountFixture';
import { wire } from '../../../api/transport/transportFixture';
import type { FakeInputBox } from '../../../extension/fakeInputBox';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { useEditor, type LoadedEditor } from '../../../support/useEditor';
import { useSandbox } from '../../../support/useSandbox';
import { preview } from '../../../ui/documents/markdownPreview';

/**
 * Gives the suite that it is called in a module of `src/features/distribution` with what is behind it; each test
 * begins signed in as the owner of an organization with so many profiles.
 */
export function useProfiles<C>(
  module: string,
  make: (module: unknown, fixture: ProfileFixture) => C,
  profiles = 40,
): ProfileFixture<C> {
  const editor = useEditor(`features/distribution/${module}`);
  const sandbox = useSandbox({ profiles });
  const fixture = new ProfileFixture(editor, sandbox, make);
  beforeEach(async () => {
    sandbox.current.replaceProfiles(profiles);
    await fixture.enter();
  });
  return fixture;
}

/** The same with the commands of profiles. */
export function useProfileCommands(): ProfileFixture<Commands.ProfileCommands> {
  return useProfiles('profiles/profileCommands', (module, { deps, editor }) => {
    const { ProfileCommands } = module as typeof Commands;
    return editor.own(new ProfileCommands(deps));
  });
}

/** What is behind the parts of the Distribution view in a test: a sandbox's account, and what the view was told. */
export class ProfileFixture<C = unknown> {
  declare window: WindowFixture;
  declare activity: ActivityCounter;
  declare accountData: FakeAccountData;
  declare deps: DistributionViewDeps;
  /** What the test is about. */
  declare commands: C;
  /** What the view was told, oldest first. */
  told: string[] = [];
  put: DistributionProfile[] = [];
  /** Told as the view tells of a profile that is another now. */
  readonly updates = new Emitter<ProfileUpdate>();
  questions: ProfileQuestion[] = [];
  rows: readonly DistributionProfile[] = [];
  /** Which profile is picked where a command is run bare. */
  picks: DistributionProfile | undefined;
  /** Which rows the view has, where that takes its time or fails. */
  asksRows: (() => Promise<readonly DistributionProfile[]>) | undefined;
  /** How a profile is asked for again. */
  renews: ((id: string) => Promise<void>) | undefined;

  constructor(
    readonly editor: LoadedEditor,
    private readonly used: { readonly current: Sandbox },
    private readonly make: (module: unknown, fixture: ProfileFixture) => C,
  ) {}

  get sandbox(): Sandbox {
    return this.used.current;
  }

  /** Opens a window in which nothing was done yet, and signs in. */
  async enter(account = 'harbor-owner'): Promise<void> {
    this.editor.reset();
    this.window = this.editor.own(new WindowFixture());
    this.activity = this.editor.own(new ActivityCounter());
    this.accountData = new FakeAccountData();
    this.told = [];
    this.put = [];
    this.questions = [];
    this.picks = this.asksRows = this.renews = undefined;
    this.deps = this.makeDeps();
    this.commands = this.make(this.editor.module, this);
    await this.window.accounts.reload();
    await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    await this.window.named();
    this.rows = await listProfiles(this.window.clientFor(this.window.account));
    this.sandbox.clearRequests();
  }

  /** The row of a profile in the view. */
  row(name = 'Atlas Field Service'): { kind: 'row'; row: DistributionProfile } {
    return { kind: 'row', row: this.rows.find((row) => row.name === name) ?? assert.fail(name) };
  }

  /** What the server has of a profile now. */
  now(id: string): Promise<DistributionProfile> {
    return getProfile(this.window.clientFor(this.window.account), id);
  }

  /** What was asked of the API, without secrets; the name of the organization is asked for whenever there is time. */
  get asked(): string[] {
    return this.sandbox
      .requests()
      .filter(({ host, path }) => host !== 'auth' && !path.startsWith('/identity/'))
      .map(({ method, path, status }) => `${method} ${this.shortened(path)} ${String(status)}`);
  }

  /** Somebody else is signed in from now on. */
  switchAccount(): void {
    const { sandbox, window } = this;
    window.sessions.setSignedIn(accountOf(keyOf('k'), hostsOf(sandbox), 'somebody else'));
  }

  private makeDeps(): DistributionViewDeps {
    return {
      sessions: this.window.sessions,
      clientFor: this.window.clientFor,
      transport: wire().transport,
      documents: undefined as unknown as DistributionViewDeps['documents'],
      accountData: this.accountData,
      lastProfiles: new AccountMemento(this.window.memento, 'appcircle.lastUploads'),
      log: this.window.log,
      activity: this.activity,
      pickProfile: (question) => {
        this.questions.push(question);
        return Promise.resolve(this.picks);
      },
      changes: {
        onDidChange: this.updates.event,
        rows: () => this.asksRows?.() ?? Promise.resolve(this.rows),
        put: (profile) => {
          this.told.push(`put ${profile.name}`);
          this.put.push(profile);
        },
        remove: (id) => this.told.push(`remove ${this.nameOf(id)}`),
        renew: (id) => {
          this.told.push(`renew ${this.nameOf(id)}`);
          return this.renews?.(id) ?? Promise.resolve();
        },
        reveal: (id) => {
          this.told.push(`reveal ${this.nameOf(id)}`);
          return Promise.resolve();
        },
      },
    };
  }

  private nameOf(id: string): string {
    return [...this.rows, ...this.put].find((profile) => profile.id === id)?.name ?? id;
  }

  private shortened(path: string): string {
    const names = this.sandbox.profiles().map(({ id, name }) => [id, name] as const);
    return names.reduce((short, [id, name]) => short.replace(id, `{${name}}`), path);
  }
}

/** A page as the editor's preview shows it, a heading or fact a line. */
export const linesOf = (markdown: string): string[] => {
  const lines: string[] = [];
  let cell = 0;
  let isHead = false;
  for (const { type, children } of preview.parse(markdown, {})) {
    isHead = type === 'thead_open' || (isHead && type !== 'thead_close');
    cell = type === 'tr_open' ? 0 : type === 'td_open' ? cell + 1 : cell;
    if (type === 'inline' && !isHead) {
      const parts = (children ?? []).map((one) => (one.type === 'html_inline' ? '' : one.content));
      const text = parts.join('');
      // The second cell of facts stands beside the first.
      if (cell === 2) lines.push(`${lines.pop() ?? ''}: ${text}`);
      else lines.push(text);
    }
    if (type === 'table_close') cell = 0;
  }
  return lines;
};

/** What is said in a box that was for an account before the active one. */
export const OTHER_ACCOUNT = 'The account changed. This was for the previous account.';

/** Types without pressing Enter, and gives what is said below the box. */
export function typed(box: FakeInputBox, text: string): string | undefined {
  box.type(text);
  return box.validationMessage?.message;
}
