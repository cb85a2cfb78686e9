import { l10n } from 'vscode';
import type { Account } from '../../../account/account';
import type { AccountDataRegistry } from '../../../account/accountData';
import type { AccountMemento } from '../../../account/accountMemento';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import type { BuildProfile, StartedBuild } from '../../../api/builds/model';
import { WITH_VARIABLES } from '../../../api/builds/routes';
import type { Disposable } from '../../../support/emitter';
import { runSteps } from '../../../ui/dialogs/runSteps';
import { beginCommand } from '../../../ui/ensureSignedIn';
import type { BuildNode } from '../buildNodes';
import { branchOf, buildOf, buildProfileOf } from '../rowArguments';
import { askCommit } from './askCommit';
import { confirmStart } from './confirmStart';
import { LastStarts, type LastStart } from './lastStarts';
import { RecentStarts } from './recentStarts';
import type { CompleteChoices, KnownChoices } from './startChoices';
import { StartDialog, type StartWorkspace } from './startDialog';
import { StartLists, type StartRequests } from './startLists';
import { beginBuild, startedAgo, startOnce, type StartWatch } from './startOnce';
import { askBranch, askConfiguration, askProfile, askWorkflow } from './startSteps';

/** What starting takes. */
export interface BuildStartsDeps extends ScopeSource {
  accountData: AccountDataRegistry;
  profiles: () => Promise<readonly BuildProfile[]>;
  workspace: StartWorkspace;
  lastStarts: AccountMemento;
  watch: StartWatch;
  requests: StartRequests;
  /** The row of the build whose log a command was run on. */
  buildOfLog: (argument: unknown) => Promise<BuildNode | undefined>;
}

/** Start Build and Start Build Again. */
export class BuildStarts implements Disposable {
  private readonly last: LastStarts;
  private readonly recent = new RecentStarts();
  private readonly subscription: Disposable;

  constructor(private readonly deps: BuildStartsDeps) {
    this.last = new LastStarts(deps.lastStarts);
    this.subscription = deps.accountData.add((retained) => {
      this.recent.retainAccounts(retained);
    });
  }

  /** On a profile, a branch, a build, whose commit it is then, or on nothing. Ends silently when a question was closed. */
  async start(argument: unknown): Promise<void> {
    await this.run(startTitle, knownOf(argument));
  }

  /** The commit of a build, or of the build of a log, once more as that was built. On neither, all is asked for. */
  async startAgain(argument: unknown): Promise<void> {
    const build = (await this.deps.buildOfLog(argument)) ?? argument;
    await this.run(startAgainTitle, this.againOf(build));
  }

  /** How a build of a profile was started last. */
  lastOf({ id }: Pick<Account, 'id'>, profileId: string): LastStart | undefined {
    return this.last.of(id, profileId);
  }

  /** As `startedAgo` tells it. */
  startedAgo(commitId: string): number | undefined {
    return startedAgo({ ...this.deps, recent: this.recent }, commitId);
  }

  /** Starts what was asked about elsewhere, so that rows and the next question know of it. Fails as a request does. */
  begin(scope: CommandScope, choices: CompleteChoices): Promise<StartedBuild> {
    return beginBuild({ ...this.deps, last: this.last, recent: this.recent, scope }, choices);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private againOf(argument: unknown): KnownChoices {
    const node = buildOf(argument);
    const known = knownOf(argument);
    return node && known.commit
      ? {
          ...known,
          workflowName: node.build.workflowName,
          ...this.recent.choicesOf(node.queueItemId ?? node.build.id),
        }
      : known;
  }

  private async run(title: (what: string) => string, known: KnownChoices): Promise<void> {
    const scope = await beginCommand(this.deps);
    if (!scope) {
      return;
    }
    const { profiles, workspace, requests } = this.deps;
    await workspace.load();
    const dialog = new StartDialog(
      {
        title,
        profiles,
        lists: new StartLists(scope.client, requests),
        workspace,
        last: (profileId) => this.last.of(scope.account.id, profileId),
        acceptsVariables: () => !scope.client.missingRoutes.has(WITH_VARIABLES),
        lookForVariables: () => {
          // Where nobody says it, the start tells.
          void requests.canStartWithVariables(scope.client).catch(() => undefined);
        },
        start: (choices) => startOnce({ ...this.deps, last: this.last, recent: this.recent, scope }, choices),
      },
      known,
    );
    await runSteps(
      [askProfile, askBranch, askCommit, askWorkflow, askConfiguration, confirmStart].map(
        (ask) => (canGoBack) => ask(dialog, canGoBack),
      ),
    );
  }
}

function knownOf(argument: unknown): KnownChoices {
  const build = buildOf(argument)?.build;
  const { profile, branch } = branchOf(argument) ?? { profile: buildProfileOf(argument) };
  return {
    ...(profile && { profile }),
    // Of what only a dashboard told the name is known.
    ...(branch && { branch: branch.id === '' ? { name: branch.name } : branch }),
    ...(build?.commitId !== undefined && {
      commit: { id: build.commitId, hash: build.hash ?? '', subject: build.subject ?? '' },
    }),
  };
}

function startTitle(what: string): string {
  return what === '' ? l10n.t('Appcircle: Start Build') : l10n.t('Appcircle: Start Build of {0}', what);
}

function startAgainTitle(what: string): string {
  return what === ''
    ? l10n.t('Appcircle: Start Build Again')
    : l10n.t('Appcircle: Start Build of {0} Again', what);
}
