import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import { aiAccessOf, type AiAccess } from '../../account/accountMetadata';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { SessionStore } from '../../account/sessionStore';
import { askInModal, showInformation } from '../../ui/dialogs/notifications';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import { askAccess } from './askAccess';
import type { TrialDeps } from './mcp/acceptedToken';
import { confirmMcp } from './mcp/confirmMcp';
import { mcpUrlOf, nameOf } from './mcp/mcpOffer';

/** What setting the level of access needs of the rest. */
export interface SetAiAccessDeps extends TrialDeps {
  sessions: SessionStore;
  metadata: AccountMetadataStore;
  /** Whether this editor can be offered MCP servers at all. */
  knowsMcp: boolean;
}

/** Of whom the level is set. */
interface Subject {
  account: Account;
  /** What a person calls the account. */
  name: string;
}

/**
 * Set AI Access, for the active account. What gives agents more than reading is asked first; less is done at once.
 */
export async function setAiAccess(deps: SetAiAccessDeps): Promise<void> {
  const { sessions, metadata } = deps;
  await ensureSignedIn(sessions);
  const session = sessions.current;
  if (session.kind !== 'signedIn') {
    return;
  }
  const { account, names } = session;
  const name = nameOf(account, names);
  const current = aiAccessOf(session, metadata);
  const level = await askAccess(account, name, current);
  if (level === undefined || sessions.account !== account) {
    return;
  }
  const obstacle = obstacleTo(level, account, deps.knowsMcp);
  if (obstacle !== undefined) {
    void showInformation(obstacle);
  } else if (
    level === current ||
    ((await confirm(level, { account, name }, deps)) && isStill(sessions, account))
  ) {
    const aiAccess = level === 'none' ? undefined : level;
    await metadata.set(account.credentialId, { aiAccess, mcpFailedAt: undefined });
    void showInformation(doneText(level, name));
  }
}

function isStill(sessions: SessionStore, account: Account): boolean {
  return sessions.account === account;
}

/** Why a level cannot be had; undefined where it can. */
function obstacleTo(level: AiAccess, account: Account, knowsMcp: boolean): string | undefined {
  if (level === 'none') {
    return undefined;
  }
  if (level !== 'mcp') {
    const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
    return lm?.registerTool
      ? undefined
      : vscode.l10n.t('This version of VS Code does not support language model tools.');
  }
  if (!knowsMcp) {
    return vscode.l10n.t('This version of VS Code does not support MCP servers.');
  }
  return mcpUrlOf(account) === undefined ? withoutServer(account) : undefined;
}

function withoutServer({ kind }: Account): string {
  return kind === 'environment'
    ? vscode.l10n.t(
        'The MCP server cannot use an access token from the environment. Sign in with your own key.',
      )
    : vscode.l10n.t('This account has no MCP server. Sign out, then sign in again to add one.');
}

async function confirm(level: AiAccess, { account, name }: Subject, deps: SetAiAccessDeps): Promise<boolean> {
  if (level === 'mcp') {
    const url = mcpUrlOf(account);
    return url !== undefined && confirmMcp({ account, name, url }, deps);
  }
  return level !== 'write' || confirmWriting(name);
}

async function confirmWriting(name: string): Promise<boolean> {
  const allow = vscode.l10n.t('Allow Writing');
  const chosen = await askInModal(
    vscode.l10n.t('Allow AI agents to write with {0}?', name),
    [
      vscode.l10n.t('They can start builds and upload versions, each after you confirm it.'),
      vscode.l10n.t('If you always allow a tool in the chat, it runs without a confirmation.'),
      vscode.l10n.t('What they read is sent to the provider of your AI model.'),
    ],
    allow,
  );
  return chosen === allow;
}

function doneText(level: AiAccess, name: string): string {
  switch (level) {
    case 'none':
      return vscode.l10n.t('AI access is off for {0}.', name);
    case 'read':
      return vscode.l10n.t(
        'AI agents can read with {0}. To select tools, use Configure Tools in the Chat view.',
        name,
      );
    case 'write':
      return vscode.l10n.t(
        'AI agents can read and, when you confirm, write with {0}. To select tools, use Configure Tools in the Chat view.',
        name,
      );
    case 'mcp':
      return vscode.l10n.t(
        'AI agents can use the Appcircle MCP server with {0}. To select its tools, use Configure Tools in the Chat view.',
        name,
      );
  }
}
