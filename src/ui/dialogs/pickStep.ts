import * as vscode from 'vscode';
import { isFailure, isInconclusive } from '../../api/failure';
import { foldText } from '../../support/foldText';
import { failureText } from '../failures/failureText';
import type { SubmitResult } from './askText';
import { keepFound } from './foldedPick';
import { showError } from './notifications';
import { createPick } from './picks';

/** A question of a dialog with several, answered by choosing a row. */
export interface PickQuestion<R extends vscode.QuickPickItem, T> {
  title: string;
  placeHolder: string;
  /** What stands there instead where there are no rows. */
  emptyText?: string;
  /** Whether there is a question before this one. */
  canGoBack: boolean;
  /** Asked for once the pick is open. */
  rows: (signal: AbortSignal) => readonly R[] | Promise<readonly R[]>;
  /** The row that is taken without a question, where there is one. */
  onlyRow?: (rows: readonly R[]) => R | undefined;
  /** A row for what was typed, above the others. Local and instant (T7). */
  rowFor?: (typed: string) => R | undefined;
  /**
   * Told the row that was chosen, with the pick busy. Refused keeps it open, with the reason in it. Once the pick is
   * closed the signal is aborted, and the question still ends as this does.
   */
  accept: (row: R, signal: AbortSignal) => Promise<SubmitResult<T>>;
}

interface AgainRow extends vscode.QuickPickItem {
  /** It is the one that tries again. */
  isAgain?: true;
}

/**
 * Lets a person choose a row, found in any spelling; what is called exactly as they type is the one that Enter takes.
 * `skipped` where nobody had to, `back` for the question before, undefined when it was closed. Where the rows cannot be
 * had for a reason that may pass, the pick says so and tries again; otherwise this fails as `rows` and `accept` do.
 */
export function pickStep<R extends vscode.QuickPickItem, T>(
  question: PickQuestion<R, T>,
): Promise<T | 'skipped' | 'back' | undefined> {
  return new Promise((resolve, reject) => {
    new StepPick(question, resolve, reject).open();
  });
}

class StepPick<R extends vscode.QuickPickItem, T> {
  private readonly pick = createPick<AgainRow>();
  private readonly closed = new AbortController();
  private rows: readonly R[] = [];
  /** Why nothing came of it, and another try. */
  private again: { sentence: string; run: () => Promise<void> } | undefined;
  private isAccepting = false;

  constructor(
    private readonly question: PickQuestion<R, T>,
    private readonly resolve: (end: T | 'skipped' | 'back' | undefined) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  open(): void {
    const { pick, question } = this;
    pick.title = question.title;
    pick.placeholder = question.placeHolder;
    pick.matchOnDescription = true;
    pick.ignoreFocusOut = true;
    pick.busy = true;
    pick.buttons = question.canGoBack ? [vscode.QuickInputButtons.Back] : [];
    pick.onDidChangeValue(() => {
      this.show();
    });
    pick.onDidTriggerButton(() => {
      this.end('back');
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      // Where nothing matches there is nothing to take, and what was typed stays.
      if (chosen && !pick.busy) {
        this.run(() => (chosen.isAgain ? this.again?.run() : this.submit(chosen as R)));
      }
    });
    pick.onDidHide(() => {
      this.closed.abort();
      if (!this.isAccepting) {
        this.resolve(undefined);
      }
      pick.dispose();
    });
    pick.show();
    this.run(() => this.fill());
  }

  private async fill(): Promise<void> {
    this.again = undefined;
    this.pick.busy = true;
    try {
      this.rows = await this.question.rows(this.closed.signal);
    } catch (error) {
      if (!isFailure(error) || !isInconclusive(error)) {
        throw error;
      }
      this.again = { sentence: failureText(error).sentence, run: () => this.fill() };
    }
    if (this.closed.signal.aborted) {
      return;
    }
    this.pick.busy = false;
    this.show();
    const only = this.again ? undefined : this.question.onlyRow?.(this.rows);
    if (only) {
      await this.submit(only, 'skipped');
    } else if (this.rows.length === 0 && !this.again) {
      this.pick.placeholder = this.question.emptyText ?? this.question.placeHolder;
    }
  }

  private async submit(row: R, end?: 'skipped'): Promise<void> {
    this.setBusy(true);
    this.isAccepting = true;
    const result = await this.question.accept(row, this.closed.signal);
    this.isAccepting = false;
    if ('done' in result) {
      this.end(end ?? result.done);
    } else if (this.closed.signal.aborted) {
      void showError(result.refused);
      this.resolve(undefined);
    } else {
      this.setBusy(false);
      this.again = { sentence: result.refused, run: () => this.submit(row, end) };
      this.show();
    }
  }

  private show(): void {
    const { pick, again, question } = this;
    const typed = pick.value.trim();
    const label = vscode.l10n.t('Try Again');
    const iconPath = new vscode.ThemeIcon('error');
    const forTyped = typed === '' ? undefined : question.rowFor?.(typed);
    pick.items = [
      ...(again
        ? [{ isAgain: true, label, detail: again.sentence, alwaysShow: true, iconPath } as const]
        : []),
      ...(forTyped ? [forTyped] : []),
      ...this.rows,
    ];
    keepFound(pick, typed);
    const active = again ? pick.items[0] : findCalled(pick.items, typed);
    if (active) {
      pick.activeItems = [active];
    }
  }

  private setBusy(busy: boolean): void {
    this.pick.busy = busy;
    this.pick.enabled = !busy;
  }

  private end(result: T | 'skipped' | 'back'): void {
    this.resolve(result);
    this.pick.hide();
  }

  private run(work: () => Promise<void> | undefined): void {
    Promise.resolve(work()).catch((error: unknown) => {
      this.reject(error);
      this.pick.hide();
    });
  }
}

/** The row that is called so: to the letter, or else in any spelling. */
function findCalled<R extends vscode.QuickPickItem>(items: readonly R[], typed: string): R | undefined {
  const named = items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  const wanted = foldText(typed);
  return wanted === ''
    ? undefined
    : (named.find(({ label }) => label === typed) ?? named.find(({ label }) => foldText(label) === wanted));
}
