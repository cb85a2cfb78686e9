import * as vscode from 'vscode';
import { BuildStatusBarItemId, Command } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { StatusBarEntry, type StatusBarState } from '../../../ui/statusBarEntry';
import { timeOfDay } from '../../../ui/text/dates';
import { shortHash } from '../tree/buildText';
import { buildStatusIcon } from '../tree/statusText';
import { buildStatusText } from '../../../ui/text/statusText';
import type { BranchBuild } from './branchBuild';
import type { BranchBuilds } from './branchBuilds';

/** A name longer than this would push its neighbors out of a narrow status bar. */
const MAX_NAME_LENGTH = 24;

/** The item in the status bar: the newest build of what is checked out. There is none where none was built. */
export class BranchItem implements Disposable {
  private readonly disposables = new Disposables();
  private readonly entry;

  constructor(private readonly builds: Pick<BranchBuilds, 'all' | 'onDidChange'>) {
    // Beside the one of the session.
    this.entry = this.disposables.add(
      new StatusBarEntry(vscode.l10n.t('Appcircle Branch Build'), BuildStatusBarItemId, 0.9),
    );
    this.disposables.add(
      builds.onDidChange(() => {
        this.show();
      }),
    );
    this.show();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private show(): void {
    const [newest, ...others] = this.builds.all;
    if (newest) {
      this.entry.show(stateOf(newest, others));
    } else {
      this.entry.hide();
    }
  }
}

function stateOf(build: BranchBuild, others: readonly BranchBuild[]): StatusBarState {
  const { profile, branchName, status } = build;
  const name = cut(profile.name);
  const statusText = buildStatusText(status);
  return {
    icon: buildStatusIcon(status).id,
    text: vscode.l10n.t('{0}: {1}', name, statusText),
    tooltip: tooltipOf(build, others),
    spoken: vscode.l10n.t('Newest build of {0}, branch {1}: {2}', profile.name, branchName, statusText),
    command: Command.showBranchBuild,
    warns: false,
  };
}

function tooltipOf(
  { profile, branchName, status, at, item, ended }: BranchBuild,
  others: readonly BranchBuild[],
) {
  const tooltip = new SafeMarkdown()
    .heading(profile.name)
    .fact(vscode.l10n.t('Branch'), branchName)
    .fact(vscode.l10n.t('Status'), buildStatusText(status))
    .fact(vscode.l10n.t('Step'), item?.stepName)
    .fact(vscode.l10n.t('Commit'), shortHash(item?.hash ?? ended?.commit?.hash))
    .fact(vscode.l10n.t('Started by'), item?.startedBy);
  if (at !== undefined) {
    tooltip.fact(item ? vscode.l10n.t('Queued') : vscode.l10n.t('Built'), timeOfDay(at));
  }
  for (const other of others) {
    const state = buildStatusText(other.status);
    tooltip.fact(vscode.l10n.t('{0} · {1}', other.profile.name, other.branchName), state);
  }
  return tooltip.value;
}

function cut(name: string): string {
  return name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH - 1).trimEnd()}…` : name;
}
