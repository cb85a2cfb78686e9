import * as vscode from 'vscode';
import { AccessTokens } from './account/accessTokens';
import type { Account } from './account/account';
import { AccountData, type Removals } from './account/accountData';
import { AccountMetadataStore } from './account/accountMetadata';
import { Accounts } from './account/accounts';
import { ActiveAccount } from './account/activeAccount';
import { ActiveChoice } from './account/activeChoice';
import { CredentialCheck } from './account/credentialCheck';
import { CredentialStore } from './account/credentialStore';
import { KnownAccounts } from './account/knownAccounts';
import { OrderedMemento } from './support/orderedMemento';
import { Organizations } from './account/organizations';
import { lazyExchange } from './account/renewal/lazyExchange';
import { SessionStore } from './account/sessionStore';
import { ApiClient } from './api/client';
import { RecentFailures } from './api/recentFailures';
import { Transport } from './api/transport/transport';
import { registerAccounts } from './features/accounts/accounts';
import { registerAiTools } from './features/aiTools/aiTools';
import { registerApiExplorer } from './features/apiExplorer/apiExplorer';
import { registerAuthentication } from './features/authentication/authentication';
import { registerBuilds } from './features/builds/builds';
import { registerDistribution } from './features/distribution/distribution';
import { registerShowLog } from './features/log/showLog';
import { registerPublish } from './features/publish/publish';
import { registerReleaseBoard } from './features/releaseBoard/releaseBoard';
import { registerRefresh } from './features/refresh/refresh';
import { registerSessionContext } from './features/session/sessionContext';
import { registerWindowStart } from './features/session/windowStart';
import { registerSigning } from './features/signing/signing';
import { registerSignIn } from './features/signIn/signIn';
import { registerStatusBar } from './features/statusBar/statusBar';
import { registerStore } from './features/store/store';
import { registerTerminal } from './features/terminal/terminal';
import { registerTestingGroups } from './features/testingGroups/testingGroups';
import { redactingLog } from './support/log';
import { Redactor } from './support/redact';
import { commandRegistrar } from './ui/commands';
import { JsonDocuments } from './ui/documents/jsonDocuments';
import { Refreshes } from './ui/lists/refreshes';
import { RowCommands } from './ui/lists/rowCommands';
import type { ToolLoads } from './ui/tools/toolRegistry';

/** Builds the services and hands each feature what it needs. Touches no network, secret or file (R30). */
export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, secrets, globalState, workspaceState, extension } = context;
  const channel = vscode.window.createOutputChannel('Appcircle', { log: true });
  const redactor = new Redactor();
  const log = redactingLog(channel, redactor);
  const { version } = extension.packageJSON as { version: string };
  const failures = new RecentFailures();
  const transport = new Transport({
    userAgent: `AppcircleExplorer/${version} VSCode/${vscode.version}`,
    log,
    redactor,
    onFailure: (failure) => {
      failures.add(failure);
    },
  });
  const sessions = new SessionStore();
  const credentials = new CredentialStore(secrets);
  const memento = new OrderedMemento(globalState, log);
  const exchange = lazyExchange(transport, memento, redactor);
  const tokens = new AccessTokens(credentials, exchange, sessions, redactor);
  const clientFor = (account: Account) =>
    new ApiClient(transport, account.hosts.api, tokens.sourceFor(account), log);
  const metadata = new AccountMetadataStore(memento);
  const known = new KnownAccounts();
  const organizations = new Organizations(metadata, clientFor, known);
  const workspace = new OrderedMemento(workspaceState, log);
  // An empty window has a workspace state too, but nothing that it could belong to.
  const choice = new ActiveChoice(vscode.workspace.name === undefined ? undefined : workspace, memento);
  const active = new ActiveAccount(sessions, tokens, known, choice, organizations);
  const check = new CredentialCheck(exchange, sessions, transport, redactor);
  const accounts = new Accounts(credentials, check, tokens, metadata, known, active, organizations);

  const command = commandRegistrar(log);
  const refreshes = new Refreshes();
  const rowCommands = new RowCommands(command);
  const accountData = new AccountData(accounts, sessions, log);
  const documents = new JsonDocuments(accountData);
  const [removals, tools]: [Removals, ToolLoads] = [new Set(), new Map() as ToolLoads];
  const base = { command, accounts, sessions, tokens, metadata, log, removals };
  const shared = { accountData, refreshes, rowCommands, documents, tools, memento: workspace };
  const views = { ...base, ...shared, clientFor, transport, extension: extension.extensionUri };
  const states = [globalState, workspaceState];
  subscriptions.push(
    channel,
    transport,
    memento,
    workspace,
    sessions,
    tokens,
    accounts,
    documents,
    accountData,
    rowCommands,
    registerShowLog(command, channel),
    registerSessionContext(sessions),
    registerStatusBar(sessions),
    registerSignIn(command, { ...base, transport }),
    registerAccounts({ ...base, clientFor, documents, failures, redactor, states, version }),
    registerAuthentication(base),
    registerTerminal({ ...base, extension }),
    registerAiTools({ ...views, version }),
    registerRefresh(command, sessions, accounts, refreshes),
    registerBuilds({ ...views, storage: context.globalStorageUri }),
    registerDistribution(views),
    registerTestingGroups(views),
    registerPublish({ ...views, transport }),
    registerStore(views),
    registerReleaseBoard(views),
    registerSigning({ ...views, globalMemento: memento }),
    registerApiExplorer({ ...views, redactor, storage: context.globalStorageUri }),
    registerWindowStart(accounts, sessions, refreshes, log),
  );
}
