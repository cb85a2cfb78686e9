import type { BuildNode } from '../buildNodes';
import type { BuildState } from './buildState';

/** The row that commands of builds are run on, of a build that has none in the tree. Empty ids are not known. */
export function nodeOfState(state: BuildState): BuildNode {
  const { profile, branch, commit, queueItemId, buildId = queueItemId, status, workflowName } = state;
  return {
    kind: 'build',
    id: `watched/${queueItemId}`,
    profile: {
      pinned: false,
      platform: undefined,
      repositoryName: undefined,
      lastBuildAt: undefined,
      raw: {},
      ...profile,
    },
    branch: { id: '', lastBuildAt: undefined, status: undefined, ...branch },
    build: {
      // Very likely the same as the one in the queue (api/README 11.3).
      id: buildId,
      commitId: commit?.id,
      hash: commit?.hash,
      status,
      startedAt: undefined,
      endedAt: undefined,
      duration: undefined,
      workflowName,
      subject: commit?.subject,
      author: commit?.author,
      raw: {},
    },
    queueItemId,
  };
}
