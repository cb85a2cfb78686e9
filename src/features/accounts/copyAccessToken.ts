import * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { SessionStore } from '../../account/sessionStore';
import { showInformation } from '../../ui/dialogs/notifications';
import { timeOfDay } from '../../ui/text/dates';
import { fromNow } from '../../ui/text/fromNow';
import { ensureSignedIn } from '../../ui/ensureSignedIn';

/** Copy Access Token: puts a token that is good now on the clipboard, and says how long it will live. */
export async function copyAccessToken(tokens: AccessTokens, sessions: SessionStore): Promise<void> {
  const account = await ensureSignedIn(sessions);
  if (!account) {
    return;
  }
  const { value, expiresAt } = await tokens.token(account);
  await vscode.env.clipboard.writeText(value);
  void showInformation(
    expiresAt === undefined
      ? vscode.l10n.t('Access token copied. Its expiration is unknown.')
      : vscode.l10n.t(
          'Access token copied. It expires {0}, at {1}.',
          fromNow(expiresAt),
          timeOfDay(expiresAt),
        ),
  );
}
