import { Command } from '../../../contributions';
import type { ViewCommands } from '../../../ui/lists/lazyView';
import type { BuildsNode } from '../buildNodes';
import type { BuildFindCommands } from '../find/buildFindCommands';
import type { LinkCommands } from '../workspace/linkCommands';
import type { BuildRowCommands } from './buildRowCommands';
import type { BuildsTree } from './buildsTree';

/** As much of the view as these commands are run on. */
interface TreeCommandTarget {
  readonly find: BuildFindCommands;
  readonly links: LinkCommands;
  readonly rowCommands: BuildRowCommands;
  readonly rows: BuildsTree;
}

/** What is done with the rows themselves: finding, linking, copying, showing. */
export const treeCommands: ViewCommands<TreeCommandTarget> = {
  [Command.clearBuildFilter]: ({ find }) => find.clearFilter(),
  [Command.copyBuildHash]: ({ rowCommands }, argument) => rowCommands.copyHash(argument),
  [Command.copyBuildId]: ({ rowCommands }, argument) => rowCommands.copyId(argument),
  [Command.copyBuildName]: ({ rowCommands }, argument) => rowCommands.copyName(argument),
  [Command.filterBuilds]: ({ find }) => find.filter(),
  [Command.goToBuildProfile]: ({ find }) => find.goTo(),
  [Command.linkBuildProfile]: ({ links }, argument) => links.link(argument),
  [Command.openBuildInDashboard]: ({ rowCommands }, argument) => rowCommands.openInDashboard(argument),
  [Command.showBuildAsJson]: ({ rowCommands }, argument) => rowCommands.showAsJson(argument),
  [Command.showMoreBuilds]: ({ rows }, argument) => {
    const node = argument as BuildsNode | undefined;
    if (node?.kind === 'more') {
      rows.showMore(node);
    }
  },
  [Command.unlinkBuildProfile]: ({ links }, argument) => links.unlink(argument),
};
