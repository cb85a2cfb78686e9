import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { AiAccess } from '../../../../src/account/accountMetadata';
import type * as LocalToolsModule from '../../../../src/features/aiTools/tools/localTools';
import type { JsonObject } from '../../../../src/api/decode';
import { redactingLog } from '../../../../src/support/log';
import { toolClasses, toolIdOf, toolNames, type ToolName } from '../../../../src/toolNames';
import type { ToolLoads } from '../../../../src/ui/tools/toolRegistry';
import type * as Tools from '../../../../src/ui/tools/tool';
import type { Sandbox } from '../../../sandbox/sandbox';
import { WindowFixture } from '../../account/accountFixture';
import type { LoadedEditor } from '../../support/useEditor';

/** What came of a call of a tool. */
export type Outcome = { answer: Record<string, unknown> } | { error: string };

/** A window in which somebody signed in, and its tools as the editor has them. */
export class ToolsFixture {
  readonly window: WindowFixture;
  readonly tools: ToolLoads = new Map();
  private readonly local: LocalToolsModule.LocalTools;
  /** Of whoever never cancels. */
  readonly none: vscode.CancellationToken;

  private constructor(private readonly editor: LoadedEditor) {
    this.window = editor.own(new WindowFixture());
    const { LocalTools } = editor.load('features/aiTools/tools/localTools') as typeof LocalToolsModule;
    const { sessions, metadata, clientFor, log, redactor } = this.window;
    const deps = { sessions, metadata, clientFor, tools: this.tools, log: redactingLog(log, redactor) };
    this.local = editor.own(new LocalTools(deps));
    const { CancellationTokenSource } = editor.api as typeof vscode;
    this.none = new CancellationTokenSource().token;
  }

  static async signedIn(editor: LoadedEditor, sandbox: Sandbox): Promise<ToolsFixture> {
    const fixture = new ToolsFixture(editor);
    await fixture.window.signIn(sandbox);
    await fixture.window.named();
    sandbox.clearRequests();
    return fixture;
  }

  /** Sets the level of the active account, as Set AI Access does. */
  async allow(level: AiAccess): Promise<void> {
    const { metadata, account } = this.window;
    await metadata.set(account.credentialId, { aiAccess: level === 'none' ? undefined : level });
    this.local.update();
  }

  /** Runs a tool as the editor does: prepared, and then invoked, with the token of a chat or without one. */
  async invoke(
    name: ToolName,
    input: unknown,
    { chat = false, token = this.none }: { chat?: boolean; token?: vscode.CancellationToken } = {},
  ): Promise<Outcome> {
    const tool = this.registered(name);
    const toolInvocationToken = (chat ? {} : undefined) as undefined;
    try {
      await tool.prepareInvocation?.({ input }, token);
      const result = await tool.invoke({ input, toolInvocationToken }, token);
      const [part] = result?.content as [vscode.LanguageModelTextPart];
      return { answer: JSON.parse(part.value) as Record<string, unknown> };
    } catch (error) {
      return { error: error instanceof Error ? error.message || error.name : 'unknown' };
    }
  }

  /** The tool as it was registered. */
  registered(name: ToolName): vscode.LanguageModelTool<unknown> {
    return this.editor.tools.get(toolIdOf(name)) ?? assert.fail(`${name} is not registered`);
  }

  /** Ids of what is registered. */
  get ids(): string[] {
    return [...this.editor.tools.keys()].sort();
  }
}

/** Deeds of fake tools, in the order in which they were done. */
export type Deeds = string[];

/** A fake tool of each name: reading ones answer, writing ones plan and are carried out. */
export function addFakeTools(tools: ToolLoads, deeds: Deeds, editor: LoadedEditor): void {
  const { readTool, writeTool } = editor.load('ui/tools/tool') as typeof Tools;
  for (const name of toolNames) {
    const shared = {
      parse: (input: JsonObject) => input.text('app') ?? '',
      running: () => `Running ${name}`,
    };
    tools.set(name, () =>
      Promise.resolve(
        toolClasses[name] === 'read'
          ? readTool<string>({
              ...shared,
              run: (app) => {
                deeds.push(`${name} ${app}`);
                return Promise.resolve({ app });
              },
            })
          : writeTool({
              ...shared,
              plan: (app: string) =>
                Promise.resolve({
                  title: `Start ${app}?`,
                  lines: [`App: ${app}`, 'Organization: Harbor Labs'],
                  button: 'Start',
                  key: app,
                }),
              carryOut: ({ key }) => {
                deeds.push(`${name} ${key}`);
                return Promise.resolve({ done: true });
              },
            }),
      ),
    );
  }
}
