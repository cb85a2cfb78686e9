import * as vscode from 'vscode';
import { accountName, type Account, type Hosts } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import type { CredentialKind } from '../../account/credential';
import type { SessionStore } from '../../account/sessionStore';
import type { Transport } from '../../api/transport/transport';
import { Command, View } from '../../contributions';
import { visibleText } from '../../support/visibleText';
import { askApiKey } from './askApiKey';
import { askHosts } from './askHosts';
import { askKey, type UseCredential } from './askKey';
import { hostsFromSettings, type UnusableSetting } from '../../ui/hosts';
import { warnSessionOnly } from './warnSessionOnly';

/** What the sign-in needs of the rest. */
export interface SignInDeps {
  accounts: Accounts;
  sessions: SessionStore;
  metadata: AccountMetadataStore;
  transport: Transport;
}

/** The whole dialog. Resolves when an account was added, or when the person or another window closed it. */
export async function signIn(deps: SignInDeps): Promise<void> {
  const elsewhere = watchSignInElsewhere(deps.sessions);
  try {
    await ask(deps, elsewhere);
  } finally {
    elsewhere.dispose();
  }
}

async function ask(deps: SignInDeps, elsewhere: Elsewhere): Promise<void> {
  const title = vscode.l10n.t('Appcircle: Sign In');
  const closing = elsewhere.signal;
  const chosen = await chooseWhere(title, deps.transport, closing);
  if (!chosen) {
    return;
  }
  const { kind, hosts } = chosen;
  const use: UseCredential = (credential, signal) =>
    elsewhere.ignoreDuring(async () => (await deps.accounts.signIn(credential, hosts, signal)).persistence);
  let expiryWanted = kind === 'apiKey';
  const noteExpiry = () => {
    expiryWanted = true;
  };
  const kept = await (kind === 'apiKey'
    ? askApiKey({ title, closing }, 2, use)
    : askKey({ title, step: 2, totalSteps: 2, closing, noteExpiry }, hosts, use));
  if (kept) {
    await vscode.commands.executeCommand(`${View.distribution}.focus`);
    warnSessionOnly(kept);
    if (expiryWanted) {
      await vscode.commands.executeCommand(Command.noteKeyExpiry);
    }
  }
}

/** Puts another key in the place of an account's own. */
export async function replaceKey({ accounts, metadata }: SignInDeps, account: Account): Promise<void> {
  const expiryNoted = metadata.of(account.credentialId).keyExpiresAt !== undefined;
  const name = visibleText(accountName(account, accounts.organizations.namesOf(account)));
  const title = vscode.l10n.t('Appcircle: Replace Key of {0}', name);
  const use: UseCredential = (credential, signal) => accounts.replaceCredential(account, credential, signal);
  // The account with the key, which is another one while a sub-organization is acted in.
  const { organizationId } = accounts.known.find(({ id }) => id === account.credentialId) ?? account;
  const kept =
    account.kind === 'apiKey'
      ? await askApiKey({ title }, 1, use, organizationId)
      : await askKey({ title }, account.hosts, use);
  if (kept) {
    warnSessionOnly(kept);
    // Who noted the end of the old key wants to be reminded of the new one's.
    if (expiryNoted) {
      await vscode.commands.executeCommand(Command.noteKeyExpiry);
    }
  }
}

type Kind = CredentialKind | 'selfHosted';

interface Chosen {
  kind: CredentialKind;
  hosts: Hosts;
}

/** With what to sign in, and at which server. Undefined when that was closed, or a setting is not usable. */
async function chooseWhere(
  title: string,
  transport: Transport,
  closing: AbortSignal,
): Promise<Chosen | undefined> {
  const first = await chooseKind(title, true, closing);
  const hosts = first === 'selfHosted' ? await askHosts(transport, closing) : await readUsableSettings(first);
  const kind = first === 'selfHosted' && hosts ? await chooseKind(title, false, closing) : first;
  return hosts && kind && kind !== 'selfHosted' ? { kind, hosts } : undefined;
}

/** Undefined when the person closed it, or another window has signed in meanwhile. */
async function chooseKind(
  title: string,
  withSelfHosted: boolean,
  closing: AbortSignal,
): Promise<Kind | undefined> {
  const rows: (vscode.QuickPickItem & { is: Kind })[] = [
    {
      is: 'personalAccessKey',
      label: vscode.l10n.t('Personal Access Key'),
      detail: vscode.l10n.t('A key of your own, one for each organization'),
      iconPath: new vscode.ThemeIcon('key'),
    },
    {
      is: 'apiKey',
      label: vscode.l10n.t('API Key'),
      detail: vscode.l10n.t('Name and secret of a service identity of the organization'),
      iconPath: new vscode.ThemeIcon('robot'),
    },
  ];
  if (withSelfHosted) {
    rows.push({
      is: 'selfHosted',
      label: vscode.l10n.t('Self-hosted Server…'),
      detail: vscode.l10n.t('An Appcircle of your company, with addresses of its own'),
      iconPath: new vscode.ThemeIcon('server'),
    });
  }
  const chosen = await vscode.window.showQuickPick(rows, {
    title,
    placeHolder: vscode.l10n.t('What do you sign in with?'),
    ignoreFocusOut: true,
  });
  return closing.aborted ? undefined : chosen?.is;
}

async function readUsableSettings(kind: Kind | undefined): Promise<Hosts | undefined> {
  const settings = kind && hostsFromSettings();
  if (settings && 'unusable' in settings) {
    await showUnusable(settings.unusable);
    return undefined;
  }
  return settings?.hosts;
}

interface Elsewhere extends vscode.Disposable {
  signal: AbortSignal;
  /** Runs our own sign-in, which is not somebody else's. */
  ignoreDuring: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Tells when another window has signed in while this one was still asking (R12). */
function watchSignInElsewhere(sessions: SessionStore): Elsewhere {
  const solved = new AbortController();
  const signedOut = sessions.current.kind === 'signedOut';
  let ours = false;
  const watch = sessions.onDidChange(({ kind }) => {
    if (signedOut && !ours && kind === 'signedIn') {
      solved.abort();
    }
  });
  return {
    signal: solved.signal,
    ignoreDuring: async (work) => {
      ours = true;
      try {
        return await work();
      } finally {
        ours = false;
      }
    },
    dispose: () => {
      watch.dispose();
    },
  };
}

async function showUnusable({ setting, sentence }: UnusableSetting): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  if ((await vscode.window.showErrorMessage(sentence, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
  }
}
