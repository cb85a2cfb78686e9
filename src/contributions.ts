import {
  apiCommandNames,
  buildCommandNames,
  commandNames,
  distributionCommandNames,
  publishCommandNames,
  releaseBoardCommandNames,
  storeCommandNames,
  signingCommandNames,
  testingGroupCommandNames,
} from './commandNames';

/** Every id that package.json contributes, once. A test holds the two equal in both directions. */

type CommandName = (typeof commandNames)[number];

/** Commands by the name that follows `appcircle.` in their ids. */
export const Command = Object.fromEntries(commandNames.map((name) => [name, `appcircle.${name}`])) as {
  readonly [Name in CommandName]: `appcircle.${Name}`;
};

export type CommandId = (typeof Command)[CommandName];

const idsOf = (names: readonly CommandName[]): readonly CommandId[] => names.map((name) => Command[name]);

/** The commands of each view. What each of them does is loaded with it. */
export const ViewCommandIds = {
  api: idsOf(apiCommandNames),
  builds: idsOf(buildCommandNames),
  distribution: idsOf(distributionCommandNames),
  publish: idsOf(publishCommandNames),
  store: idsOf(storeCommandNames),
  signing: idsOf(signingCommandNames),
  testingGroups: idsOf(testingGroupCommandNames),
} as const;

/** The commands of release boards. */
export const releaseBoardCommandIds = idsOf(releaseBoardCommandNames);

export const ViewContainer = 'appcircle';

export const View = {
  api: 'appcircle.api',
  builds: 'appcircle.builds',
  distribution: 'appcircle.distribution',
  publish: 'appcircle.publish',
  store: 'appcircle.store',
  signing: 'appcircle.signing',
  testingGroups: 'appcircle.testingGroups',
} as const;

export type ViewId = (typeof View)[keyof typeof View];

export const Setting = {
  'api.description': 'appcircle.api.description',
  apiEndpoint: 'appcircle.apiEndpoint',
  authEndpoint: 'appcircle.authEndpoint',
  'builds.notify': 'appcircle.builds.notify',
  'builds.problems': 'appcircle.builds.problems',
  dashboardUrl: 'appcircle.dashboardUrl',
  hookEndpoint: 'appcircle.hookEndpoint',
  mcpEndpoint: 'appcircle.mcpEndpoint',
  'requests.problems': 'appcircle.requests.problems',
} as const;

/** Colors of icons. Their defaults have a contrast of at least 3:1 in well-known themes. */
export const Color = {
  changeMethod: 'appcircle.changeMethod',
  createMethod: 'appcircle.createMethod',
  deleteMethod: 'appcircle.deleteMethod',
  failed: 'appcircle.failed',
  inactive: 'appcircle.inactive',
  readMethod: 'appcircle.readMethod',
  running: 'appcircle.running',
  shared: 'appcircle.shared',
  succeeded: 'appcircle.succeeded',
  warning: 'appcircle.warning',
} as const;

export type ColorId = (typeof Color)[keyof typeof Color];

/** Context keys and the values that `when` clauses compare them with. */
export interface ContextKeys {
  'appcircle.session': 'starting' | 'storageUnreadable' | 'signedOut' | 'signedIn';
  /** What AI agents may do with the active account; `none` while nobody is signed in. */
  'appcircle.aiAccess': 'none' | 'read' | 'write' | 'mcp';
  'appcircle.apiFilter': 'off' | 'on';
  'appcircle.apiGrouping': 'tag' | 'path';
  'appcircle.buildFilter': 'off' | 'on';
  /** The log in the active editor: whether its end is followed while it comes. */
  'appcircle.buildLog': 'none' | 'following' | 'paused' | 'over';
  /** Whether there is anything to go to in the log in the active editor. */
  'appcircle.logFailure': 'none' | 'some';
  /** Of what the log in the active editor is. */
  'appcircle.logOf': 'none' | 'build' | 'publish';
  'appcircle.builds': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
  'appcircle.profileFilter': 'off' | 'on';
  'appcircle.publish': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
  'appcircle.publishFilter': 'off' | 'on';
  'appcircle.store': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
  'appcircle.storeFilter': 'off' | 'on';
  /** What the row is that was selected last, in any view. */
  'appcircle.selection':
    | 'none'
    | 'profile'
    | 'version'
    | 'group'
    | 'tester'
    | 'operation'
    | 'scratch'
    | 'buildProfile'
    | 'branch'
    | 'build'
    | 'variableGroup'
    | 'variable'
    | 'publishProfile'
    | 'publishVersion'
    | 'storeProfile'
    | 'storeVersion'
    | 'signingIdentity';
  'appcircle.signing': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
  'appcircle.signingFilter': 'off' | 'on';
  'appcircle.testingGroups': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
  'appcircle.distribution': 'unknown' | 'loading' | 'empty' | 'ready' | 'failed';
}

export type ContextKey = keyof ContextKeys;

/**
 * Schemes of pages. Their addresses are credential, profile, version where it is one's, and title. Where one is called
 * `appcircle-profile`, the editor shows nothing that a `when` clause has for it in the title (measured in 1.139).
 */
export const PageScheme = { profile: 'appcircle-overview', version: 'appcircle-version' } as const;

/** Scheme of the pages with QR codes. */
export const QrPageScheme = 'appcircle-qr';

/** Scheme of the pages of versions of the Enterprise App Store. */
export const StorePageScheme = 'appcircle-store';

/** Scheme of release boards. */
export const ReleaseBoardScheme = 'appcircle-board';

/** Scheme of the pages of operations. */
export const OperationPageScheme = 'appcircle-operation';

/** Id of the authentication provider, for `vscode.authentication.getSession`. */
export const AuthenticationProviderId = 'appcircle';

/** Id of the entry in the + menu of the terminal. */
export const TerminalProfileId = 'appcircle.terminal';

/** Id of the provider of MCP server definitions. */
export const McpProviderId = 'appcircle.mcp';

export const StatusBarItemId = 'appcircle.session';

/** Item of the status bar for the newest build of the branch that is checked out. */
export const BuildStatusBarItemId = 'appcircle.build';

/** Item of the status bar that says whether the end of a log is followed. */
export const LogStatusBarItemId = 'appcircle.buildLog';

/** Id of the language of logs of builds and publish runs. */
export const LogLanguageId = 'appcircle-log';

/** Scheme of the logs of builds. Registered at the start, so that tabs outlive a reload. */
export const LogScheme = 'appcircle-log';

/** Scheme of responses. */
export const ResponseScheme = 'appcircle-answer';

/** Scheme of the tables that are made of them. */
export const TableScheme = 'appcircle-table';

/** Id of the language of request documents, `*.appcircle.http`. */
export const RequestLanguageId = 'appcircle-http';

/** Ending of the files of request documents. */
export const RequestFileEnding = '.appcircle.http';

/** Scheme of scratch requests, which this extension keeps. Registered at the start, so that tabs outlive a reload. */
export const RequestScheme = 'appcircle-request';

/** The folder of scratch requests. Their names have no ending: package.json tells their language by this. */
export const ScratchFolder = 'Appcircle Scratch Requests';

/**
 * Endings of documents that show what a server sent, each with a language of ours. The editor and its extensions fetch
 * what a text of the languages `json`, `html` and `xml` names, a `$schema` first; and a person may have mapped files
 * like `*.json` to any of them.
 */
export const ServerTextEnding = {
  json: '.appcircle-json',
  html: '.appcircle-html',
  xml: '.appcircle-xml',
  text: '.appcircle-text',
} as const;
