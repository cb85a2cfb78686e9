import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { Command, Setting } from '../../../contributions';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { showInformation, showWarning } from '../../../ui/dialogs/notifications';
import { buildStatusIcon } from '../tree/statusText';
import { buildStatusText } from '../../../ui/text/statusText';
import type { BuildState } from './buildState';
import type { BuildWatch } from './buildWatch';
import { endsText, isBad } from './endsText';
import { nodeOfState } from './nodeOfState';
import type { RememberedStarts } from './rememberedStarts';

/** Ends within so many milliseconds are told together. */
const GATHER_MS = 2_000;
/** From one message to the next at least. */
const PAUSE_MS = 10_000;

/** What telling of ends takes. */
export interface EndNoticesDeps {
  sessions: SessionStore;
  watch: Pick<BuildWatch, 'onDidEnd'>;
  /** Whether this branch of a profile is checked out in the workspace. */
  isCheckedOut: (profileId: string, branchName: string) => boolean;
  /** What is remembered until its end was told. */
  starts: Pick<RememberedStarts, 'remove'>;
}

/**
 * Tells of builds that ended, of those that this window saw under way and that a person wants to hear of (R43): once,
 * with others that end at about the same time, failures first. Nothing else here opens a message by itself.
 */
export class EndNotices implements Disposable {
  private waiting: BuildState[] = [];
  private timer: NodeJS.Timeout | undefined;
  private lastMessage = -Infinity;
  private readonly disposables = new Disposables();

  constructor(private readonly deps: EndNoticesDeps) {
    let { account } = deps.sessions;
    this.disposables.add(
      deps.watch.onDidEnd((end) => {
        if (this.isWanted(end)) {
          this.waiting.push(end);
          this.plan();
        } else {
          this.forget(end);
        }
      }),
    );
    this.disposables.add(
      deps.sessions.onDidChange(() => {
        // Nobody hears of builds of an account that they left.
        if (deps.sessions.account?.id !== account?.id) {
          this.waiting = [];
        }
        account = deps.sessions.account;
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private isWanted({ status, startedHere, canceledHere, profile, branch }: BuildState): boolean {
    const wanted = vscode.workspace.getConfiguration().get<string>(Setting['builds.notify'], 'startedHere');
    // Who canceled it knows.
    if (wanted === 'off' || status === 'unknown' || canceledHere) {
      return false;
    }
    return startedHere || (wanted === 'myBranch' && this.deps.isCheckedOut(profile.id, branch.name));
  }

  /** A person heard of it, or does not want to. */
  private forget({ queueItemId }: BuildState): void {
    const { sessions, starts } = this.deps;
    void (sessions.account && starts.remove(sessions.account, queueItemId));
  }

  private plan(): void {
    const pause = Math.max(GATHER_MS, this.lastMessage + PAUSE_MS - Date.now());
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.tell();
    }, pause);
  }

  private async tell(): Promise<void> {
    const ends = this.waiting.sort((a, b) => Number(isBad(b.status)) - Number(isBad(a.status)));
    this.waiting = [];
    const [first] = ends;
    if (!first) {
      return;
    }
    this.lastMessage = Date.now();
    ends.forEach((end) => {
      this.forget(end);
    });
    const { account } = this.deps.sessions;
    const again = vscode.l10n.t('Start Again');
    const upload = vscode.l10n.t('Upload');
    const failures = ends.filter(({ status }) => isBad(status));
    const [failed] = failures;
    const only = failures.length === 1 || ends.length === 1 ? (failed ?? first) : undefined;
    const more = only && (isSuccess(only) ? upload : again);
    const show = failed ? showWarning : showInformation;
    const openLog = vscode.l10n.t('Open Log');
    const pressed = await show(endsText(ends), openLog, ...(more === undefined ? [] : [more]));
    if (pressed === undefined || this.deps.sessions.account?.id !== account?.id) {
      return;
    }
    if (pressed === openLog) {
      const wanted = only ?? (await pickEnd(failures.length > 0 ? failures : ends));
      await (wanted && vscode.commands.executeCommand(Command.showBuildLog, nodeOfState(wanted)));
    } else if (only) {
      const command = pressed === upload ? Command.uploadArtifact : Command.startBuildAgain;
      await vscode.commands.executeCommand(command, nodeOfState(only));
    }
  }
}

function isSuccess({ status }: BuildState): boolean {
  return status === 'succeeded' || status === 'succeededWithWarnings';
}

async function pickEnd(ends: readonly BuildState[]): Promise<BuildState | undefined> {
  const rows = ends.map((end) => ({
    label: vscode.l10n.t('{0} · {1}', end.profile.name, end.branch.name),
    description: buildStatusText(end.status),
    iconPath: buildStatusIcon(end.status),
    end,
  }));
  const placeHolder = vscode.l10n.t('Select a build to open its log');
  return (await pickFolded(rows, { title: vscode.l10n.t('Appcircle: Show Build Log'), placeHolder }))?.end;
}
