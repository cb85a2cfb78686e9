import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { AiAccess } from '../../account/accountMetadata';
import { hostOf } from '../../support/url';
import { showPick } from '../../ui/dialogs/picks';
import { aiAccessText } from '../../ui/text/aiAccessText';
import { mcpUrlOf } from './mcp/mcpOffer';

interface LevelRow extends vscode.QuickPickItem {
  level: AiAccess;
}

/** Asks for a level of access, the present one marked; undefined for Esc. `name` is what a person calls the account. */
export async function askAccess(
  account: Account,
  name: string,
  current: AiAccess,
): Promise<AiAccess | undefined> {
  const levels = ['none', 'read', 'write', 'mcp'] as const;
  const rows = levels.map((level): LevelRow => ({
    level,
    label: aiAccessText(level),
    detail: detailOf(level, account),
    iconPath: new vscode.ThemeIcon(level === current ? 'pass-filled' : 'circle-large-outline'),
    ...(level === current && { description: vscode.l10n.t('Current') }),
  }));
  const title = vscode.l10n.t('AI Access for {0}', name);
  const placeHolder = vscode.l10n.t('Select what AI agents can do with this account');
  return (await showPick(rows, { title, placeHolder }))?.level;
}

/** What agents can do, and what is sent where, in the one line that a row has room for. */
function detailOf(level: AiAccess, account: Account): string {
  switch (level) {
    case 'none':
      return vscode.l10n.t('AI agents get nothing from this account.');
    case 'read':
      return vscode.l10n.t(
        "They read builds, versions, and API data, which goes to your AI model's provider.",
      );
    case 'write':
      return vscode.l10n.t('They can also start builds and upload versions. You confirm each one first.');
    case 'mcp': {
      const url = mcpUrlOf(account);
      return url === undefined
        ? vscode.l10n.t('Not available for this account.')
        : vscode.l10n.t('They can do whatever you can. Your access token is sent to {0}.', hostOf(url));
    }
  }
}
