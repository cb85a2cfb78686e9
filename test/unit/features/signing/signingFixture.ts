import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AccountMemento } from '../../../../src/account/accountMemento';
import type { SigningViewDeps } from '../../../../src/features/signing/deps';
import type { SigningNode } from '../../../../src/features/signing/signingNodes';
import type * as Views from '../../../../src/features/signing/signingView';
import type * as LazyTrees from '../../../../src/ui/lists/lazyTree';
import type { SigningList, SigningRow } from '../../../sandbox/data/signing';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import type { FakeTreeView } from '../../extension/fakeTreeView';
import { FakeUri } from '../../extension/fakeUri';
import { FakeMemento } from '../../support/fakes/memento';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';

/** Gives the suite that it is called in the Signing Identities view; each test begins before the sandbox's own rows. */
export function useSigning(): SigningFixture {
  const editor = useEditor('features/signing/signingView', { answersPicks: true }) as EditorWith<
    typeof Views
  >;
  const fixture = new SigningFixture(editor, useSandbox({ profiles: 0 }));
  beforeEach(() => fixture.open());
  return fixture;
}

/** The view in a window that is signed in to a sandbox, and the person before it. */
export class SigningFixture {
  declare window: WindowFixture;
  declare view: Views.SigningView;
  declare tree: FakeTreeView<SigningNode>;
  declare reminders: AccountMemento;
  readonly memento = new FakeMemento();
  documents: unknown[][] = [];
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'appcircle-signing-'));

  constructor(
    readonly editor: EditorWith<typeof Views>,
    private readonly used: { readonly current: Sandbox },
  ) {
    after(() => {
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  get sandbox(): Sandbox {
    return this.used.current;
  }

  get badge(): number | undefined {
    return this.tree.badge?.value;
  }

  async open(account = 'harbor-owner'): Promise<void> {
    const { editor, sandbox } = this;
    editor.reset();
    sandbox.lists.signing.reset();
    sandbox.setMode({ signingManagesBuilds: true });
    this.documents = [];
    this.window = editor.own(new WindowFixture());
    const { sessions, clientFor, log, memento } = this.window;
    this.reminders = new AccountMemento(memento, 'appcircle.signingReminders');
    const { LazyTree } = editor.load('ui/lists/lazyTree') as typeof LazyTrees;
    const lazy = editor.own(
      new LazyTree<SigningNode>('appcircle.signing', sessions, () => Promise.resolve(this.view.rows)),
    );
    this.tree = editor.treeViews.get('appcircle.signing') as FakeTreeView<SigningNode>;
    const note = (...args: unknown[]) => {
      this.documents.push(args);
      return Promise.resolve();
    };
    const deps = { sessions, clientFor, log, memento: this.memento, reminders: this.reminders };
    this.view = editor.own(
      new editor.module.SigningView(
        { ...deps, documents: { show: note, renew: note } } as unknown as SigningViewDeps,
        lazy,
      ),
    );
    await this.window.accounts.reload();
    await this.window.signIn(sandbox, sandbox.account(account).secret);
    await this.window.named();
    sandbox.clearRequests();
  }

  /** The rows that the server has. */
  served(list: SigningList): readonly SigningRow[] {
    return this.sandbox.lists.signing.rowsOf(this.sandbox.organization(), list);
  }

  /** A file that is chosen in the next dialog. */
  chooses(name: string, content: Uint8Array | string): void {
    const file = path.join(this.folder, name);
    writeFileSync(file, content);
    this.editor.opens = [...this.editor.opens, FakeUri.file(file)];
  }

  /** The rows below one as `label: description`, or the group of this name. */
  async rows(group?: string): Promise<string[]> {
    const parent = group === undefined ? undefined : await this.group(group);
    return (await this.tree.items(parent)).map(
      ({ label, description }) => `${label as string}${description ? `: ${String(description)}` : ''}`,
    );
  }

  /** The node of a row, by its group and name. */
  async row(group: string, name: string): Promise<SigningNode> {
    const nodes = await this.tree.nodes(await this.group(group));
    const labels = await this.tree.labels(await this.group(group));
    // What ends soon says so before its name.
    const at = labels.findIndex((label) => label === name || label.endsWith(` · ${name}`));
    return nodes[at] ?? assert.fail(`There is no row ${name}`);
  }

  /** What was asked of signing identities. */
  asked(): string[] {
    return this.sandbox
      .requests()
      .filter(({ path: of }) => of.startsWith('/signing-identity'))
      .map(({ method, path: of }) =>
        `${method} ${of}`.replace('/signing-identity', '').replace(/[\da-f]{8}-[\da-f-]{27}/, '{id}'),
      );
  }

  private async group(name: string): Promise<SigningNode> {
    const nodes = await this.tree.nodes();
    const at = (await this.tree.labels()).indexOf(name);
    return nodes[at] ?? assert.fail(`There is no group ${name}`);
  }
}
