import { Command } from '../../../contributions';
import type { ViewCommands } from '../../../ui/lists/lazyView';
import type { BuildLogs } from './buildLogs';

/** As much of the view as these commands are run on. */
interface LogCommandTarget {
  /** Loaded when the first log is opened. */
  readonly logs: () => Promise<BuildLogs>;
}

/** What is done with logs. */
export const logCommands: ViewCommands<LogCommandTarget> = {
  [Command.clearBuildProblems]: async ({ logs }) => {
    (await logs()).problems.clear();
  },
  [Command.copyBuildStep]: async ({ logs }, argument) => (await logs()).actions.copyStep(argument),
  [Command.followBuildLog]: async ({ logs }, argument) => (await logs()).actions.follow(argument),
  [Command.goToBuildFailure]: async ({ logs }, argument) => (await logs()).actions.goToFailure(argument),
  [Command.saveBuildLog]: async ({ logs }, argument) => (await logs()).actions.save(argument),
  [Command.showBuildLog]: async ({ logs }, argument) => (await logs()).actions.show(argument),
  [Command.showBuildProblems]: async ({ logs }, argument) => (await logs()).problems.show(argument),
};
