/** Language model tools: a part of `contributions.ts` that is loaded with them. */

/** What follows `appcircle_` in their ids. */
export const toolNames = [
  'findProfiles',
  'getBranchBuild',
  'readBuildLog',
  'getVersion',
  'findOperation',
  'callReadOperation',
  'startBuild',
  'uploadVersion',
] as const;

export type ToolName = (typeof toolNames)[number];

/** Whether a tool changes anything. Reading and writing are never one tool (R69). */
export const toolClasses: Readonly<Record<ToolName, 'read' | 'write'>> = {
  findProfiles: 'read',
  getBranchBuild: 'read',
  readBuildLog: 'read',
  getVersion: 'read',
  findOperation: 'read',
  callReadOperation: 'read',
  startBuild: 'write',
  uploadVersion: 'write',
};

/** The id of a tool, by which it is contributed and run. */
export function toolIdOf(name: ToolName): `appcircle_${ToolName}` {
  return `appcircle_${name}`;
}
