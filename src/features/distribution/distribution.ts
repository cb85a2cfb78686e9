import * as vscode from 'vscode';
import { ownersOf, type Account } from '../../account/account';
import type { Accounts } from '../../account/accounts';
import type { SessionStore } from '../../account/sessionStore';
import type { ApiClient } from '../../api/client';
import { listProfiles, type DistributionProfile } from '../../api/distribution';
import { Command, View } from '../../contributions';
import { AccountList } from '../../ui/accountList';
import { once } from '../../support/once';
import type { RegisterCommand } from '../../ui/commands';
import type { JsonDocuments } from '../../ui/jsonDocuments';
import { ListView, type ListNode } from '../../ui/listView';
import type { Refreshes } from '../../ui/refreshes';
import { GroupNames } from './groupNames';
import { profileItem } from './profileItem';
import type { Versions } from './versions';

/** What the Distribution view needs of the rest. */
export interface DistributionNeeds {
  command: RegisterCommand;
  accounts: Accounts;
  sessions: SessionStore;
  clientFor: (account: Account) => ApiClient;
  refreshes: Refreshes;
  documents: JsonDocuments;
  extension: vscode.Uri;
}

/** The Distribution view, Go to Profile, and what can be done with a profile. */
export function registerDistribution(needs: DistributionNeeds): vscode.Disposable {
  const { command, accounts, sessions, clientFor, refreshes, documents, extension } = needs;
  let versions: Versions | undefined;
  const loaded = once(async () => {
    const { Versions } = await import('./versions');
    return (versions = new Versions({ sessions, clientFor, documents, pickProfile: pick }));
  });
  const groups = new GroupNames(clientFor);
  const list = new AccountList(sessions, (account, signal) => listProfiles(clientFor(account), signal));
  const view = new ListView<DistributionProfile>({
    id: View.distribution,
    list,
    sessions,
    item: (profile) => profileItem(profile, extension),
    tooltip: async (profile) => {
      const { account } = sessions;
      const { profileTooltip } = await import('./profileTooltip');
      return profileTooltip(profile, account ? await groups.of(account, profile.testingGroupIds) : []);
    },
    below: {
      children: async (profile, parent) => (await loaded()).rows.children(profile, parent),
      item: (node) => versions?.rows.item(node) ?? new vscode.TreeItem(''),
    },
    staleMessage: (time, sentence) => vscode.l10n.t('These profiles are from {0}. {1}', time, sentence),
  });
  const pick = async (title: string) => (await import('./pickProfile')).pickProfile(title, list, sessions);
  return vscode.Disposable.from(
    list,
    view,
    refreshes.add(() => {
      groups.forget();
      versions?.rows.forget();
      return view.refresh();
    }),
    command(Command.showMore, () => {
      view.showMore();
    }),
    command(Command.goToProfile, async () => {
      const profile = await pick(vscode.l10n.t('Appcircle: Go to Profile'));
      if (profile) {
        await view.reveal(profile.id);
      }
    }),
    ...profileCommands(needs, pick),
    command(Command.showVersion, async (node) => (await loaded()).show(node)),
    command(Command.showVersionAsJson, async (node) => (await loaded()).showAsJson(node)),
    command(Command.copyVersionId, async (node) => (await loaded()).copyId(node)),
    command(Command.compareVersions, async (node) => (await loaded()).compare(node)),
    accounts.onDidChange(() => {
      void versions?.keepOnly(ownersOf(accounts.known, sessions.account));
    }),
    { dispose: () => versions?.dispose() },
  );
}

/** Commands on a row, which ask for the profile when they are run without one (T13). */
function profileCommands(
  { command, sessions, documents }: DistributionNeeds,
  pick: (title: string) => Promise<DistributionProfile | undefined>,
): vscode.Disposable[] {
  const chosen = (node: unknown, title: string) => Promise.resolve(profileOf(node) ?? pick(title));
  return [
    command(Command.copyProfileId, async (node) => {
      const profile = await chosen(node, vscode.l10n.t('Appcircle: Copy Profile ID'));
      if (profile) {
        await vscode.env.clipboard.writeText(profile.id);
      }
    }),
    command(Command.copyProfileName, async (node) => {
      const profile = await chosen(node, vscode.l10n.t('Appcircle: Copy Profile Name'));
      if (profile) {
        await vscode.env.clipboard.writeText(profile.name);
      }
    }),
    command(Command.openProfileInDashboard, async (node) => {
      const profile = await chosen(node, vscode.l10n.t('Appcircle: Open Profile in Dashboard'));
      if (profile && sessions.account) {
        // The path is documented (API sheet 1.1, A).
        const path = `/distribute/detail/${encodeURIComponent(profile.id)}`;
        await vscode.env.openExternal(vscode.Uri.parse(sessions.account.hosts.dashboard + path));
      }
    }),
    command(Command.showProfileAsJson, async (node) => {
      const profile = await chosen(node, vscode.l10n.t('Appcircle: Show Profile as JSON'));
      if (profile && sessions.account) {
        const { credentialId } = sessions.account;
        await documents.show(credentialId, ['distribution', profile.id, profile.name], profile.raw);
      }
    }),
  ];
}

function profileOf(argument: unknown): DistributionProfile | undefined {
  const node = argument as Partial<ListNode<DistributionProfile>> | undefined;
  return node?.kind === 'row' ? (node as { row: DistributionProfile }).row : undefined;
}
