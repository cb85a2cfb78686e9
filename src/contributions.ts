/** Every id that package.json contributes, once. A test holds the two equal in both directions. */

export const Command = {
  copyAccessToken: 'appcircle.copyAccessToken',
  copyDiagnostics: 'appcircle.copyDiagnostics',
  copyProfileId: 'appcircle.copyProfileId',
  copyProfileName: 'appcircle.copyProfileName',
  goToProfile: 'appcircle.goToProfile',
  noteKeyExpiry: 'appcircle.noteKeyExpiry',
  openDashboard: 'appcircle.openDashboard',
  openProfileInDashboard: 'appcircle.openProfileInDashboard',
  openTerminal: 'appcircle.openTerminal',
  refresh: 'appcircle.refresh',
  removeAllData: 'appcircle.removeAllData',
  renameAccount: 'appcircle.renameAccount',
  replaceKey: 'appcircle.replaceKey',
  showAccount: 'appcircle.showAccount',
  showLog: 'appcircle.showLog',
  showMore: 'appcircle.showMore',
  showProfileAsJson: 'appcircle.showProfileAsJson',
  signIn: 'appcircle.signIn',
  signOut: 'appcircle.signOut',
  switchAccount: 'appcircle.switchAccount',
  toggleAiTools: 'appcircle.toggleAiTools',
} as const;

export type CommandId = (typeof Command)[keyof typeof Command];

export const ViewContainer = 'appcircle';

export const View = {
  distribution: 'appcircle.distribution',
} as const;

export type ViewId = (typeof View)[keyof typeof View];

export const Setting = {
  apiEndpoint: 'appcircle.apiEndpoint',
  authEndpoint: 'appcircle.authEndpoint',
  dashboardUrl: 'appcircle.dashboardUrl',
  mcpEndpoint: 'appcircle.mcpEndpoint',
} as const;

/** Context keys and the values that `when` clauses compare them with. */
export interface ContextKeys {
  'appcircle.session': 'starting' | 'storageUnreadable' | 'signedOut' | 'signedIn';
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
