import { strict as assert } from 'node:assert';
import type * as Commands from '../../../../src/features/testingGroups/groupCommands';
import { listTestingGroups, type TestingGroup } from '../../../../src/api/testingGroups/testingGroups';
import { AccountList } from '../../../../src/ui/lists/accountList';
import type { JsonDocuments } from '../../../../src/ui/documents/jsonDocuments';
import { ActivityCounter } from '../../../../src/ui/lists/activityCounter';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';
import { served } from './groups';

/** Gives the suite that it is called in the commands of the view; each test begins before these groups. */
export function useGroups(groups: readonly TestingGroup[]): GroupFixture {
  const editor = useEditor('features/testingGroups/groupCommands', { answersPicks: true }) as EditorWith<
    typeof Commands
  >;
  const fixture = new GroupFixture(editor, useSandbox({ profiles: 1 }));
  beforeEach(async () => {
    fixture.sandbox.replaceTestingGroups(groups.map(served));
    await fixture.begin();
  });
  return fixture;
}

/** The commands of the view in a window that is signed in to a sandbox, and the person before it. */
class GroupFixture {
  declare window: WindowFixture;
  declare activity: ActivityCounter;
  declare list: AccountList<TestingGroup>;
  declare commands: Commands.GroupCommands;
  revealed: string[] = [];
  documents: unknown[][] = [];
  /** What comes of showing a row. */
  reveals: (() => Promise<void>) | undefined;

  constructor(
    readonly editor: EditorWith<typeof Commands>,
    private readonly used: { readonly current: Sandbox },
  ) {}

  get sandbox(): Sandbox {
    return this.used.current;
  }

  /** Opens a window in which nothing was done yet, and signs in. */
  async open(account = 'harbor-owner'): Promise<void> {
    this.editor.reset();
    this.revealed = [];
    this.documents = [];
    this.reveals = undefined;
    this.window = this.editor.own(new WindowFixture());
    this.activity = this.editor.own(new ActivityCounter());
    const { sessions, clientFor } = this.window;
    this.list = new AccountList(sessions, (account, signal) => listTestingGroups(clientFor(account), signal));
    this.editor.own(this.list);
    this.commands = new this.editor.module.GroupCommands({
      sessions,
      clientFor,
      list: this.list,
      activity: this.activity,
      reveal: (id) => {
        this.revealed.push(id);
        return this.reveals?.() ?? Promise.resolve();
      },
      documents: {
        show: (...shown: unknown[]) => {
          this.documents.push(shown);
          return Promise.resolve();
        },
      } as unknown as JsonDocuments,
    });
    await this.window.accounts.reload();
    await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    await this.window.named();
  }

  /** The same, and looks at the groups, as who sees the view has done. */
  async begin(account?: string): Promise<void> {
    await this.open(account);
    await this.list.rows();
    this.sandbox.clearRequests();
  }

  get rows(): readonly TestingGroup[] {
    return this.list.state.kind === 'ready' ? this.list.state.rows : assert.fail(this.list.state.kind);
  }

  /** The row of the view with this name. */
  row(name: string): { kind: 'row'; row: TestingGroup } {
    return { kind: 'row', row: this.rows.find((row) => row.name === name) ?? assert.fail(name) };
  }

  /** Each group as `name: testers`. */
  get shown(): string[] {
    return this.rows.map(({ name, testers }) => `${name}: ${testers.join(' ')}`);
  }
}
