/** Every id that package.json contributes, once. A test holds the two equal in both directions. */

export const Command = {
  copyAccessToken: 'appcircle.copyAccessToken',
  copyProfileId: 'appcircle.copyProfileId',
  copyProfileName: 'appcircle.copyProfileName',
  goToProfile: 'appcircle.goToProfile',
  openDashboard: 'appcircle.openDashboard',
  openProfileInDashboard: 'appcircle.openProfileInDashboard',
  refresh: 'appcircle.refresh',
  replaceKey: 'appcircle.replaceKey',
  showAccount: 'appcircle.showAccount',
  showLog: 'appcircle.showLog',
  showMore: 'appcircle.showMore',
  showProfileAsJson: 'appcircle.showProfileAsJson',
  signIn: 'appcircle.signIn',
  signOut: 'appcircle.signOut',
  switchAccount: 'appcircle.switchAccount',
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
} as const;

/** Context keys and the values that `when` clauses compare them with. */
export interface ContextKeys {
  'appcircle.session': 'starting' | 'storageUnreadable' | 'signedOut' | 'signedIn';
  'appcircle.distribution': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
}

export type ContextKey = keyof ContextKeys;

export const StatusBarItemId = 'appcircle.session';
