import { l10n, ThemeIcon } from 'vscode';
import type { Commit } from '../../../api/builds/model';
import type { StepResult } from '../../../ui/dialogs/runSteps';
import { commitRow, commitRows, type ChoiceRow } from './choiceRows';
import type { StartDialog } from './startDialog';
import { placeOf } from './startSteps';

/** What is taken for a hash, or the beginning of one. */
const HASH = /^#?([\da-f]{7,40})$/i;

/** The commit, newest first; an older one by its hash, which is typed. */
export async function askCommit(dialog: StartDialog, canGoBack: boolean): Promise<StepResult> {
  const { choices, known, options, last } = dialog;
  if (known.commit) {
    choices.commit = known.commit;
    return 'skipped';
  }
  const place = placeOf(dialog);
  const checkedOut = choices.profile && options.workspace.checkedOut(choices.profile)?.commit;
  let all: readonly Commit[] = [];
  let wanted = '';
  return dialog.ask<Commit>(canGoBack, {
    placeHolder: l10n.t('Select a commit, or enter the hash of an older one'),
    emptyText: l10n.t('Appcircle has no commits of {0} yet', choices.branch?.name ?? ''),
    rows: async () => {
      all = await options.lists.commits(place);
      return commitRows({ all, last: last && all[0] }, checkedOut);
    },
    isLast: (commit) => commit === all[0],
    choose: (commit) => {
      choices.commit = commit;
    },
    isOpen: true,
    rowFor: (typed) => {
      wanted = HASH.exec(typed)?.[1]?.toLowerCase() ?? '';
      return wanted === '' ? undefined : rowForHash(all, wanted);
    },
    find: async (signal) => {
      const commit = await options.lists.findBuiltCommit(place, wanted, signal);
      return commit
        ? { done: commit }
        : {
            refused: l10n.t('This commit is not among the last 100 of the branch and was never built on it.'),
          };
    },
  });
}

/** Rows show the beginning of a hash: of one that is longer the editor finds none. */
function rowForHash(all: readonly Commit[], hash: string): ChoiceRow<Commit> {
  const known = all.find((commit) => commit.hash.toLowerCase().startsWith(hash));
  return known
    ? { ...commitRow(known), alwaysShow: true }
    : {
        label: l10n.t('Find Commit {0}', hash),
        description: l10n.t('not in the list'),
        iconPath: new ThemeIcon('search'),
        alwaysShow: true,
        isToFind: true,
      };
}
