import * as vscode from 'vscode';
import { Command, McpProviderId } from '../../contributions';
import type { Log } from '../../support/log';
import type { RegisterCommand } from '../../ui/commands';
import { LazyMcpDefinitions } from './lazyDefinitions';
import type { McpDefinitionsDeps } from './mcpDefinitions';

/** What the AI tools need of the rest. */
export interface AiToolsDeps extends McpDefinitionsDeps {
  command: RegisterCommand;
}

/** Appcircle's MCP server, offered to the AI tools of the editor while the user has turned that on. */
export function registerAiTools(deps: AiToolsDeps): vscode.Disposable {
  const { command, sessions, metadata, log } = deps;
  const definitions = new LazyMcpDefinitions(deps);
  const provider = registerProvider(definitions, log);
  return vscode.Disposable.from(
    definitions,
    command(Command.toggleAiTools, async () => {
      const { toggleAiTools } = await import('./toggleAiTools');
      await toggleAiTools({ sessions, metadata, isSupported: provider !== undefined });
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        definitions.update();
      }
    }),
    ...(provider ? [provider] : []),
  );
}

/** Undefined in an editor that knows no MCP servers, or does not let this one be offered: the rest works there too. */
function registerProvider(definitions: LazyMcpDefinitions, log: Log): vscode.Disposable | undefined {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  try {
    return lm?.registerMcpServerDefinitionProvider?.(McpProviderId, definitions);
  } catch (error) {
    log.warn(`MCP servers cannot be offered: ${error instanceof Error ? error.message : 'unknown error'}`);
    return undefined;
  }
}
