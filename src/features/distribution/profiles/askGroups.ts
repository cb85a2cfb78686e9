import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { areSame } from '../../../api/distribution/profileWrites';
import type { TestingGroup } from '../../../api/testingGroups/testingGroups';
import { compareNames } from '../../../support/names';
import type { SubmitResult } from '../../../ui/dialogs/askText';
import { findFolded } from '../../../ui/dialogs/foldedPick';
import { showError } from '../../../ui/dialogs/notifications';
import { createPick } from '../../../ui/dialogs/picks';
import { testersText } from '../../../ui/text/testersText';

/** What the server says just now: the profile, and all groups of the organization. */
export interface GroupState {
  readonly profile: DistributionProfile;
  readonly groups: readonly TestingGroup[];
}

/** How a profile's groups are asked for. */
export interface GroupQuestion {
  profileName: string;
  /** Undefined where there is nothing to choose for any more. */
  load: (signal: AbortSignal) => Promise<GroupState | undefined>;
  /** Sets them. Refused where that failed, which leaves the pick as it is for another try. */
  write: (wanted: readonly string[], seen: GroupState) => Promise<SubmitResult<GroupsResult>>;
}

/** `conflict`: they were changed by somebody else, out of these groups. */
export type GroupsResult = 'done' | 'closed' | { conflict: readonly TestingGroup[] };

interface GroupItem extends vscode.QuickPickItem {
  readonly groupId: string;
}

/**
 * Lets a person tick the groups that every new version is sent to. It stays open until the server took them, so that
 * nothing has to be ticked twice. Closed while they are set it ends when that does: how it ended is told all the same.
 * Fails as `load` does.
 */
export function askGroups({ profileName, load, write }: GroupQuestion): Promise<GroupsResult> {
  const pick = createPick<GroupItem>();
  pick.title = vscode.l10n.t('Appcircle: Set Auto-Send Groups for {0}', profileName);
  pick.placeholder = vscode.l10n.t('Loading testing groups…');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.busy = true;
  findFolded(pick);
  const closed = new AbortController();
  return new Promise((resolve, reject) => {
    let state: GroupState | undefined;
    let saving = false;
    const end = (result: GroupsResult) => {
      resolve(result);
      pick.hide();
    };
    const fill = async () => {
      state = await load(closed.signal);
      if (!state) {
        end('closed');
      } else if (!closed.signal.aborted) {
        fillIn(pick, state);
      }
    };
    const submit = async (seen: GroupState) => {
      const wanted = pick.selectedItems.map(({ groupId }) => groupId);
      if (areSame(seen.profile.testingGroupIds, wanted)) {
        end('done');
        return;
      }
      pick.busy = true;
      pick.enabled = false;
      saving = true;
      const result = await write(wanted, seen);
      saving = false;
      if ('done' in result) {
        end(result.done);
        return;
      }
      void showError(result.refused);
      if (closed.signal.aborted) {
        end('closed');
        return;
      }
      pick.busy = false;
      pick.enabled = true;
    };
    const fail = (error: unknown) => {
      reject(error);
      pick.hide();
    };
    pick.onDidAccept(() => {
      if (state && !pick.busy) {
        submit(state).catch(fail);
      }
    });
    pick.onDidHide(() => {
      closed.abort();
      if (!saving) {
        resolve('closed');
      }
      pick.dispose();
    });
    pick.show();
    fill().catch(fail);
  });
}

function fillIn(pick: vscode.QuickPick<GroupItem>, { profile, groups }: GroupState): void {
  const set = new Set(profile.testingGroupIds);
  const items = itemsOf(groups, set);
  pick.items = items;
  pick.selectedItems = items.filter(({ groupId }) => set.has(groupId));
  pick.placeholder =
    items.length === 0
      ? vscode.l10n.t('This organization has no testing groups yet')
      : vscode.l10n.t('Select the groups that get every new version');
  pick.busy = false;
}

/** All groups by name, and those that are set and not among them, which stay unless somebody takes them out. */
function itemsOf(groups: readonly TestingGroup[], set: ReadonlySet<string>): GroupItem[] {
  const known = new Set(groups.map(({ id }) => id));
  return [
    ...[...groups].sort((a, b) => compareNames(a.name, b.name)).map(itemOf),
    ...[...set]
      .filter((id) => !known.has(id))
      .map((id) => ({
        groupId: id,
        label: id,
        description: vscode.l10n.t('not in this organization'),
      })),
  ];
}

function itemOf({ id, name, kind, testers, externalName }: TestingGroup): GroupItem {
  const facts = [
    kind === 'ldap' ? vscode.l10n.t('LDAP') : undefined,
    externalName,
    testersText(testers.length),
  ];
  return {
    groupId: id,
    label: name,
    description: facts.filter((fact) => fact !== undefined).join(' · '),
  };
}
