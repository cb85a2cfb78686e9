import * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { SessionStore } from '../../account/sessionStore';
import { Command, McpProviderId } from '../../contributions';
import type { Log } from '../../support/log';
import type { RegisterCommand } from '../../ui/commands';
import { McpDefinitions } from './mcpDefinitions';
import { McpOffers } from './mcpOffers';

/** What the AI tools need of the rest. */
export interface AiToolsDeps {
  command: RegisterCommand;
  sessions: SessionStore;
  tokens: AccessTokens;
  metadata: AccountMetadataStore;
  log: Log;
  /** Of this extension. */
  version: string;
}

/** Appcircle's MCP server, offered to the AI tools of the editor while the user has turned that on. */
export function registerAiTools(deps: AiToolsDeps): vscode.Disposable {
  const { command, sessions, tokens, metadata, log, version } = deps;
  const offers = new McpOffers(sessions, metadata);
  const provider = registerProvider(new McpDefinitions(offers, tokens, log, version), log);
  return vscode.Disposable.from(
    offers,
    command(Command.toggleAiTools, async () => {
      const { toggleAiTools } = await import('./toggleAiTools');
      await toggleAiTools({ sessions, metadata, isSupported: provider !== undefined });
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        offers.update();
      }
    }),
    ...(provider ? [provider] : []),
  );
}

/** Undefined in an editor that knows no MCP servers, or does not let this one be offered: the rest works there too. */
function registerProvider(definitions: McpDefinitions, log: Log): vscode.Disposable | undefined {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  try {
    return lm?.registerMcpServerDefinitionProvider?.(McpProviderId, definitions);
  } catch (error) {
    log.warn(`MCP servers cannot be offered: ${error instanceof Error ? error.message : 'unknown error'}`);
    return undefined;
  }
}
