import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import { getProfile } from '../../../../../src/api/distribution/profileWrites';
import { listProfiles, type DistributionProfile } from '../../../../../src/api/distribution/profiles';
import { ActivityCounter } from '../../../../../src/ui/lists/activityCounter';
import type * as Commands from '../../../../../src/features/distribution/profiles/profileCommands';
import type { ProfileQuestion, DistributionViewDeps } from '../../../../../src/features/distribution/deps';
import type { Sandbox } from '../../../../sandbox/sandbox';
import { accountOf, hostsOf, keyOf, WindowFixture } from '../../../account/accountFixture';
import { wire } from '../../../api/transport/transportFixture';
import type { FakeInputBox } from '../../../extension/fakeInputBox';
import type { FakeItem, FakeQuickPick } from '../../../extension/fakeQuickPick';
import { FakeVscode } from '../../../extension/fakeVscode';
import { FakeAccountData } from '../../../support/fakes/accountData';
import { until } from '../../../support/until';
import { forgetEditorModules } from '../../../support/withVscode';
import { preview } from '../../../ui/documents/markdownPreview';

const load = createRequire(__filename);

/** An editor that a module of `src/features/distribution` is loaded over, before anybody has used it. */
export function loadedOver(module: string): { module: unknown; editor: FakeVscode } {
  const editor = new FakeVscode();
  // What a module finds in the editor when it is loaded is all that it ever sees.
  Object.assign(editor.api, { ProgressLocation: { Window: 10, Notification: 15 } });
  const leave = editor.install();
  forgetEditorModules();
  try {
    return { module: load(`../../../../../src/features/distribution/${module}`) as unknown, editor };
  } finally {
    leave();
  }
}

/** A box as these tests look at it. */
export interface Box extends FakeInputBox {
  title: string;
  prompt: string;
  buttons: { tooltip: string }[];
}

/** A pick of groups. */
export interface Pick extends FakeQuickPick {
  items: (FakeItem & { groupId: string })[];
  enabled?: boolean;
}

/** A progress that was shown, and its Cancel. */
export interface Progress {
  title: string;
  location: number;
  cancellable?: boolean;
  reports: { message: string; increment?: number }[];
  cancel: () => void;
}

/** What is behind the parts of the Distribution view in a test: a sandbox's account, and what the view was told. */
export class ProfileFixture {
  readonly window = new WindowFixture();
  readonly activity = new ActivityCounter();
  readonly accountData = new FakeAccountData();
  /** What the view was told, oldest first. */
  readonly told: string[] = [];
  readonly put: DistributionProfile[] = [];
  readonly questions: ProfileQuestion[] = [];
  readonly progresses: Progress[] = [];
  /** Told of a progress when it begins. */
  begun: (progress: Progress) => void = () => undefined;
  rows: readonly DistributionProfile[] = [];
  /** Which profile is picked where a command is run bare. */
  picks: DistributionProfile | undefined;
  /** Which rows the view has, where that takes its time or fails. */
  asksRows: () => Promise<readonly DistributionProfile[]> = () => Promise.resolve(this.rows);
  /** How a profile is asked for again. */
  renews: (id: string) => Promise<void> = () => Promise.resolve();
  clipboard = '';

  constructor(
    readonly sandbox: Sandbox,
    readonly editor: FakeVscode,
  ) {
    const { boxes, picks, messages, details, executed, saveDialogs } = editor;
    for (const list of [boxes, picks, messages, details, executed, saveDialogs]) list.length = 0;
    editor.presses = undefined;
    editor.savesTo = undefined;
    this.equip(editor.api as { window: object; env: object });
  }

  async signIn(account = 'harbor-owner'): Promise<void> {
    await this.window.accounts.reload();
    await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    this.rows = await listProfiles(this.window.clientFor(this.window.account));
    this.sandbox.clearRequests();
  }

  readonly deps: DistributionViewDeps = {
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
      rows: () => this.asksRows(),
      put: (profile) => {
        this.told.push(`put ${profile.name}`);
        this.put.push(profile);
      },
      remove: (id) => this.told.push(`remove ${this.nameOf(id)}`),
      renew: (id) => {
        this.told.push(`renew ${this.nameOf(id)}`);
        return this.renews(id);
      },
      reveal: (id) => {
        this.told.push(`reveal ${this.nameOf(id)}`);
        return Promise.resolve();
      },
    },
  };

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

  async box(nth = 1): Promise<Box> {
    await until(() => this.editor.boxes.length >= nth, `box ${String(nth)}`);
    return this.editor.boxes[nth - 1] as Box;
  }

  /** Submits a text that the box does not take, and gives the sentence. */
  async refusal(box: Box, text: string): Promise<string> {
    box.submit(text);
    await until(() => !box.busy && box.validationMessage !== undefined, 'the refusal');
    assert.deepEqual([box.visible, box.enabled, box.value], [true, true, text]);
    return box.validationMessage?.message ?? '';
  }

  /** The pick number `nth`, once it has its rows. */
  async pick(nth = 1): Promise<Pick> {
    await until(() => this.editor.picks[nth - 1]?.busy === false, `pick ${String(nth)}`);
    return this.editor.picks[nth - 1] as Pick;
  }

  /** Somebody else is signed in from now on. */
  switchAccount(): void {
    const { sandbox, window } = this;
    window.sessions.setSignedIn(accountOf(keyOf('k'), hostsOf(sandbox), 'somebody else'));
  }

  dispose(): void {
    this.window.dispose();
    this.activity.dispose();
  }

  private nameOf(id: string): string {
    return [...this.rows, ...this.put].find((profile) => profile.id === id)?.name ?? id;
  }

  private shortened(path: string): string {
    const names = this.sandbox.profiles().map(({ id, name }) => [id, name] as const);
    return names.reduce((short, [id, name]) => short.replace(id, `{${name}}`), path);
  }

  private equip({ window, env }: { window: object; env: object }): void {
    Object.assign(window, {
      withProgress: (
        options: Omit<Progress, 'reports' | 'cancel'>,
        work: (progress: object, token: object) => unknown,
      ) => {
        const cancels: (() => void)[] = [];
        const shown: Progress = {
          ...options,
          reports: [],
          cancel: () => {
            for (const cancel of cancels) cancel();
          },
        };
        this.progresses.push(shown);
        const working = work(
          { report: (report: Progress['reports'][number]) => shown.reports.push(report) },
          { onCancellationRequested: (listener: () => void) => cancels.push(listener) },
        );
        this.begun(shown);
        return working;
      },
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
}

/** The commands of profiles, over an editor of their own. */
export const loadedCommands = (() => {
  let known: { module: typeof Commands; editor: FakeVscode } | undefined;
  return () => (known ??= loadedOver('profiles/profileCommands') as NonNullable<typeof known>);
})();

/** A page as the editor's preview shows it, a heading or fact a line. */
export const linesOf = (markdown: string): string[] =>
  preview
    .parse(markdown, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children }) =>
      (children ?? []).map(({ type, content }) => (type === 'html_inline' ? '' : content)).join(''),
    );

/** What is said in a box that was for an account before the active one. */
export const OTHER_ACCOUNT = 'Another account is the active one now. This was for the one before.';

/** Types without pressing Enter, and gives what is said below the box. */
export function typed(box: Box, text: string): string | undefined {
  box.value = text;
  (box as unknown as { values: { fire: (text: string) => void } }).values.fire(text);
  return box.validationMessage?.message;
}
