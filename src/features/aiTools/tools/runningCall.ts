import * as vscode from 'vscode';
import { accountName } from '../../../account/account';
import { aiAccessOf } from '../../../account/accountMetadata';
import { currentScope } from '../../../account/commandScope';
import { Disposables } from '../../../support/disposables';
import { toolClasses, type ToolName } from '../../../toolNames';
import type { ToolCall } from '../../../ui/tools/tool';
import { ToolError } from '../../../ui/tools/toolError';
import { allowsTool, type LocalToolsDeps } from './deps';

/** Agents run a few tools at once. Each call may send several requests, at once as well. */
const MAX_RUNNING = 16;

/** Of this window, in all tools. */
let runningNow = 0;

/**
 * One call of a tool while it runs: whom it is for, fixed when it begins, and whether it may still go on. It ends at once
 * when whoever called cancels, and when the account or its level of access changes.
 */
export class RunningCall implements vscode.Disposable {
  readonly call: ToolCall;
  /** What a person calls the account. Untrusted text. */
  readonly accountName: string;
  private readonly abort = new AbortController();
  private readonly ended = new Promise<void>((resolve) => {
    this.abort.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  private readonly disposables = new Disposables();

  /** Throws a `ToolError` where the tool may not be run now. */
  constructor(
    private readonly name: ToolName,
    private readonly deps: LocalToolsDeps,
    private readonly token: vscode.CancellationToken,
  ) {
    const scope = currentScope(deps);
    const session = deps.sessions.current;
    if (!scope || session.kind !== 'signedIn') {
      throw new ToolError(
        vscode.l10n.t('No one is signed in to Appcircle. Ask the person to run Appcircle: Sign In.'),
      );
    }
    this.accountName = accountName(scope.account, session.names);
    this.call = { scope, signal: this.abort.signal, now: Date.now() };
    this.throwIfEnded();
    if (runningNow >= MAX_RUNNING) {
      throw new ToolError(
        vscode.l10n.t('Too many calls are running. Wait for some of them before you run the tool again.'),
      );
    }
    runningNow++;
    this.disposables.add({ dispose: () => runningNow-- });
    const look = () => {
      if (token.isCancellationRequested || !scope.isCurrent() || !this.isAllowed) {
        this.abort.abort();
      }
    };
    this.disposables.add(token.onCancellationRequested(look));
    this.disposables.add(deps.sessions.onDidChange(look));
    this.disposables.add(deps.metadata.onDidChange(look));
  }

  /** What `work` gives, or the end of the call, whichever comes first: nothing that does not end keeps an agent waiting. */
  async orEnd<T>(work: Promise<T>): Promise<T> {
    try {
      await Promise.race([work, this.ended]);
    } catch (error) {
      // What is left of a call that was ended tells less than why it was.
      this.throwIfEnded();
      throw error;
    }
    this.throwIfEnded();
    return work;
  }

  /** Throws where the call may not go on: a cancellation, or a `ToolError` in words. */
  throwIfEnded(): void {
    if (this.token.isCancellationRequested) {
      throw new vscode.CancellationError();
    }
    if (!this.call.scope.isCurrent()) {
      throw new ToolError(
        vscode.l10n.t(
          'The active Appcircle account changed, so nothing is shown. Run the tool again if the new account is the right one.',
        ),
      );
    }
    if (!this.isAllowed) {
      throw new ToolError(
        vscode.l10n.t(
          'AI access of this Appcircle account does not allow this tool. Ask the person to run Appcircle: Set AI Access.',
        ),
      );
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private get isAllowed(): boolean {
    const { sessions, metadata } = this.deps;
    return allowsTool(aiAccessOf(sessions.current, metadata), toolClasses[this.name]);
  }
}
