import { listBranches } from '../../../api/builds/branches';
import { listBuilds } from '../../../api/builds/builds';
import { cancelBuild } from '../../../api/builds/cancelBuild';
import { getCommit, listCommits } from '../../../api/builds/commits';
import { listConfigurations } from '../../../api/builds/configurations';
import { canStartWithVariables, startBuild } from '../../../api/builds/startBuild';
import { listWorkflows } from '../../../api/builds/workflows';
import type { BuildsRoomDeps } from '../deps';
import { BuildCancels } from './buildCancels';
import { buildOfLog } from './buildOfLog';
import { BuildStarts } from './buildStarts';
import { startWorkspace } from './startWorkspace';

/** What starts builds, over the server's own lists. */
export function createStarts(deps: BuildsRoomDeps): BuildStarts {
  const { lists, repositories, workspace } = deps;
  return new BuildStarts({
    ...deps,
    buildOfLog: (argument) => buildOfLog(argument, deps),
    profiles: () => lists.profiles.rows(),
    workspace: startWorkspace(repositories, workspace),
    requests: {
      listBranches,
      listCommits,
      listBuilds,
      getCommit,
      listWorkflows,
      listConfigurations,
      startBuild,
      canStartWithVariables,
    },
  });
}

/** What cancels them. */
export function createCancels(deps: BuildsRoomDeps): BuildCancels {
  return new BuildCancels({ ...deps, cancelBuild, buildOfLog: (argument) => buildOfLog(argument, deps) });
}
