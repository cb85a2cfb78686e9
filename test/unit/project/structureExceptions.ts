import { strict as assert } from 'node:assert';

/** Why something is let pass, and what. */
export type Exceptions = Readonly<Record<string, readonly string[]>>;

/** That nothing was found but the exceptions, and each of them was: the lists below only shrink. */
export function assertOnly(exceptions: Exceptions, found: ReadonlyMap<string, string>): void {
  const expected = new Set(Object.values(exceptions).flat());
  assert.deepEqual(
    [...found].filter(([name]) => !expected.has(name)).map(([name, details]) => `${name}: ${details}`),
    [],
    'More than the exceptions',
  );
  assert.deepEqual(
    [...expected].filter((name) => !found.has(name)),
    [],
    'Exceptions that nothing needs any more',
  );
}

/** Files that import one another, by what has to move so that they do not. */
export const inCircles: Exceptions = {
  'VersionField: into api/versionField.ts': [
    'src/api/appVersion.ts',
    'src/api/versionOrigin.ts',
    'src/api/versionSharing.ts',
    'src/api/versionSigning.ts',
  ],
  'TransportOptions: into api/transport/model.ts': [
    'src/api/transport.ts',
    'src/api/transport/exchange.ts',
    'src/api/transport/json.ts',
    'src/api/transport/storage.ts',
    'src/api/transport/text.ts',
    'src/api/transport/wire.ts',
  ],
  'pageAfter: into apiExplorer/pageAfter.ts': [
    'src/features/apiExplorer/answerActions.ts',
    'src/features/apiExplorer/answerLenses.ts',
  ],
  'ApiExplorerNeeds, ExplorerCommand, the list of commands: into apiExplorer/needs.ts': [
    'src/features/apiExplorer/apiExplorer.ts',
    'src/features/apiExplorer/explorer.ts',
    'src/features/apiExplorer/forgetting.ts',
  ],
  'Arrangement: into apiExplorer/arrangement.ts': [
    'src/features/apiExplorer/apiTree.ts',
    'src/features/apiExplorer/apiView.ts',
  ],
  'DistributionNeeds, DistributionCommand, the list of commands: into distribution/needs.ts': [
    'src/features/distribution/distribution.ts',
    'src/features/distribution/forgetting.ts',
    'src/features/distribution/runCommand.ts',
    'src/features/distribution/workspace.ts',
  ],
  'TestingGroupsNeeds, GroupCommand, the list of commands: into testingGroups/needs.ts': [
    'src/features/testingGroups/groupsWorkspace.ts',
    'src/features/testingGroups/testingGroups.ts',
  ],
};

export const longFiles: Exceptions = {
  'to be split': [
    'src/account/accounts.ts',
    'src/api/openapi/schemaTable.ts',
    'src/features/distribution/upload/uploadVersion.ts',
    'src/ui/listView.ts',
  ],
};

export const fullFolders: Exceptions = {
  'to be given rooms': [
    'src/api',
    'src/api/openapi',
    'src/api/request',
    'src/features/apiExplorer',
    'src/features/distribution',
    'src/ui',
  ],
};

const toBeRenamed = 'to be renamed';

export const namesInUse: Exceptions = {
  [toBeRenamed]: [
    '…Needs',
    'MOST_…',
    'LONGEST_…',
    'LARGEST_…',
    'PATIENCE',
    'Wire',
    'Trip',
    'Flight',
    'Ask',
    'Verdict',
    'Remark',
    'FileLook',
    'Doers',
    'Finding',
    'LateTree',
    'LateParts',
    'StayingTrue',
    'UnderWay',
    'ViewTaste',
    'ViewChanges',
    'Asked',
    'Tried',
    'Wish',
    'Unfit…',
    '…Obstacle',
    'Lent',
    'OrderedMemory',
    'Memory',
    'AccountNotes',
    'keepOnly',
    'forgetting',
    'RawAnswer',
    'Reply',
    'Answer',
    'words',
    '…Words',
  ],
};

export const testTypesInUse: Exceptions = { [toBeRenamed]: ['…House', '…Person', '…Window'] };

export const sharedNames: Exceptions = {
  [toBeRenamed]: [
    'Answer',
    'Arrangement',
    'Kept',
    'NameQuestion',
    'OperationNode',
    'RequestBody',
    'Resolved',
    'TextAnswer',
    'TextEdit',
    'createProfile',
    'decodeText',
    'endText',
    'forgetOthers',
    'headerOf',
    'noticeText',
    'refusalOf',
    'refusalText',
  ],
};
