import type * as vscode from 'vscode';
import type { AccessTokens } from '../../account/accessTokens';
import type { Account } from '../../account/account';
import type { AccountDataRegistry } from '../../account/accountData';
import type { AccountMemento } from '../../account/accountMemento';
import type { ApiClient } from '../../api/client';
import type { Transport } from '../../api/transport/transport';
import type { Log } from '../../support/log';
import type { Memento } from '../../support/memento';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import type { ViewDeps } from '../../ui/lists/lazyView';
import type { ToolLoads } from '../../ui/tools/toolRegistry';
import type { BuildChoices } from './find/buildChoices';
import type { BuildPicks } from './find/buildPicks';
import type { BuildLists } from './tree/buildLists';
import type { BuildWatch } from './watch/buildWatch';
import type { Repositories } from './workspace/repositories';
import type { WorkspaceProfiles } from './workspace/workspaceProfiles';

/** What the Builds view takes. */
export interface BuildsDeps extends ViewDeps {
  accountData: AccountDataRegistry;
  clientFor: (account: Account) => ApiClient;
  transport: Transport;
  tokens: Pick<AccessTokens, 'sourceFor'>;
  documents: JsonDocuments;
  /** Of the workspace. */
  memento: Memento;
  extension: vscode.Uri;
  /** The extension's own folder, for all windows. */
  storage: vscode.Uri;
  log: Log;
  tools: ToolLoads;
}

/** What is behind the Builds view takes. */
export interface BuildsViewDeps extends BuildsDeps {
  /** Which profiles were linked to folders of the workspace by hand, of each account. */
  profileLinks: AccountMemento;
  /** How builds were started last, of each account. */
  lastStarts: AccountMemento;
  /** Builds that were started here and whose end was not told yet, of each account. */
  startedBuilds: AccountMemento;
  /** Whether a profile belongs to this workspace, of each account. */
  ofWorkspace: AccountMemento;
}

/** What the rooms of the view share: what commands run on is found and asked for by the same means everywhere. */
export interface BuildsRoomDeps extends BuildsViewDeps {
  lists: BuildLists;
  picks: BuildPicks;
  /** What a command was run on, asked for where a row does not tell. */
  choices: BuildChoices;
  repositories: Repositories;
  watch: BuildWatch;
  workspace: WorkspaceProfiles;
}
