import { idIn } from '../builds/fields';
import type { JsonObject } from '../decode';
import type { VersionField } from './versionField';

/** What made Appcircle build it. `other` is a number that nobody documented. */
export type BuildTrigger = 'user' | 'commit' | 'tag' | 'pullRequest' | 'other';

/** The build that a version came from. All texts are untrusted; the commit message may have several lines. */
export interface VersionOrigin {
  buildId: string | undefined;
  /** The build profile that it was built by. */
  buildProfileId: string | undefined;
  commitHash: string | undefined;
  commitMessage: string | undefined;
  commitAuthor: string | undefined;
  branch: string | undefined;
  /** Of a pull request. */
  targetBranch: string | undefined;
  tag: string | undefined;
  workflow: string | undefined;
  configuration: string | undefined;
  /** Undefined without a build: 0, which means a user, is also what a file that was uploaded has. */
  trigger: BuildTrigger | undefined;
}

/** api/README 2.9, B. */
const triggers: readonly BuildTrigger[] = ['user', 'commit', 'tag', 'pullRequest'];

/** What a version's row says of its build (api/README 3, B). */
export function decodeOrigin(row: JsonObject<VersionField>): VersionOrigin {
  const buildId = idIn(row, 'buildId');
  const trigger = row.number('triggerType');
  return {
    buildId,
    buildProfileId: idIn(row, 'buildProfileId'),
    commitHash: row.text('commitHash'),
    commitMessage: row.text('commitMessage'),
    commitAuthor: row.text('commitAuthor'),
    branch: row.text('branchName'),
    targetBranch: row.text('targetBranch'),
    tag: row.text('gitTag'),
    workflow: row.text('workflowName'),
    configuration: row.text('configName'),
    trigger: buildId === undefined || trigger === undefined ? undefined : (triggers[trigger] ?? 'other'),
  };
}
