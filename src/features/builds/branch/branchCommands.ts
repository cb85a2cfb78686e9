import { Command } from '../../../contributions';
import type { ViewCommands } from '../../../ui/lists/lazyView';
import type { BranchRoom } from './branchRoom';

/** What follows the checked-out branch, loaded when there is something to follow. */
export interface HasBranch {
  readonly branch: () => Promise<Pick<BranchRoom, 'show'>>;
}

export const branchCommands: ViewCommands<HasBranch> = {
  [Command.showBranchBuild]: async (view) => (await view.branch()).show(),
};
