import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { SessionStore } from '../../account/sessionStore';
import { hostOf } from '../../support/url';
import { askInModal, showInformation } from '../../ui/dialogs/notifications';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import { mcpUrlOf, nameOf } from './mcpOffer';

/** What turning AI tools on and off needs of the rest. */
export interface ToggleDeps {
  sessions: SessionStore;
  metadata: AccountMetadataStore;
  /** Whether this editor can be offered MCP servers at all. */
  isSupported: boolean;
}

/**
 * Turn AI Tools On or Off, for the active account. On is asked first, since an agent acts with all rights of the
 * account; off is done at once.
 */
export async function toggleAiTools({ sessions, metadata, isSupported }: ToggleDeps): Promise<void> {
  await ensureSignedIn(sessions);
  const session = sessions.current;
  if (session.kind !== 'signedIn') {
    return;
  }
  const { account, names } = session;
  const name = nameOf(account, names);
  const url = mcpUrlOf(account);
  if (metadata.of(account.credentialId).mcp) {
    await metadata.set(account.credentialId, { mcp: undefined });
    showMessage(vscode.l10n.t('AI tools are off for {0}.', name));
  } else if (!isSupported) {
    showMessage(
      vscode.l10n.t('This version of VS Code does not support the MCP servers that AI tools need.'),
    );
  } else if (url === undefined) {
    showMessage(withoutServer(account));
  } else if ((await confirmTurnOn(name, hostOf(url))) && sessions.account === account) {
    await metadata.set(account.credentialId, { mcp: true });
    showMessage(
      vscode.l10n.t('AI tools are on for {0}. To select them, use Configure Tools in the Chat view.', name),
    );
  }
}

async function confirmTurnOn(name: string, host: string): Promise<boolean> {
  const turnOn = vscode.l10n.t('Turn On');
  const chosen = await askInModal(
    vscode.l10n.t('Turn on AI tools for {0}?', name),
    [
      vscode.l10n.t(
        'AI agents in this editor get your full permissions. They can read, change, build, and publish whatever you can.',
      ),
      vscode.l10n.t('Your access token is sent to {0} each time the editor starts these tools.', host),
      vscode.l10n.t('This includes sub-organizations that you switch to with the same key.'),
    ],
    turnOn,
  );
  return chosen === turnOn;
}

function withoutServer({ kind }: Account): string {
  return kind === 'environment'
    ? vscode.l10n.t('AI tools cannot use an access token from the environment. Sign in with your own key.')
    : vscode.l10n.t(
        'This account has no MCP server, which AI tools need. Sign out, then sign in again to add one.',
      );
}

function showMessage(sentence: string): void {
  void showInformation(sentence);
}
