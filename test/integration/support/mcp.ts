import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { RecordedRequest } from '../../sandbox/requestLog';
import { until } from '../../vscode/until';
import { recorded } from './sandbox';

/**
 * Presses Start on an MCP server of the extension, by the label of its definition. An unknown one is ignored. Comes back
 * when it has started, or the editor has given up.
 */
export async function pressStart(label: string): Promise<void> {
  const id = `appcircle-explorer.appcircle-explorer/${label}`;
  const started = vscode.commands.executeCommand('workbench.mcp.startServer', id, { waitForLiveTools: true });
  // One that does not start may leave the command waiting.
  await Promise.race([Promise.resolve(started).catch(() => undefined), wait(2000)]);
}

/** Presses Start until the server is asked anything: an offer that was just made is not known at once. */
export async function tryToStart(label: string): Promise<void> {
  await until('the start', async () => {
    await pressStart(label);
    return (await mcpRequests()).length > 0;
  });
}

/** Starts the server, and waits until the editor, and not only its trial, had its answers. */
export async function start(label: string): Promise<void> {
  await tryToStart(label);
  await until(
    'the answers',
    async () => (await editorsRequests()).filter(({ status }) => status === 200).length > 1,
  );
  await until('the tools', () => mcpTool('get_testing_groups'));
}

/** A tool of the sandbox's MCP server, by its name there, if the editor has it now: of a server that runs or did run. */
export function mcpTool(name: string): vscode.LanguageModelToolInformation | undefined {
  return vscode.lm.tools.find((tool) => tool.name.startsWith('mcp_appcircle') && tool.name.endsWith(name));
}

/** Calls a tool as an agent would, and reads the JSON that it answers with. */
export async function callMcpTool(name: string, input: object): Promise<unknown> {
  const tool = await until('the tool', () => mcpTool(name));
  const { content } = await vscode.lm.invokeTool(tool.name, { input, toolInvocationToken: undefined });
  const [part] = content as [vscode.LanguageModelTextPart];
  return JSON.parse(part.value);
}

/** Older editors list the tools of a server that is gone; a call then ends in an error. */
export async function isCallable(name: string): Promise<boolean> {
  return callMcpTool(name, {}).then(
    () => true,
    () => false,
  );
}

/** What the MCP server was asked since the log was last cleared. */
export async function mcpRequests(): Promise<RecordedRequest[]> {
  return (await recorded()).filter(({ host }) => host === 'mcp');
}

/** Those that the editor made, with the header that it was lent. */
async function editorsRequests(): Promise<RecordedRequest[]> {
  return (await mcpRequests()).filter(({ userAgent }) => !userAgent?.startsWith('AppcircleExplorer/'));
}
