import * as vscode from 'vscode';
import { aiAccessOf } from '../../account/accountMetadata';
import { Command, McpProviderId } from '../../contributions';
import { Disposables } from '../../support/disposables';
import type { Log } from '../../support/log';
import type { RegisterCommand } from '../../ui/commands';
import { contextKey } from '../../ui/contextKeys';
import { LazyMcpDefinitions } from './mcp/lazyDefinitions';
import type { McpDefinitionsDeps } from './mcp/mcpDefinitions';
import type { LocalToolsDeps } from './tools/deps';
import type { LocalTools } from './tools/localTools';

/** What AI access needs of the rest. */
export interface AiToolsDeps extends McpDefinitionsDeps, LocalToolsDeps {
  command: RegisterCommand;
}

/**
 * What AI agents get of the active account, as the person has set it: tools of ours, or Appcircle's MCP server. Both are
 * loaded when there are any.
 */
export function registerAiTools(deps: AiToolsDeps): vscode.Disposable {
  const { command, sessions, metadata, log, tools } = deps;
  const disposables = new Disposables();
  const definitions = disposables.add(new LazyMcpDefinitions(deps));
  const provider = registerProvider(definitions, log);
  const setLevel = contextKey('appcircle.aiAccess');
  let local: Promise<LocalTools> | undefined;
  const loadLocal = async () => {
    const { LocalTools } = await import('./tools/localTools');
    return disposables.add(new LocalTools(deps));
  };
  const levelNow = () => aiAccessOf(sessions.current, metadata);
  const update = () => {
    const level = levelNow();
    if (level === 'read' || level === 'write') {
      local ??= loadLocal();
    } else {
      setLevel(level);
    }
    // The editor shows a tool only once it can be run.
    void local?.then((loaded) => {
      loaded.update();
      setLevel(levelNow());
    });
  };
  update();
  tools.set('findProfiles', async () => (await import('./find/findProfiles')).findProfiles());
  disposables.add(sessions.onDidChange(update));
  disposables.add(metadata.onDidChange(update));
  disposables.add(
    command(Command.toggleAiTools, async () => {
      const { setAiAccess } = await import('./setAiAccess');
      await setAiAccess({ ...deps, knowsMcp: provider !== undefined });
    }),
  );
  disposables.add(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        // Another window may have set another level.
        definitions.update();
        update();
      }
    }),
  );
  if (provider) {
    disposables.add(provider);
  }
  return disposables;
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
