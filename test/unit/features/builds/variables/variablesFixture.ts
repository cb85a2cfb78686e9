import { strict as assert } from 'node:assert';
import type { BuildsNode, OtherNode } from '../../../../../src/features/builds/buildNodes';
import type * as Rooms from '../../../../../src/features/builds/variables/variableRoom';
import type { Sandbox } from '../../../../sandbox/sandbox';
import { WindowFixture } from '../../../account/accountFixture';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { useSandbox } from '../../../support/useSandbox';

/** Gives the suite that it is called in the variables of the Builds view; each test begins before the sandbox's own. */
export function useVariables(): VariablesFixture {
  const editor = useEditor('features/builds/variables/variableRoom', {
    answersPicks: true,
  }) as EditorWith<typeof Rooms>;
  const fixture = new VariablesFixture(editor, useSandbox({ profiles: 0 }));
  beforeEach(() => fixture.open());
  return fixture;
}

/** The room in a window that is signed in to a sandbox, and the person before it. */
export class VariablesFixture {
  declare room: Rooms.VariableRoom;
  declare window: WindowFixture;
  /** What was selected in the view. */
  revealed: unknown[] = [];

  constructor(
    readonly editor: EditorWith<typeof Rooms>,
    private readonly used: { readonly current: Sandbox },
  ) {}

  get sandbox(): Sandbox {
    return this.used.current;
  }

  async open(account = 'harbor-owner'): Promise<void> {
    this.editor.reset();
    this.sandbox.lists.resetVariableGroups();
    this.window = this.editor.own(new WindowFixture());
    const { sessions, clientFor } = this.window;
    this.revealed = [];
    this.room = this.editor.own(
      new this.editor.module.VariableRoom({ sessions, clientFor }, async (isMeant) => {
        const node = (await this.nodes()).find(isMeant);
        this.revealed.push(node && this.item(node).label);
      }),
    );
    await this.window.accounts.reload();
    await this.window.signIn(this.sandbox, this.sandbox.account(account).secret);
    this.sandbox.clearRequests();
  }

  /** What is below a row; the groups where none is given. */
  async nodes(parent: BuildsNode = { kind: 'section', id: 'variables' }): Promise<readonly BuildsNode[]> {
    return this.room.rows.children(parent);
  }

  item(node: BuildsNode) {
    return this.room.rows.item(node as OtherNode);
  }

  async group(name: string): Promise<BuildsNode> {
    const node = (await this.nodes()).find((one) => this.item(one).label === name);
    return node ?? assert.fail(`There is no group ${name}`);
  }

  async variable(groupName: string, key: string): Promise<BuildsNode> {
    const nodes = await this.nodes(await this.group(groupName));
    return nodes.find((one) => this.item(one).label === key) ?? assert.fail(`There is no variable ${key}`);
  }

  /** The rows below one as `label: description [tags]`. */
  async rows(parent?: BuildsNode): Promise<string[]> {
    return (await this.nodes(parent)).map((node) => {
      if (node.kind === 'notice') return node.text;
      const { label, description, contextValue } = this.item(node);
      return `${label as string}: ${String(description)} [${contextValue ?? ''}]`;
    });
  }

  /** The variables that the server has in a group of this name. */
  served(name: string) {
    const group = this.sandbox.variableGroups().find((one) => one.name === name);
    return group?.variables ?? assert.fail(`The server has no group ${name}`);
  }

  /** What was asked of variables. */
  asked(): string[] {
    return this.sandbox
      .requests()
      .filter(({ path }) => path.includes('variable-groups'))
      .map(({ method, path }) => `${method} ${path.replace(/[\da-f]{8}-[\da-f-]{27}/, '{g}')}`);
  }
}
