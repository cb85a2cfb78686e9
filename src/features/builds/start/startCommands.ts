import { Command } from '../../../contributions';
import type { ViewCommands } from '../../../ui/lists/lazyView';
import type { BuildCancels } from './buildCancels';
import type { BuildStarts } from './buildStarts';

/** What starts and cancels builds, loaded when the first one is. */
export interface HasStarts {
  readonly starts: () => Promise<Pick<BuildStarts, 'start' | 'startAgain'>>;
  readonly cancels: () => Promise<Pick<BuildCancels, 'cancel'>>;
}

/** On a row or on nothing. */
export const startCommands: ViewCommands<HasStarts> = {
  [Command.cancelBuild]: async (view, argument) => (await view.cancels()).cancel(argument),
  [Command.startBuild]: async (view, argument) => (await view.starts()).start(argument),
  [Command.startBuildAgain]: async (view, argument) => (await view.starts()).startAgain(argument),
};
