import { l10n } from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import {
  addVariable,
  changeVariable,
  createVariableGroup,
  deleteVariableGroup,
  deleteVariables,
  renameVariableGroup,
} from '../../../api/variables/variableWrites';
import { foldText } from '../../../support/foldText';
import { askText, type ValidationMessage } from '../../../ui/dialogs/askText';
import { askInModal, showInformation } from '../../../ui/dialogs/notifications';
import { submitWrite } from '../../../ui/dialogs/submitWrite';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import { showStatus } from '../../../ui/statusBar';
import { numberText } from '../../../ui/text/testersText';
import { askNewVariable, askVariableValue } from './askNewVariable';
import { chooseVariable, chooseVariableGroup, type VariableChoiceDeps } from './chooseVariable';

/** What that takes. */
export interface VariableEditsDeps extends VariableChoiceDeps {
  /** Selects the row of a group that was just made, by its name: the server tells no id of it. */
  revealGroup: (name: string) => Promise<void>;
}

/** What can be done with variable groups and variables. Each takes a row, and asks for what it is run on without one. */
export class VariableEdits {
  constructor(private readonly deps: VariableEditsDeps) {}

  async createGroup(): Promise<void> {
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    // The names in use help, but nobody has to wait for them.
    this.deps.lists.groups().catch(() => undefined);
    const name = await this.askName(scope, l10n.t('Appcircle: Create Variable Group'), '', (text, signal) =>
      createVariableGroup(scope.client, text, signal),
    );
    if (name !== undefined && scope.isCurrent()) {
      showStatus(l10n.t('Created the variable group {0}.', name));
      // It is made whether the view can show it or not.
      await this.deps.revealGroup(name).catch(() => undefined);
    }
  }

  async renameGroup(argument: unknown): Promise<void> {
    const title = l10n.t('Appcircle: Rename Variable Group');
    const chosen = await chooseVariableGroup(this.deps, argument, title);
    if (chosen) {
      const { client, group } = chosen;
      await this.askName(chosen, title, group.name, (text, signal) =>
        renameVariableGroup(client, group.id, text, signal),
      );
    }
  }

  /** After a question that says what is lost. */
  async deleteGroup(argument: unknown): Promise<void> {
    const title = l10n.t('Appcircle: Delete Variable Group');
    const chosen = await chooseVariableGroup(this.deps, argument, title);
    if (!chosen) {
      return;
    }
    const { client, group } = chosen;
    const { lists } = this.deps;
    const count = await lists.variables(group.id).then(
      ({ length }) => length,
      () => undefined,
    );
    const remove = l10n.t('Delete');
    const question = l10n.t('Delete the variable group {0}?', group.name);
    if ((await askInModal(question, lossText(count), remove)) !== remove || !chosen.isCurrent()) {
      return;
    }
    await withCancellableProgress(l10n.t('Deleting {0}…', group.name), (signal) =>
      this.write(chosen, undefined, () => deleteVariableGroup(client, group.id, signal)),
    );
    showStatus(l10n.t('Deleted the variable group {0}.', group.name));
  }

  async addVariable(argument: unknown): Promise<void> {
    const title = l10n.t('Appcircle: Add Variable');
    const chosen = await chooseVariableGroup(this.deps, argument, title);
    if (!chosen) {
      return;
    }
    const { client, group } = chosen;
    let known: Awaited<ReturnType<VariableChoiceDeps['lists']['variables']>> = [];
    this.deps.lists.variables(group.id).then(
      (variables) => {
        known = variables;
      },
      () => undefined,
    );
    const key = await askNewVariable(
      title,
      group.name,
      () => known,
      (variable, signal) =>
        submitWrite(chosen, () =>
          this.write(chosen, group.id, () => addVariable(client, group.id, variable, signal)),
        ),
    );
    if (key !== undefined && chosen.isCurrent()) {
      showStatus(l10n.t('Added {0} to {1}.', key, group.name));
    }
  }

  async changeVariable(argument: unknown): Promise<void> {
    const title = l10n.t('Appcircle: Change Variable');
    const chosen = await chooseVariable(this.deps, argument, title);
    if (!chosen) {
      return;
    }
    const { client, group, variable } = chosen;
    if (variable.kind === 'file') {
      void showInformation(l10n.t('{0} holds a file. Replace it in the Appcircle dashboard.', variable.id));
      return;
    }
    const changed = await askVariableValue(title, variable, (value, signal) =>
      submitWrite(chosen, () =>
        this.write(chosen, group.id, () => changeVariable(client, group.id, value, signal)),
      ),
    );
    if (changed && chosen.isCurrent()) {
      showStatus(l10n.t('Changed {0} in {1}.', variable.id, group.name));
    }
  }

  /** After a question that says what is lost. */
  async deleteVariable(argument: unknown): Promise<void> {
    const chosen = await chooseVariable(this.deps, argument, l10n.t('Appcircle: Delete Variable'));
    if (!chosen) {
      return;
    }
    const { client, group, variable } = chosen;
    const remove = l10n.t('Delete');
    const question = l10n.t('Delete the variable {0} from {1}?', variable.id, group.name);
    const detail = l10n.t('Its value is lost, and builds no longer get it. This cannot be undone.');
    if ((await askInModal(question, detail, remove)) !== remove || !chosen.isCurrent()) {
      return;
    }
    await withCancellableProgress(l10n.t('Deleting {0}…', variable.id), (signal) =>
      this.write(chosen, group.id, () => deleteVariables(client, group.id, [variable.id], signal)),
    );
    showStatus(l10n.t('Deleted {0} from {1}.', variable.id, group.name));
  }

  private askName(
    scope: CommandScope,
    title: string,
    value: string,
    write: (name: string, signal: AbortSignal) => Promise<void>,
  ): Promise<string | undefined> {
    return askText<string>({
      title,
      prompt: l10n.t('Name of the variable group.'),
      value,
      validate: (text) => this.validateName(text.trim(), value),
      accept: (text, signal) =>
        submitWrite(scope, async () => {
          await this.write(scope, undefined, () => write(text.trim(), signal));
          return text.trim();
        }),
    });
  }

  private validateName(name: string, before: string): ValidationMessage | undefined {
    if (name === '') {
      return { severity: 'error', text: l10n.t('Enter a name.') };
    }
    const others = this.deps.lists.knownGroups.filter((group) => group.name !== before);
    return others.some((group) => !group.isInherited && foldText(group.name) === foldText(name))
      ? { severity: 'warning', text: l10n.t('A variable group named {0} already exists.', name) }
      : undefined;
  }

  /** However it ends, nobody knows how far it came: what it was of is asked for again. */
  private async write(
    { isCurrent }: CommandScope,
    groupId: string | undefined,
    work: () => Promise<void>,
  ): Promise<true> {
    const { lists } = this.deps;
    try {
      await work();
      return true;
    } finally {
      if (isCurrent()) {
        if (groupId === undefined) {
          lists.renewGroups();
        } else {
          lists.renewVariables(groupId);
        }
      }
    }
  }
}

/** What is lost with a group of so many variables, where that is known. */
function lossText(count: number | undefined): string {
  switch (count) {
    case undefined:
      return l10n.t('Its variables are lost, and builds no longer get them. This cannot be undone.');
    case 0:
      return l10n.t('It has no variables. This cannot be undone.');
    case 1:
      return l10n.t('Its only variable is lost, and builds no longer get it. This cannot be undone.');
    default:
      return l10n.t(
        'Its {0} variables are lost, and builds no longer get them. This cannot be undone.',
        numberText(count),
      );
  }
}
