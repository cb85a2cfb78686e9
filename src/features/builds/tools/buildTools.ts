import type { Tool } from '../../../ui/tools/tool';
import type { BuildsRoomDeps } from '../deps';
import type { BuildLogs } from '../log/buildLogs';
import type { BuildStarts } from '../start/buildStarts';
import { branchBuildTool } from './branchBuildTool';
import { logTool } from './logTool';
import { startBuildTool } from './startBuildTool';

/** What of the Builds view its tools use. */
export interface BuildToolsView {
  readonly shared: BuildsRoomDeps;
  readonly logs: () => Promise<Pick<BuildLogs, 'summaries'>>;
  readonly starts: () => Promise<BuildStarts>;
}

/** The language model tools of builds, by their names without the prefix. */
export interface BuildTools {
  readonly getBranchBuild: Tool;
  readonly readBuildLog: Tool;
  readonly startBuild: Tool;
}

/** They share what the view knows, so that nothing is asked for twice, and rows know of what a tool starts. */
export function makeBuildTools({ shared, logs, starts }: BuildToolsView): BuildTools {
  return {
    getBranchBuild: branchBuildTool({ ...shared, summaries: async () => (await logs()).summaries }),
    readBuildLog: logTool(),
    startBuild: startBuildTool({ ...shared, starts }),
  };
}
