import * as vscode from 'vscode';
import { Command, LogStatusBarItemId } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { contextKey } from '../../../ui/contextKeys';
import { SafeMarkdown } from '../../../ui/documents/safeMarkdown';
import { showStatus } from '../../../ui/statusBar';
import { failureText } from '../../../ui/failures/failureText';
import { StatusBarEntry } from '../../../ui/statusBarEntry';
import { mayHaveFailure } from './landing';
import type { LogDocument } from './logDocument';
import { isUnderWay } from './logState';
import type { OpenLogs } from './openLogs';

/** Says of the log in the active editor whether its end is followed; a click follows it again (R44). */
export class LogStatus implements Disposable {
  private readonly disposables = new Disposables();
  /** The log that was followed when it was last looked at. */
  private followed: LogDocument | undefined;
  private readonly setKey = contextKey('appcircle.buildLog');
  private readonly setSubject = contextKey('appcircle.logOf');
  private readonly setFailure = contextKey('appcircle.logFailure');
  private readonly item = this.disposables.add(
    new StatusBarEntry(vscode.l10n.t('Appcircle Build Log'), LogStatusBarItemId),
  );

  constructor(private readonly logs: OpenLogs) {
    const update = () => {
      this.update();
    };
    this.disposables.add(vscode.window.onDidChangeActiveTextEditor(update));
    this.disposables.add(logs.onDidChange(update));
    update();
  }

  dispose(): void {
    this.setKey('none');
    this.setSubject('none');
    this.setFailure('none');
    this.disposables.dispose();
  }

  private update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const log = uri && this.logs.find(uri);
    this.setSubject(log?.subject ?? 'none');
    this.setFailure(log && mayHaveFailure(log) ? 'some' : 'none');
    if (!log || !isUnderWay(log.state)) {
      this.setKey(log ? 'over' : 'none');
      if (log?.state.kind === 'failed' && log.text.lines.length > 0) {
        this.showBroken(failureText(log.state.failure).sentence);
      } else {
        this.item.hide();
      }
      return;
    }
    const { isFollowing } = log.following;
    const isEnding = log.state.kind === 'closing';
    this.setKey(isFollowing ? 'following' : 'paused');
    if (isEnding && !isFollowing) {
      // What is left of it is its end.
      this.item.hide();
    } else {
      this.show(log, isFollowing);
    }
    if (this.followed === log && !isFollowing && !isEnding) {
      // A screen reader says nothing of an item that changes.
      showStatus(vscode.l10n.t('Stopped following the log'));
    }
    this.followed = isFollowing ? log : undefined;
  }

  /** The lines that are there look like all of it. */
  private showBroken(sentence: string): void {
    const text = vscode.l10n.t('Log incomplete');
    this.item.show({
      icon: 'warning',
      text,
      tooltip: new SafeMarkdown().paragraph(sentence).paragraph(vscode.l10n.t('Select to try again.')).value,
      spoken: `${text}. ${sentence}`,
      command: Command.followBuildLog,
      warns: true,
    });
  }

  private show({ state }: LogDocument, isFollowing: boolean): void {
    const text = isFollowing ? followingText(state.kind) : vscode.l10n.t('Follow Log');
    const spoken = isFollowing
      ? text
      : vscode.l10n.t('Not following the end of the log. Select to follow it.');
    this.item.show({
      icon: isFollowing ? 'arrow-down' : 'debug-pause',
      text,
      tooltip: new SafeMarkdown().paragraph(spoken).value,
      spoken,
      command: Command.followBuildLog,
      warns: false,
    });
  }
}

function followingText(kind: LogDocument['state']['kind']): string {
  switch (kind) {
    case 'waiting':
      return vscode.l10n.t('Waiting for the log');
    case 'retrying':
      return vscode.l10n.t('Log: trying again');
    default:
      return vscode.l10n.t('Following log');
  }
}
