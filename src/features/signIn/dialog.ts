import * as vscode from 'vscode';
import { accountName, type Account, type Hosts } from '../../account/account';
import type { AccountMetadataStore } from '../../account/accountMetadata';
import type { Accounts } from '../../account/accounts';
import type { CredentialKind } from '../../account/credential';
import type { SignedInResult } from '../../account/credentialCheck';
import type { SessionStore } from '../../account/sessionStore';
import type { Transport } from '../../api/transport/transport';
import { Command, View } from '../../contributions';
import { askInModal, showError } from '../../ui/dialogs/notifications';
import { FOR_COMMAND } from '../../ui/ensureSignedIn';
import { askApiKey } from './askApiKey';
import { askHosts } from './askHosts';
import { askKey, type UseCredential } from './askKey';
import { chooseKind, kindWanted, type KindChoice } from './chooseKind';
import { hostsFromSettings, type UnusableSetting } from '../../ui/hosts';
import { tellSignedIn } from './tellSignedIn';
import { warnSessionOnly } from './warnSessionOnly';

/** What the sign-in needs of the rest. */
export interface SignInDeps {
  accounts: Accounts;
  sessions: SessionStore;
  metadata: AccountMetadataStore;
  transport: Transport;
}

/**
 * The whole dialog, or what comes after its first question where `purpose` answers that (`kindWanted`). Whether an account was added: not where the person or another window closed it. For a command that
 * goes on afterwards nothing takes the focus from what that is about.
 */
export async function signIn(deps: SignInDeps, purpose?: unknown): Promise<boolean> {
  const elsewhere = watchSignInElsewhere(deps.sessions);
  try {
    return await ask(deps, elsewhere, purpose);
  } finally {
    elsewhere.dispose();
  }
}

async function ask(deps: SignInDeps, elsewhere: Elsewhere, purpose: unknown): Promise<boolean> {
  const { accounts } = deps;
  const title = vscode.l10n.t('Appcircle: Sign In');
  const closing = elsewhere.signal;
  const wanted = kindWanted(purpose);
  const chosen = await chooseWhere(title, deps.transport, closing, wanted);
  if (!chosen) {
    return false;
  }
  const { kind, hosts, pasted } = chosen;
  let result: SignedInResult | undefined;
  const use: UseCredential = (credential, signal) =>
    elsewhere.ignoreDuring(async () => {
      result = await accounts.signIn(credential, hosts, signal);
      return result.persistence;
    });
  let expiryWanted = kind === 'apiKey';
  const noteExpiry = () => {
    expiryWanted = true;
  };
  const kept = await (kind === 'apiKey'
    ? askApiKey({ title, closing }, wanted === 'apiKey' ? 1 : 2, use)
    : askKey(
        {
          title,
          // A box that comes first is the only one.
          ...(wanted !== 'personalAccessKey' && { step: 2, totalSteps: 2 }),
          closing,
          noteExpiry,
          ...(pasted !== undefined && { pasted }),
        },
        hosts,
        use,
      ));
  if (!kept || !result) {
    return false;
  }
  if (purpose !== FOR_COMMAND) {
    await vscode.commands.executeCommand(`${View.distribution}.focus`);
  }
  void tellSignedIn(result.account, result.named, accounts);
  warnSessionOnly(kept);
  if (expiryWanted) {
    await vscode.commands.executeCommand(Command.noteKeyExpiry);
  }
  return true;
}

/** Puts another key in the place of an account's own. Whether that was done. */
export async function replaceKey({ accounts, metadata }: SignInDeps, account: Account): Promise<boolean> {
  const expiryNoted = metadata.of(account.credentialId).keyExpiresAt !== undefined;
  const name = accountName(account, accounts.organizations.namesOf(account));
  const title = vscode.l10n.t('Appcircle: Replace Key for {0}', name);
  const use: UseCredential = (credential, signal) =>
    accounts.replaceCredential(account, credential, signal, () => confirmUnverified(name));
  // The account with the key, which is another one while a sub-organization is acted in.
  const { organizationId } = accounts.known.find(({ id }) => id === account.credentialId) ?? account;
  const kept =
    account.kind === 'apiKey'
      ? await askApiKey({ title }, 1, use, organizationId)
      : await askKey({ title }, account.hosts, use);
  if (!kept) {
    return false;
  }
  warnSessionOnly(kept);
  // Who noted the end of the old key wants to be reminded of the new one's.
  if (expiryNoted) {
    await vscode.commands.executeCommand(Command.noteKeyExpiry);
  }
  return true;
}

async function confirmUnverified(name: string): Promise<boolean> {
  const replace = vscode.l10n.t('Replace Anyway');
  const chosen = await askInModal(
    vscode.l10n.t('Could not verify that the new key belongs to {0}. Replace the key anyway?', name),
    vscode.l10n.t(
      'The server did not report whether both keys have the same user and organization. If they do not, use Sign In to add the new key as a separate account.',
    ),
    replace,
  );
  return chosen === replace;
}

interface Chosen {
  kind: CredentialKind;
  hosts: Hosts;
  pasted?: string;
}

/** With what to sign in, and at which server. Undefined when that was closed, or a setting is not usable. */
async function chooseWhere(
  title: string,
  transport: Transport,
  closing: AbortSignal,
  wanted: KindChoice['kind'] | undefined,
): Promise<Chosen | undefined> {
  const first = wanted ? { kind: wanted } : await chooseKind(title, true, closing);
  if (first?.kind !== 'selfHosted') {
    const hosts = first && (await readUsableSettings());
    return hosts && chosenAt(hosts, first);
  }
  const hosts = await askHosts(transport, closing);
  return hosts && chosenAt(hosts, await chooseKind(title, false, closing));
}

function chosenAt(hosts: Hosts, choice: KindChoice | undefined): Chosen | undefined {
  return choice && choice.kind !== 'selfHosted' ? { ...choice, kind: choice.kind, hosts } : undefined;
}

async function readUsableSettings(): Promise<Hosts | undefined> {
  const settings = hostsFromSettings();
  if ('unusable' in settings) {
    await showUnusable(settings.unusable);
    return undefined;
  }
  return settings.hosts;
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
  if ((await showError(sentence, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
  }
}
