import * as vscode from 'vscode';
import type { LogStep } from '../../../api/builds/log/logSteps';
import { durationText } from '../../../ui/text/transferText';

/** What a step is called. Untrusted text. */
export function stepName({ name }: LogStep): string {
  return name === '' ? vscode.l10n.t('Step') : name;
}

/** How it is, and how long it took or has taken. */
export function stepFacts(step: LogStep, now: number): string[] {
  const { startedAt, endedAt, state } = step;
  const until = endedAt ?? (state === 'running' ? now : undefined);
  const took = startedAt === undefined || until === undefined ? undefined : Math.max(0, until - startedAt);
  return [stateText(state), ...(took === undefined ? [] : [durationText(took)])].filter(
    (fact) => fact !== '',
  );
}

function stateText(state: LogStep['state']): string {
  switch (state) {
    case 'running':
      return vscode.l10n.t('Running');
    case 'completed':
      return '';
    case 'failed':
      return vscode.l10n.t('Failed');
    case 'unknown':
      return vscode.l10n.t('Did not end');
  }
}
