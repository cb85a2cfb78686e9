/** Every id that package.json contributes, once. A test holds the two equal in both directions. */

export const Command = {
  addTesters: 'appcircle.addTesters',
  clearOperationFilter: 'appcircle.clearOperationFilter',
  clearProfileFilter: 'appcircle.clearProfileFilter',
  clearRequestHistory: 'appcircle.clearRequestHistory',
  closeApiDescription: 'appcircle.closeApiDescription',
  compareAnswers: 'appcircle.compareAnswers',
  compareVersions: 'appcircle.compareVersions',
  copyAccessToken: 'appcircle.copyAccessToken',
  copyDiagnostics: 'appcircle.copyDiagnostics',
  copyLink: 'appcircle.copyLink',
  copyOperationPath: 'appcircle.copyOperationPath',
  copyProfileId: 'appcircle.copyProfileId',
  copyProfileName: 'appcircle.copyProfileName',
  copyRequestAsCurl: 'appcircle.copyRequestAsCurl',
  copyRequestAsFetch: 'appcircle.copyRequestAsFetch',
  copyRequestAsPowerShell: 'appcircle.copyRequestAsPowerShell',
  copyTesters: 'appcircle.copyTesters',
  copyTestingGroupId: 'appcircle.copyTestingGroupId',
  copyVersionId: 'appcircle.copyVersionId',
  createProfile: 'appcircle.createProfile',
  createTestingGroup: 'appcircle.createTestingGroup',
  deleteProfile: 'appcircle.deleteProfile',
  deleteTestingGroup: 'appcircle.deleteTestingGroup',
  downloadVersion: 'appcircle.downloadVersion',
  editReleaseNotes: 'appcircle.editReleaseNotes',
  filterOperations: 'appcircle.filterOperations',
  filterProfiles: 'appcircle.filterProfiles',
  goToOperation: 'appcircle.goToOperation',
  goToProfile: 'appcircle.goToProfile',
  goToTestingGroup: 'appcircle.goToTestingGroup',
  groupOperationsByPath: 'appcircle.groupOperationsByPath',
  groupOperationsByTag: 'appcircle.groupOperationsByTag',
  newRequest: 'appcircle.newRequest',
  noteKeyExpiry: 'appcircle.noteKeyExpiry',
  openApiDescription: 'appcircle.openApiDescription',
  openDashboard: 'appcircle.openDashboard',
  openLink: 'appcircle.openLink',
  openProfileInDashboard: 'appcircle.openProfileInDashboard',
  openTerminal: 'appcircle.openTerminal',
  pickRequestValue: 'appcircle.pickRequestValue',
  pinProfile: 'appcircle.pinProfile',
  refresh: 'appcircle.refresh',
  removeAllData: 'appcircle.removeAllData',
  removeTesters: 'appcircle.removeTesters',
  renameAccount: 'appcircle.renameAccount',
  renameProfile: 'appcircle.renameProfile',
  replaceKey: 'appcircle.replaceKey',
  runAnswerAction: 'appcircle.runAnswerAction',
  sendRequest: 'appcircle.sendRequest',
  setAutoSendGroups: 'appcircle.setAutoSendGroups',
  showAccount: 'appcircle.showAccount',
  showLog: 'appcircle.showLog',
  showMore: 'appcircle.showMore',
  showMoreGroups: 'appcircle.showMoreGroups',
  showOperation: 'appcircle.showOperation',
  showProfile: 'appcircle.showProfile',
  showProfileAsJson: 'appcircle.showProfileAsJson',
  showRequestHistory: 'appcircle.showRequestHistory',
  showTestingGroupAsJson: 'appcircle.showTestingGroupAsJson',
  showVersion: 'appcircle.showVersion',
  showVersionAsJson: 'appcircle.showVersionAsJson',
  signIn: 'appcircle.signIn',
  signOut: 'appcircle.signOut',
  sortProfiles: 'appcircle.sortProfiles',
  switchAccount: 'appcircle.switchAccount',
  toggleAiTools: 'appcircle.toggleAiTools',
  unpinProfile: 'appcircle.unpinProfile',
  uploadFile: 'appcircle.uploadFile',
  uploadVersion: 'appcircle.uploadVersion',
  useAnswerValue: 'appcircle.useAnswerValue',
} as const;

export type CommandId = (typeof Command)[keyof typeof Command];

export const ViewContainer = 'appcircle';

export const View = {
  api: 'appcircle.api',
  distribution: 'appcircle.distribution',
  testingGroups: 'appcircle.testingGroups',
} as const;

export type ViewId = (typeof View)[keyof typeof View];

export const Setting = {
  'api.description': 'appcircle.api.description',
  apiEndpoint: 'appcircle.apiEndpoint',
  authEndpoint: 'appcircle.authEndpoint',
  dashboardUrl: 'appcircle.dashboardUrl',
  mcpEndpoint: 'appcircle.mcpEndpoint',
} as const;

/** Context keys and the values that `when` clauses compare them with. */
export interface ContextKeys {
  'appcircle.session': 'starting' | 'storageUnreadable' | 'signedOut' | 'signedIn';
  'appcircle.apiFilter': 'off' | 'on';
  'appcircle.apiGrouping': 'tag' | 'path';
  'appcircle.profileFilter': 'off' | 'on';
  'appcircle.testingGroups': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
  'appcircle.distribution': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
}

export type ContextKey = keyof ContextKeys;

/** Id of the authentication provider, for `vscode.authentication.getSession`. */
export const AuthenticationProviderId = 'appcircle';

/** Id of the entry in the + menu of the terminal. */
export const TerminalProfileId = 'appcircle.terminal';

/** Id of the provider of MCP server definitions. */
export const McpProviderId = 'appcircle.mcp';

export const StatusBarItemId = 'appcircle.session';

/** Id of the language of request documents, `*.appcircle.http`. */
export const RequestLanguageId = 'appcircle-http';
