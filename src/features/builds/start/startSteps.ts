import { l10n } from 'vscode';
import type { Branch, BuildProfile, Configuration, Workflow } from '../../../api/builds/model';
import type { StepResult } from '../../../ui/dialogs/runSteps';
import { branchRows, configurationRows, profileRows, workflowRows } from './choiceRows';
import type { StartDialog } from './startDialog';

/** The profile, where the command was not run on one. */
export async function askProfile(dialog: StartDialog, canGoBack: boolean): Promise<StepResult> {
  const { choices, known, options } = dialog;
  if (known.profile) {
    choices.profile = known.profile;
    return 'skipped';
  }
  const lastId = options.last()?.profileId;
  return dialog.ask<BuildProfile>(canGoBack, {
    placeHolder: l10n.t('Select a build profile'),
    emptyText: l10n.t('This organization has no build profiles yet'),
    rows: async () => {
      const all = await options.profiles();
      const last = all.find(({ id }) => id === lastId);
      return profileRows({ all, last }, (profile) => options.workspace.isHere(profile));
    },
    isLast: ({ id }) => id === lastId,
    choose: (profile) => {
      choices.profile = profile;
    },
  });
}

/** The branch of the profile. */
export async function askBranch(dialog: StartDialog, canGoBack: boolean): Promise<StepResult> {
  const { choices, known, options, last } = dialog;
  const { profile } = choices;
  const { branch } = known;
  if (branch?.id !== undefined) {
    choices.branch = { ...branch, id: branch.id };
    return 'skipped';
  }
  if (!profile) {
    return undefined;
  }
  return dialog.ask<Branch>(canGoBack, {
    placeHolder: l10n.t('Select a branch'),
    emptyText: l10n.t('{0} has no branches yet', profile.name),
    rows: async () => {
      const all = await options.lists.branches(profile.id);
      const lastOne = all.find(({ id }) => id === last?.branchId);
      return branchRows({ all, last: lastOne }, options.workspace.checkedOut(profile)?.branch);
    },
    isKnown: ({ name }) => name === branch?.name,
    isLast: ({ id }) => id === last?.branchId,
    choose: (chosen) => {
      choices.branch = chosen;
    },
  });
}

/** The workflow, where the profile has several. */
export function askWorkflow(dialog: StartDialog, canGoBack: boolean): Promise<StepResult> {
  const { choices, known, options, last } = dialog;
  const { profileId, branchId } = placeOf(dialog);
  const { workflowId, workflowName } = known;
  return dialog.ask<Workflow>(canGoBack, {
    placeHolder: l10n.t('Select a workflow'),
    rows: async () => {
      const [all, configurations] = await Promise.all([
        options.lists.workflows(profileId),
        options.lists.configurations(profileId, branchId),
      ]);
      const configuration = configurations.find(({ id }) => id === last?.configurationId);
      return workflowRows({ all, last: all.find(({ id }) => id === last?.workflowId) }, configuration?.name);
    },
    isKnown: ({ id, name }) => (workflowId === undefined ? name === workflowName : id === workflowId),
    isLast: ({ id }) => id === last?.workflowId,
    choose: (workflow) => {
      choices.workflow = workflow;
    },
    isOptional: true,
  });
}

/** The configuration, where there are several. */
export function askConfiguration(dialog: StartDialog, canGoBack: boolean): Promise<StepResult> {
  const { choices, known, options, last } = dialog;
  const { profileId, branchId } = placeOf(dialog);
  return dialog.ask<Configuration>(canGoBack, {
    placeHolder: l10n.t('Select a configuration'),
    rows: async () => {
      const all = await options.lists.configurations(profileId, branchId);
      return configurationRows({ all, last: all.find(({ id }) => id === last?.configurationId) });
    },
    isKnown: ({ id }) => id === known.configurationId,
    isLast: ({ id }) => id === last?.configurationId,
    choose: (configuration) => {
      choices.configuration = configuration;
    },
    isOptional: true,
  });
}

/** The branch that was chosen. */
export function placeOf({ choices }: StartDialog): { profileId: string; branchId: string } {
  return { profileId: choices.profile?.id ?? '', branchId: choices.branch?.id ?? '' };
}
