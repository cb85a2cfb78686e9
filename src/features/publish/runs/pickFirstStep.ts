import * as vscode from 'vscode';
import type { PublishStep } from '../../../api/publish/model';
import { showPick } from '../../../ui/dialogs/picks';
import { publishStatusText } from '../../../ui/text/statusText';

interface StepPick extends vscode.QuickPickItem {
  first: PublishStep | 'beginning';
}

/** Lets a person choose at which step a run begins. Undefined for Esc. */
export async function pickFirstStep(
  steps: readonly PublishStep[],
  title: string,
): Promise<PublishStep | 'beginning' | undefined> {
  const [, ...others] = steps;
  if (others.length === 0) {
    return 'beginning';
  }
  const rows: StepPick[] = [
    {
      first: 'beginning',
      label: vscode.l10n.t('From the Beginning'),
      iconPath: new vscode.ThemeIcon('play'),
    },
    { first: 'beginning', label: vscode.l10n.t('at a step'), kind: vscode.QuickPickItemKind.Separator },
    ...others.map((step): StepPick => ({
      first: step,
      label: step.name,
      // Before its first run that would stand beside every one.
      ...(step.status !== 'notStarted' && { description: publishStatusText(step.status) }),
      iconPath: new vscode.ThemeIcon('debug-step-into'),
    })),
  ];
  const placeHolder = vscode.l10n.t('Select where the publish run starts');
  return (await showPick(rows, { title, placeHolder }))?.first;
}
