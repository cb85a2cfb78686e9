import * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import type { ApiClient } from '../../api/client';
import { listProfiles, type DistributionProfile } from '../../api/distribution';
import { Command, View } from '../../contributions';
import { AccountList } from '../../ui/accountList';
import type { RegisterCommand } from '../../ui/commands';
import type { JsonDocuments } from '../../ui/jsonDocuments';
import { ListView, type ListNode } from '../../ui/listView';
import type { Refreshes } from '../../ui/refreshes';
import { GroupNames } from './groupNames';
import { profileItem } from './profileItem';

/** What the Distribution view needs of the rest. */
export interface DistributionNeeds {
  command: RegisterCommand;
  sessions: SessionStore;
  clientFor: (account: Account) => ApiClient;
  refreshes: Refreshes;
  documents: JsonDocuments;
  extension: vscode.Uri;
}

/** The Distribution view, Go to Profile, and what can be done with a profile. */
export function registerDistribution(needs: DistributionNeeds): vscode.Disposable {
  const { command, sessions, clientFor, refreshes, extension } = needs;
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
    staleMessage: (time, sentence) => vscode.l10n.t('These profiles are from {0}. {1}', time, sentence),
  });
  const pick = async (title: string) => (await import('./pickProfile')).pickProfile(title, list, sessions);
  return vscode.Disposable.from(
    list,
    view,
    refreshes.add(() => {
      groups.forget();
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
