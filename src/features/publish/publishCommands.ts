import { Command } from '../../contributions';
import type { ViewCommands } from '../../ui/lists/lazyView';
import type { PublishRowCommands } from './publishRowCommands';
import type { PublishRuns } from './runs/publishRuns';
import type { Candidates } from './versions/candidates';
import type { PublishUploads } from './versions/publishUploads';
import type { PublishVersionCommands } from './versions/publishVersionCommands';

/** As much of the view as its commands are run on. */
interface PublishCommandTarget {
  readonly rowCommands: PublishRowCommands;
  readonly uploads: () => Promise<PublishUploads>;
  readonly candidates: () => Promise<Candidates>;
  readonly publishRuns: () => Promise<PublishRuns>;
  readonly versionCommands: () => Promise<PublishVersionCommands>;
  showMore(key: unknown): void;
}

/** What each command of the view does, on a row or on nothing. */
export const publishCommands: ViewCommands<PublishCommandTarget> = {
  [Command.clearPublishFilter]: ({ rowCommands }) => {
    rowCommands.clearFilter();
  },
  [Command.copyPublishId]: ({ rowCommands }, argument) => rowCommands.copyId(argument),
  [Command.copyPublishName]: ({ rowCommands }, argument) => rowCommands.copyName(argument),
  [Command.deletePublishVersion]: async (view, argument) => (await view.versionCommands()).remove(argument),
  [Command.downloadPublishVersion]: async (view, argument) =>
    (await view.versionCommands()).download(argument),
  [Command.editPublishNotes]: async (view, argument) => (await view.versionCommands()).editNotes(argument),
  [Command.filterPublishProfiles]: ({ rowCommands }) => rowCommands.filter(),
  [Command.goToPublishProfile]: ({ rowCommands }) => rowCommands.goTo(),
  [Command.markReleaseCandidate]: async (view, argument) => (await view.candidates()).mark(argument),
  [Command.openPublishInDashboard]: ({ rowCommands }, argument) => rowCommands.openInDashboard(argument),
  [Command.restartPublish]: async (view, argument) => (await view.publishRuns()).restart(argument),
  [Command.showMorePublish]: (view, argument) => {
    view.showMore(argument);
  },
  [Command.showPublishAsJson]: ({ rowCommands }, argument) => rowCommands.showAsJson(argument),
  [Command.showPublishLog]: async (view, argument) => (await view.publishRuns()).showLog(argument),
  [Command.startPublish]: async (view, argument) => (await view.publishRuns()).start(argument),
  [Command.stopPublish]: async (view, argument) => (await view.publishRuns()).stop(argument),
  [Command.unmarkReleaseCandidate]: async (view, argument) => (await view.candidates()).unmark(argument),
  [Command.uploadPublishVersion]: async (view, argument) => (await view.uploads()).upload(argument),
};
