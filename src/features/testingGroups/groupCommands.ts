import * as vscode from 'vscode';
import type { Failure } from '../../api/failure';
import { addTesters, deleteGroup, removeTesters } from '../../api/testingGroups/testingGroupWrites';
import { showWarning } from '../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../ui/dialogs/withCancellableProgress';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import { revealRow } from '../../ui/lists/revealRow';
import { beginCommand } from '../../ui/ensureSignedIn';
import type { ActivityCounter } from '../../ui/lists/activityCounter';
import { validationTextOf, submitWrite } from '../../ui/dialogs/submitWrite';
import { showStatus } from '../../ui/statusBar';
import { askGroupName } from './askGroupName';
import { askTesters } from './askTesters';
import { chooseGroup, type ChosenGroup, type GroupChoiceDeps } from './chooseGroup';
import { GroupUpdates } from './groupUpdates';
import { confirmDeletion, confirmRemoval, showEmpty } from './groupMessages';
import { sortedTesters, testerOf } from './groupRows';
import { addedText, numberText } from './groupText';
import { pickTesters } from './pickGroup';

/** What the commands of the Testing Groups view take. */
export interface GroupDeps extends GroupChoiceDeps {
  activity: ActivityCounter;
  /** Selects the row of a group, and opens the view for it. */
  reveal: (groupId: string) => Promise<void>;
  documents: JsonDocuments;
}

/** What can be done with testing groups. Each command takes a row of the view, and asks for a group without one (T13). */
export class GroupCommands {
  private readonly changes: GroupUpdates;
  /** Who was to be removed when that failed, so that nobody has to be chosen again. */
  private unfinished: { groupId: string; addresses: readonly string[] } | undefined;

  constructor(private readonly deps: GroupDeps) {
    this.changes = new GroupUpdates(deps);
  }

  /** Creates a group, shows it, and asks for its testers. A text given as the argument is proposed as the name. */
  async create(argument: unknown): Promise<void> {
    const { list, reveal } = this.deps;
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    // The names in use help, but nobody has to wait for them: the server has the last word.
    list.rows().catch(() => undefined);
    const group = await askGroupName({
      proposed: typeof argument === 'string' ? argument : '',
      groups: () => (list.state.kind === 'ready' ? list.state.rows : []),
      create: (name, signal) =>
        submitWrite(scope, () => this.changes.create(scope, name, signal), createRefusal),
    });
    if (!group || !scope.isCurrent()) {
      return;
    }
    await revealRow(scope.client.log, reveal(group.id));
    await this.askTesters(
      { ...scope, group },
      vscode.l10n.t(
        'Created {0}. Paste the email addresses of its testers, or press Esc to leave it empty.',
        group.name,
      ),
    );
  }

  async addTesters(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Add Testers'), 'editable');
    if (chosen) {
      await this.askTesters(
        chosen,
        vscode.l10n.t(
          'Email addresses of new testers for {0}. Paste one or many, in any format.',
          chosen.group.name,
        ),
      );
    }
  }

  /** Removes the tester of the row, or those that are chosen. */
  async removeTesters(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Appcircle: Remove Testers');
    const chosen = await this.choose(argument, title, 'editable');
    if (!chosen) {
      return;
    }
    const { group } = chosen;
    const tester = testerOf(argument);
    if (!tester && group.testers.length === 0) {
      showEmpty(group);
      return;
    }
    const before = this.unfinished?.groupId === group.id ? this.unfinished.addresses : [];
    const addresses = tester ? [tester.address] : await pickTesters(group, title, before);
    if (addresses.length > 0 && (await confirmRemoval(group, addresses)) && chosen.isCurrent()) {
      await this.removeAddresses(chosen, addresses);
    }
  }

  /** Deletes a group, after a question. */
  async remove(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Delete Testing Group'), 'editable');
    if (!chosen || !(await confirmDeletion(chosen.group)) || !chosen.isCurrent()) {
      return;
    }
    const { client, group } = chosen;
    const name = group.name;
    await withCancellableProgress(vscode.l10n.t('Deleting {0}…', name), (signal) =>
      // The server may do it in a task.
      this.deps.activity.track(() =>
        this.changes.remove(chosen, () => deleteGroup(client, group.id, signal)),
      ),
    );
    this.showStatus(chosen, vscode.l10n.t('Deleted the testing group {0}.', group.name));
  }

  /** Copies all addresses of a group, one a line. */
  async copyTesters(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Copy Tester Addresses'));
    if (!chosen) {
      return;
    }
    const addresses = sortedTesters(chosen.group);
    if (addresses.length === 0) {
      showEmpty(chosen.group);
      return;
    }
    await vscode.env.clipboard.writeText(addresses.join('\n'));
    showStatus(
      addresses.length === 1
        ? vscode.l10n.t('1 address copied.')
        : vscode.l10n.t('{0} addresses copied.', numberText(addresses.length)),
    );
  }

  async copyId(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Copy Testing Group ID'));
    if (chosen) {
      await vscode.env.clipboard.writeText(chosen.group.id);
    }
  }

  async showAsJson(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Show Testing Group as JSON'));
    if (chosen) {
      const { account, group } = chosen;
      await this.deps.documents.show(
        account.credentialId,
        ['testingGroups', group.id, group.name],
        group.raw,
      );
    }
  }

  async goTo(argument: unknown): Promise<void> {
    const chosen = await this.choose(argument, vscode.l10n.t('Appcircle: Go to Testing Group'));
    if (chosen) {
      await this.deps.reveal(chosen.group.id);
    }
  }

  private choose(
    argument: unknown,
    title: string,
    which: 'any' | 'editable' = 'any',
  ): Promise<ChosenGroup | undefined> {
    return chooseGroup(this.deps, argument, title, which);
  }

  private async askTesters(chosen: ChosenGroup, prompt: string): Promise<void> {
    const { client, group } = chosen;
    const added = await askTesters({
      prompt,
      present: group.testers,
      add: async (addresses, signal) => {
        const result = await submitWrite(chosen, () =>
          this.changes.edit(chosen, [...group.testers, ...addresses], () =>
            addTesters(client, group.id, addresses, signal),
          ),
        );
        return 'refused' in result ? result.refused : undefined;
      },
    });
    if (added && chosen.isCurrent()) {
      const { text, place } = addedText(added, group.name);
      if (place === 'message') {
        void showWarning(text);
      } else {
        showStatus(text);
      }
    }
  }

  private async removeAddresses(chosen: ChosenGroup, addresses: readonly string[]): Promise<void> {
    const { client, group } = chosen;
    const gone = new Set(addresses);
    const left = group.testers.filter((address) => !gone.has(address));
    this.unfinished = { groupId: group.id, addresses };
    await withCancellableProgress(vscode.l10n.t('Removing testers from {0}…', group.name), (signal) =>
      this.changes.edit(chosen, left, () => removeTesters(client, group.id, addresses, signal)),
    );
    this.unfinished = undefined;
    this.showStatus(
      chosen,
      addresses.length === 1
        ? vscode.l10n.t('Removed 1 tester from {0}.', group.name)
        : vscode.l10n.t('Removed {0} testers from {1}.', numberText(addresses.length), group.name),
    );
  }

  /** Another account's person is not told of groups that are not theirs. */
  private showStatus(chosen: ChosenGroup, text: string): void {
    if (chosen.isCurrent()) {
      showStatus(text);
    }
  }
}

/** A conflict is about the name: nobody else has changed a group that does not exist yet. */
function createRefusal(failure: Failure): string {
  return failure.kind === 'conflict'
    ? vscode.l10n.t('This name is already in use.')
    : validationTextOf(failure);
}
