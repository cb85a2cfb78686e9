import * as vscode from 'vscode';
import type { AiAccess } from '../../account/accountMetadata';

/** What a level of access for AI agents is called. */
export function aiAccessText(level: AiAccess): string {
  switch (level) {
    case 'none':
      return vscode.l10n.t('None');
    case 'read':
      return vscode.l10n.t('Local Read-Only Tools');
    case 'write':
      return vscode.l10n.t('Local Tools with Writing');
    case 'mcp':
      return vscode.l10n.t('Appcircle MCP Server');
  }
}
