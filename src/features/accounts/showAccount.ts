import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import { payloadOf } from '../../account/accessToken';
import type { AccessTokens } from '../../account/accessTokens';
import type { Accounts } from '../../account/accounts';
import type { Session, SessionStore, SignedIn } from '../../account/sessionStore';
import { AuthenticationProviderId, Command } from '../../contributions';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import { ensureSignedIn } from '../../ui/ensureSignedIn';
import { trustLabel } from '../../ui/text/trustLabel';
import { damagedActions, mainActions, moreActions } from './accountActions';
import { mainFacts, moreFacts, sessionSentence, type AccountFactsDeps } from './accountFacts';
import { actionRow, separator, type AccountRow } from './accountRows';
import { copyFact, pickAccountRow } from './pickAccountRow';

/** What Show Account needs of the rest. */
export interface ShowAccountDeps extends AccountFactsDeps {
  sessions: SessionStore;
  tokens: AccessTokens;
  documents: JsonDocuments;
}

/** Show Account: who is signed in where, how good the session is, and what can be done; the rest is behind More. */
export async function showAccount(deps: ShowAccountDeps): Promise<void> {
  const { sessions } = deps;
  const before = sessions.current;
  if (before.kind === 'signedOut' && !before.damaged && !(await ensureSignedIn(sessions))) {
    return;
  }
  const session = sessions.current;
  const more: AccountRow = {
    label: vscode.l10n.t('More…'),
    iconPath: new vscode.ThemeIcon('ellipsis'),
    alwaysShow: true,
    run: async () => {
      if (session.kind === 'signedIn' && (await showMore(session, deps)) === 'back') {
        await showMain();
      }
    },
  };
  const rows =
    session.kind === 'signedIn'
      ? [
          separator(vscode.l10n.t('Account')),
          ...mainFacts(session, deps),
          separator(vscode.l10n.t('Actions')),
          ...mainActions(session, deps.accounts),
          more,
        ]
      : rowsWithoutAccount(session, deps.accounts);
  const showMain = async () => {
    const question = {
      title: vscode.l10n.t('Appcircle: Account'),
      placeHolder: vscode.l10n.t('Select an action'),
      canGoBack: false,
    };
    await follow(await pickAccountRow(rows, question));
  };
  await showMain();
}

async function showMore(session: SignedIn, deps: ShowAccountDeps): Promise<'back' | undefined> {
  const trust = await trustRow(session.account, deps.accounts);
  const rows = [
    separator(vscode.l10n.t('Details')),
    ...moreFacts(session, deps),
    separator(vscode.l10n.t('Actions')),
    ...moreActions(session, claimsRow(session.account, deps), trust),
  ];
  const chosen = await pickAccountRow(rows, {
    title: vscode.l10n.t('Appcircle: Account Details'),
    placeHolder: vscode.l10n.t('Select an action'),
    canGoBack: true,
  });
  return chosen === 'back' ? chosen : follow(chosen);
}

async function follow(chosen: AccountRow | 'back' | undefined): Promise<undefined> {
  if (chosen !== 'back' && chosen !== undefined) {
    await (chosen.run ? chosen.run() : copyFact(chosen));
  }
}

function rowsWithoutAccount(session: Session, accounts: Accounts): AccountRow[] {
  const helps =
    session.kind === 'signedOut'
      ? actionRow('sign-in', vscode.l10n.t('Sign In'), Command.signIn)
      : actionRow('refresh', vscode.l10n.t('Try Again'), Command.refresh);
  return [
    { ...helps, detail: sessionSentence(session) },
    ...(session.kind === 'signedOut' ? damagedActions(accounts) : []),
    actionRow('output', vscode.l10n.t('Show Log'), Command.showLog),
    actionRow('trash', vscode.l10n.t('Remove All Data'), Command.removeAllData),
  ];
}

function claimsRow(account: Account, { tokens, documents }: ShowAccountDeps): AccountRow {
  return {
    label: vscode.l10n.t('Show Token Claims'),
    iconPath: new vscode.ThemeIcon('json'),
    run: async () => {
      const { value } = await tokens.token(account);
      const path = [account.id, vscode.l10n.t('Token claims')];
      await documents.show(account.credentialId, path, payloadOf(value));
    },
  };
}

/** The editor's own list of extensions that may use the account: a command without a documented name, so not relied on. */
async function trustRow(account: Account, accounts: Accounts): Promise<AccountRow | undefined> {
  const manage = '_manageTrustedExtensionsForAccount';
  if (account.kind === 'environment' || !(await vscode.commands.getCommands(false)).includes(manage)) {
    return undefined;
  }
  const accountLabel = trustLabel(account, accounts);
  return actionRow('verified', vscode.l10n.t('Manage Trusted Extensions'), manage, {
    providerId: AuthenticationProviderId,
    accountLabel,
  });
}
