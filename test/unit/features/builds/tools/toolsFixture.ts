import { strict as assert } from 'node:assert';
import { JsonObject } from '../../../../../src/api/decode';
import type { ReadTool, ToolCall, ToolPlan, WriteTool } from '../../../../../src/ui/tools/tool';
import type * as RunTools from '../../../../../src/ui/tools/runTool';
import { now, rawBranch, rawBuild, rawCommit, rawProfile } from '../buildServer';
import { useBuilds, type BuildsFixture } from '../buildsFixture';

type Facts = Record<string, unknown>;

/** The step and the first error of `failingLog`, and what is in it that nobody may see. */
export const failingStep = 'Xcodebuild for Devices';
export const firstError = "/agent/Drafts.swift:12:5: error: value of type 'Draft' has no member 'savedAt'";
export const secretOfLog = 'ghs_SentinelOfALog0123456789abcdefghij';

/** A log of three steps, of which the second failed. */
export function failingLog(more: readonly string[] = []): string {
  return [
    '@@[section:begin] 11/29/2026 08:01:10 Step started: Git Clone',
    `@@[command] git clone https://x-access-token:${secretOfLog}@git.example/labs/harbor.git`,
    '@@[section:end] 11/29/2026 08:01:19 Step completed: Git Clone, Ver: 2.0.1',
    `@@[section:begin] 11/29/2026 08:01:19 Step started: ${failingStep}`,
    'Compiling Drafts.swift',
    ...more,
    firstError,
    '** ARCHIVE FAILED **',
    '@@[error] Exit code 65',
    `@@[section:end] 11/29/2026 08:03:52 Step completed: ${failingStep}, Ver: 3.1.0`,
    '@@[section:begin] 11/29/2026 08:03:52 Step started: Completing workflow',
    '@@[section:end] 11/29/2026 08:03:53 Step completed: Completing workflow, Ver: 1.0.0',
    '',
  ].join('\n');
}

/** Gives the suite that it is called in the tools of a Builds view that nobody looked at. */
export function useTools(): ToolsFixture {
  const builds = useBuilds();
  const fixture = new ToolsFixture(builds);
  beforeEach(() => {
    fixture.begin();
  });
  return fixture;
}

/** The tools of builds, the window that they are in, and the server behind them. */
export class ToolsFixture {
  private abort = new AbortController();

  constructor(readonly builds: BuildsFixture) {}

  get server() {
    return this.builds.server;
  }

  get git() {
    return this.builds.git;
  }

  /** Harbor belongs to the workspace: its branch main is checked out and failed an hour ago. */
  begin(): void {
    this.abort = new AbortController();
    const { server, git } = this;
    server.profiles = [
      rawProfile('harbor', { name: 'Harbor', repositoryName: 'labs/harbor' }),
      rawProfile('quay', { name: 'Quay', repositoryName: 'labs/quay' }),
    ];
    server.branches = {
      harbor: [rawBranch('main', { buildStatus: 1 }), rawBranch('develop')],
      quay: [rawBranch('trunk')],
    };
    server.builds = {
      'main-id': [rawBuild('b2', { status: 1, workflowName: 'Nightly' }), rawBuild('b1')],
      'trunk-id': [rawBuild('q1')],
    };
    server.commits = { 'main-id': [rawCommit('b2', 'Sort drafts\n\nby date'), rawCommit('b1', 'Bump')] };
    server.logs = { b2: failingLog() };
    server.workflows = [
      { id: 'w1', workflowName: 'Release' },
      { id: 'w2', workflowName: 'Nightly' },
    ];
    server.configurations = [{ item1: { id: 'k1', configurationName: 'Default' } }];
    git.add('/code/harbor', ['https://git.example/labs/harbor.git'], {
      name: 'main',
      type: 0,
      commit: 'a1b2c3d4e5f6',
    });
  }

  get call(): ToolCall {
    const { server } = this;
    const { account } = server;
    return {
      scope: {
        account,
        client: server.clientFor(account),
        isCurrent: () => server.sessions.account === account,
      },
      signal: this.abort.signal,
      now,
    };
  }

  cancel(): void {
    this.abort.abort(new Error('cancelled by a person'));
  }

  /** What a tool answers, as text, as a model gets it. */
  async text(name: 'getBranchBuild' | 'readBuildLog', input: Facts = {}): Promise<string> {
    const tool = (await this.builds.view.tools())[name] as ReadTool<unknown>;
    const { runTool } = this.builds.editor.load('ui/tools/runTool') as typeof RunTools;
    const { call } = this;
    return runTool(tool.run(tool.parse(parameters(input)), call), call, 'Harbor Labs');
  }

  /** The same, read. */
  async answer(name: 'getBranchBuild' | 'readBuildLog', input: Facts = {}): Promise<Facts> {
    return JSON.parse(await this.text(name, input)) as Facts;
  }

  async plan(input: Facts = {}): Promise<ToolPlan> {
    const tool = await this.startTool();
    return tool.plan(tool.parse(parameters(input)), this.call);
  }

  async carryOut(plan: ToolPlan): Promise<Facts> {
    const tool = await this.startTool();
    const { runTool } = this.builds.editor.load('ui/tools/runTool') as typeof RunTools;
    return JSON.parse(await runTool(tool.carryOut(plan, this.call), this.call, 'Harbor Labs')) as Facts;
  }

  /** What was asked of the server since the last call. */
  takeAsked(): string[] {
    return this.server.asked.splice(0);
  }

  private async startTool(): Promise<WriteTool<unknown, ToolPlan>> {
    return (await this.builds.view.tools()).startBuild as WriteTool<unknown, ToolPlan>;
  }
}

function parameters(input: Facts): JsonObject {
  return JsonObject.of(input) ?? assert.fail();
}
