/** Every id that package.json contributes, once. A test holds the two equal in both directions. */

export const Command = {
  clearOperationFilter: 'appcircle.clearOperationFilter',
  clearRequestHistory: 'appcircle.clearRequestHistory',
  closeApiDescription: 'appcircle.closeApiDescription',
  compareAnswers: 'appcircle.compareAnswers',
  compareVersions: 'appcircle.compareVersions',
  copyAccessToken: 'appcircle.copyAccessToken',
  copyDiagnostics: 'appcircle.copyDiagnostics',
  copyOperationPath: 'appcircle.copyOperationPath',
  copyProfileId: 'appcircle.copyProfileId',
  copyProfileName: 'appcircle.copyProfileName',
  copyRequestAsCurl: 'appcircle.copyRequestAsCurl',
  copyRequestAsFetch: 'appcircle.copyRequestAsFetch',
  copyRequestAsPowerShell: 'appcircle.copyRequestAsPowerShell',
  copyVersionId: 'appcircle.copyVersionId',
  filterOperations: 'appcircle.filterOperations',
  goToOperation: 'appcircle.goToOperation',
  goToProfile: 'appcircle.goToProfile',
  groupOperationsByPath: 'appcircle.groupOperationsByPath',
  groupOperationsByTag: 'appcircle.groupOperationsByTag',
  newRequest: 'appcircle.newRequest',
  noteKeyExpiry: 'appcircle.noteKeyExpiry',
  openApiDescription: 'appcircle.openApiDescription',
  openDashboard: 'appcircle.openDashboard',
  openProfileInDashboard: 'appcircle.openProfileInDashboard',
  openTerminal: 'appcircle.openTerminal',
  pickRequestValue: 'appcircle.pickRequestValue',
  refresh: 'appcircle.refresh',
  removeAllData: 'appcircle.removeAllData',
  renameAccount: 'appcircle.renameAccount',
  replaceKey: 'appcircle.replaceKey',
  runAnswerAction: 'appcircle.runAnswerAction',
  sendRequest: 'appcircle.sendRequest',
  showAccount: 'appcircle.showAccount',
  showLog: 'appcircle.showLog',
  showMore: 'appcircle.showMore',
  showOperation: 'appcircle.showOperation',
  showProfileAsJson: 'appcircle.showProfileAsJson',
  showRequestHistory: 'appcircle.showRequestHistory',
  showVersion: 'appcircle.showVersion',
  showVersionAsJson: 'appcircle.showVersionAsJson',
  signIn: 'appcircle.signIn',
  signOut: 'appcircle.signOut',
  switchAccount: 'appcircle.switchAccount',
  toggleAiTools: 'appcircle.toggleAiTools',
  useAnswerValue: 'appcircle.useAnswerValue',
} as const;

export type CommandId = (typeof Command)[keyof typeof Command];

export const ViewContainer = 'appcircle';

export const View = {
  api: 'appcircle.api',
  distribution: 'appcircle.distribution',
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
