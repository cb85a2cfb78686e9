import * as vscode from 'vscode';
import { findFailure, type LogFailure } from '../../../api/builds/log/logFailure';
import { showStatus } from '../../../ui/statusBar';
import type { LogDocument } from './logDocument';
import { isUnderWay } from './logState';

/** Where the build of a log failed; undefined for one that did not, and where that is not known. */
export function failureOf(document: LogDocument): LogFailure | undefined {
  return mayHaveFailure(document) ? findFailure(document.text) : undefined;
}

/** Whether a log may have a place where its build failed, without looking for it. */
export function mayHaveFailure({ status, text }: LogDocument): boolean {
  const mayHaveFailed = status === 'failed' || status === 'timedOut' || status === 'unknown';
  return text.errorLines.length > 0 || (mayHaveFailed && text.lines.length > 0);
}

/** Puts the cursor on a line, in sight. */
export function goToLine(editor: vscode.TextEditor, line: number): void {
  const place = new vscode.Position(line, 0);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
}

/** Where a reader is brought. */
export interface LandingPlace {
  /** Whether a failure that was there before is gone to as well. */
  readonly atFailure?: boolean;
  /** A line that is gone to instead, as soon as it is there. */
  readonly line?: number | undefined;
}

/**
 * Brings the reader where they want to be without asking: to the end of a log while it comes, to the failure once it is
 * there (R45). Whoever went elsewhere stays there.
 */
export class Landing {
  private hasBegun = false;
  private isDone = false;
  private isWanted: boolean;
  private line: number | undefined;

  constructor(
    private readonly document: LogDocument,
    { atFailure = false, line }: LandingPlace = {},
  ) {
    this.isWanted = atFailure;
    this.line = line;
  }

  /** The log has other lines, or another state. */
  update(): void {
    const { document } = this;
    const { state, following } = document;
    if (this.line !== undefined) {
      this.goToPlace(this.line);
      return;
    }
    if (!this.hasBegun && (state.kind === 'running' || state.kind === 'waiting')) {
      this.hasBegun = true;
      this.isWanted = true;
      if (!following.isTouched) {
        following.start();
      }
    }
    // A marked error is where a failed build failed, whatever the last lines of its log will say.
    const isSure = !isUnderWay(state) || (state.kind === 'closing' && document.text.errorLines.length > 0);
    const [editor] = document.editors;
    if (this.isDone || !isSure || !document.isWritten || !editor) {
      return;
    }
    this.isDone = true;
    const mayGo = following.isFollowing || !following.isTouched;
    following.stop();
    const failed = document.status === 'failed' || document.status === 'timedOut';
    const failure = this.isWanted && mayGo && failed ? failureOf(document) : undefined;
    if (failure) {
      goToLine(editor, failure.line);
    }
    if (failure && this.hasBegun) {
      // Whoever does not see that the log has moved hears it.
      const { step } = failure;
      showStatus(
        step
          ? vscode.l10n.t('{0} failed', step.name)
          : document.subject === 'publish'
            ? vscode.l10n.t('The publish run failed')
            : vscode.l10n.t('The build failed'),
      );
    }
  }

  private goToPlace(line: number): void {
    const [editor] = this.document.editors;
    if (editor && editor.document.lineCount > line + 1) {
      this.line = undefined;
      this.isDone = true;
      this.document.following.stop();
      goToLine(editor, line);
    }
  }
}
