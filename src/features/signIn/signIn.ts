import * as vscode from 'vscode';
import type { Account, Hosts } from '../../account/account';
import { OtherAccount, type Accounts } from '../../account/accounts';
import { trimKey } from '../../account/credential';
import type { Kept } from '../../account/credentialStore';
import type { SessionStore } from '../../account/sessionStore';
import { toFailure } from '../../api/failure';
import { Command, View } from '../../contributions';
import { askText, type Verdict } from '../../ui/askText';
import type { RegisterCommand } from '../../ui/commands';
import { hostsFromSettings } from './hosts';
import { refusalText, remarkOnKey, whereKeysAreMade } from './keyText';
import { tellSessionOnly } from './sessionOnly';

/** Sign In and Replace Key: the only two places that a key is typed into. */
export function registerSignIn(
  command: RegisterCommand,
  accounts: Accounts,
  sessions: SessionStore,
): vscode.Disposable {
  return vscode.Disposable.from(
    command(Command.signIn, () => signIn(accounts)),
    command(Command.replaceKey, () =>
      sessions.account ? replaceKey(accounts, sessions.account) : signIn(accounts),
    ),
  );
}

async function signIn(accounts: Accounts): Promise<void> {
  const settings = hostsFromSettings();
  if ('unusable' in settings) {
    await tellUnusable(settings.unusable);
    return;
  }
  const title = vscode.l10n.t('Appcircle: Sign In');
  const { hosts } = settings;
  if (!(await chooseKind(title))) {
    return;
  }
  const kept = await askForKey(title, 2, hosts, async (key, signal) => {
    const result = await accounts.signIn({ kind: 'personalAccessKey', key }, hosts, signal);
    return result.kept;
  });
  if (kept) {
    await vscode.commands.executeCommand(`${View.distribution}.focus`);
    tellSessionOnly(kept);
  }
}

async function replaceKey(accounts: Accounts, account: Account): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Replace Key');
  const kept = await askForKey(title, undefined, account.hosts, (key, signal) =>
    accounts.replaceCredential(account, { kind: 'personalAccessKey', key }, signal),
  );
  if (kept) {
    tellSessionOnly(kept);
  }
}

/** Undefined when the person closed it. */
async function chooseKind(title: string): Promise<vscode.QuickPickItem | undefined> {
  const personal: vscode.QuickPickItem = {
    label: vscode.l10n.t('Personal Access Key'),
    detail: vscode.l10n.t('A key of your own, one for each organization'),
    iconPath: new vscode.ThemeIcon('key'),
  };
  return vscode.window.showQuickPick([personal], {
    title: vscode.l10n.t('{0} ({1}/{2})', title, 1, 2),
    placeHolder: vscode.l10n.t('What do you sign in with?'),
    ignoreFocusOut: true,
  });
}

function askForKey(
  title: string,
  totalSteps: number | undefined,
  { dashboard }: Readonly<Hosts>,
  use: (key: string, signal: AbortSignal) => Promise<Kept>,
): Promise<Kept | undefined> {
  return askText<Kept>({
    title,
    prompt: vscode.l10n.t(
      'Personal Access Key (older dashboards: Personal API Token or Personal Access Token). {0}',
      whereKeysAreMade(),
    ),
    placeholder: vscode.l10n.t('Paste the key'),
    password: true,
    ...(totalSteps && { step: totalSteps, totalSteps }),
    buttons: [
      {
        icon: 'link-external',
        tooltip: vscode.l10n.t(
          'Open the dashboard: My Organization › Security › Personal Access Key › Generate Key',
        ),
        run: () => void vscode.env.openExternal(vscode.Uri.parse(dashboard)),
      },
    ],
    remark: remarkOnKey,
    accept: (text, signal) => verdict(() => use(trimKey(text), signal)),
  });
}

async function verdict(attempt: () => Promise<Kept>): Promise<Verdict<Kept>> {
  try {
    return { done: await attempt() };
  } catch (error) {
    if (error instanceof OtherAccount) {
      return {
        refused: vscode.l10n.t(
          'This key is for another organization or user. Use Sign In to add it beside this account.',
        ),
      };
    }
    return { refused: refusalText(toFailure(error)) };
  }
}

async function tellUnusable({ setting, sentence }: { setting: string; sentence: string }): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  if ((await vscode.window.showErrorMessage(sentence, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
  }
}
