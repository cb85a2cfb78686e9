import * as vscode from 'vscode';
import { askInModal } from '../../../ui/dialogs/notifications';
import type { ToolPlan } from '../../../ui/tools/tool';
import { ToolError } from '../../../ui/tools/toolError';

/** Of the whole window: whoever runs tools a hundred times must not bury a person in questions. */
let isAsking = false;

/** Asks for a yes in a modal of ours. Throws where the answer is no, and while another of these questions is open. */
export async function confirmPlan({ title, lines, button }: ToolPlan): Promise<void> {
  if (isAsking) {
    throw new ToolError(
      vscode.l10n.t(
        'The person is being asked about another call. Nothing was done. Run the tool again once that is done.',
      ),
    );
  }
  isAsking = true;
  try {
    const who = vscode.l10n.t('An AI agent or another extension requested this.');
    if ((await askInModal(title, [who, lines], button)) !== button) {
      throw new ToolError(vscode.l10n.t('The person declined. Nothing was done.'));
    }
  } finally {
    isAsking = false;
  }
}
