import type { Account } from '../../../account/account';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';
import type { BuildsRoomDeps } from '../deps';
import { BranchBuilds } from './branchBuilds';
import { BranchItem } from './branchItem';
import { showBranchBuild } from './branchPick';

/** The newest build of what is checked out, in the status bar. Loaded once a profile belongs to the workspace. */
export class BranchRoom implements Disposable {
  private readonly disposables = new Disposables();
  private readonly builds: BranchBuilds;
  private found: Account | undefined;

  constructor(private readonly deps: BuildsRoomDeps) {
    const { ofWorkspace } = deps;
    this.builds = this.disposables.add(
      new BranchBuilds({
        ...deps,
        remember: (account, hasProfiles) => {
          if ((ofWorkspace.of(account.id) === true) !== hasProfiles) {
            void ofWorkspace.set(account, hasProfiles ? true : undefined);
          }
        },
      }),
    );
    this.disposables.add(new BranchItem(this.builds));
  }

  /** Looks for what belongs to the workspace, once for each account. What fails is told where rows are looked at. */
  find(): void {
    const { account } = this.deps.sessions;
    if (account !== this.found) {
      this.found = account;
      this.builds.find().catch(() => undefined);
    }
  }

  show(): Promise<void> {
    return showBranchBuild({ ...this.deps, builds: this.builds });
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
