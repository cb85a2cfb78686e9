import { l10n, ThemeIcon, type QuickPickItem } from 'vscode';
import { pickStep } from '../../../ui/dialogs/pickStep';
import type { StepResult } from '../../../ui/dialogs/runSteps';
import { shortHash } from '../tree/buildText';
import { askVariable } from './askVariable';
import { commitName, factsText } from './choiceRows';
import { areComplete, type CompleteChoices } from './startChoices';
import type { StartDialog } from './startDialog';

interface ConfirmRow extends QuickPickItem {
  /** The variable that is changed, empty for a new one; undefined starts the build. */
  variable?: string;
}

/** The last step: says in a line what will run, and what it costs. Enter starts it. */
export async function confirmStart(dialog: StartDialog, canGoBack: boolean): Promise<StepResult> {
  const { choices, options } = dialog;
  if (!areComplete(choices)) {
    return undefined;
  }
  for (;;) {
    const end = await pickStep<ConfirmRow, 'next' | { variable: string }>({
      title: dialog.title,
      placeHolder: l10n.t('Press Enter to start the build'),
      canGoBack,
      rows: () => rowsFor(choices, options.acceptsVariables()),
      accept: ({ variable }) =>
        variable === undefined ? options.start(choices) : Promise.resolve({ done: { variable } }),
    });
    if (typeof end !== 'object') {
      dialog.noteEnd(end);
      return end;
    }
    options.lookForVariables();
    choices.variables = await askVariable(dialog.title, end.variable, choices.variables);
  }
}

function rowsFor(choices: CompleteChoices, acceptsVariables: boolean): ConfirmRow[] {
  const { branch, commit, workflow, configuration, variables } = choices;
  // The profile is in the title: a line in a pick has room for little more than this.
  const what = [branch.name, commitText(commit), workflow?.name, configuration?.name];
  return [
    {
      label: l10n.t('Start Build'),
      description: factsText(what),
      detail: l10n.t('Uses one build of your plan'),
      iconPath: new ThemeIcon('play'),
    },
    ...Object.entries(variables).map(([variable, value]): ConfirmRow => ({
      label: variable,
      description: value,
      iconPath: new ThemeIcon('symbol-variable'),
      variable,
    })),
    ...(acceptsVariables
      ? [{ label: l10n.t('Add Variable…'), iconPath: new ThemeIcon('add'), variable: '' }]
      : []),
  ];
}

function commitText(commit: CompleteChoices['commit']): string {
  const short = shortHash(commit.hash);
  return short === undefined ? commitName(commit) : `#${short}`;
}
