import * as vscode from 'vscode';
import type { AccountMemento } from '../../../account/accountMemento';
import { currentScope, type CommandScope, type ScopeSource } from '../../../account/commandScope';
import type { SigningIdentity } from '../../../api/signing/identities';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import type { Log } from '../../../support/log';
import { showWarning } from '../../../ui/dialogs/notifications';
import { showPick } from '../../../ui/dialogs/picks';
import { beginCommand } from '../../../ui/ensureSignedIn';
import { showStatus } from '../../../ui/statusBar';
import type { SigningLists } from '../signingLists';
import { dueEnds, parseReminders, toldState } from './dueEnds';
import { reminderText } from './reminderText';

const DAY = 24 * 3600 * 1000;

/** The lists are asked for no more often than this to remind somebody, in milliseconds. */
const PAUSE = DAY / 2;

/** What that takes. */
export interface SigningRemindersDeps extends ScopeSource {
  readonly lists: SigningLists;
  readonly log: Log;
  readonly stored: AccountMemento;
  /** Opens the view, and selects a row. */
  readonly reveal: (identity: SigningIdentity) => Promise<unknown>;
}

/**
 * Reminds of what ends, where somebody wanted that: in the focused window, once across windows for each threshold (R52).
 * Of whom nothing is remembered is not reminded, and not asked for.
 */
export class SigningReminders implements Disposable {
  private readonly disposables = new Disposables();
  /** By account: when the lists were asked for, in milliseconds since 1970. */
  private readonly checked = new Map<string, number>();

  constructor(private readonly deps: SigningRemindersDeps) {
    this.disposables.add(
      vscode.window.onDidChangeWindowState(() => {
        void this.check();
      }),
    );
  }

  /** Lets a person turn reminders on and off for the active account. */
  async choose(): Promise<void> {
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    const { stored } = this.deps;
    const { account } = scope;
    const isOn = stored.of(account.id) !== undefined;
    const current = (on: boolean) => (on === isOn ? { description: vscode.l10n.t('current') } : {});
    const chosen = await showPick(
      [
        {
          label: vscode.l10n.t('On'),
          detail: vscode.l10n.t('30, 15, 7, 3, and 1 day before something ends, and on the day'),
          on: true,
          ...current(true),
        },
        { label: vscode.l10n.t('Off'), on: false, ...current(false) },
      ],
      {
        title: vscode.l10n.t('Appcircle: Set Signing Expiry Reminders'),
        placeHolder: vscode.l10n.t('Remind you before certificates, profiles, and keystores end?'),
      },
    );
    if (!chosen || !scope.isCurrent() || chosen.on === isOn) {
      return;
    }
    await stored.set(account, chosen.on ? { told: {} } : undefined);
    showStatus(
      chosen.on ? vscode.l10n.t('Signing reminders are on.') : vscode.l10n.t('Signing reminders are off.'),
    );
    this.checked.delete(account.id);
    await this.check();
  }

  /** Tells what is due. What fails is for the log: nobody asked. */
  async check(): Promise<void> {
    const scope = currentScope(this.deps);
    if (!scope || !this.isDue(scope)) {
      return;
    }
    const { lists, stored, log } = this.deps;
    const { account } = scope;
    const isFirst = !this.checked.has(account.id);
    this.checked.set(account.id, Date.now());
    try {
      if (!isFirst) {
        lists.forget();
      }
      const all = await lists.all();
      const state = parseReminders(stored.of(account.id));
      const due = state && scope.isCurrent() ? dueEnds(all, state) : [];
      if (due.length > 0) {
        // Stored before it is shown, so that another window does not say it again.
        await stored.set(account, toldState(all));
        await this.tell(scope, due);
      }
    } catch (error) {
      log.warn(`signing reminders: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private isDue({ account }: CommandScope): boolean {
    const last = this.checked.get(account.id) ?? -Infinity;
    return (
      vscode.window.state.focused &&
      this.deps.stored.of(account.id) !== undefined &&
      Date.now() - last >= PAUSE
    );
  }

  private async tell({ account }: CommandScope, due: readonly SigningIdentity[]): Promise<void> {
    const { stored, reveal } = this.deps;
    const show = vscode.l10n.t('Show');
    const later = vscode.l10n.t('Later');
    const never = vscode.l10n.t('Never');
    const pressed = await showWarning(reminderText(due), show, later, never);
    const [first] = due;
    if (pressed === show && first) {
      await reveal(first);
    } else if (pressed === later) {
      // What was told comes again.
      await stored.set(account, { told: {}, snoozedUntil: Date.now() + DAY });
    } else if (pressed === never) {
      await stored.set(account, undefined);
    }
  }
}
