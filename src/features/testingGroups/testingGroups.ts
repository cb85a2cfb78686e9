import type * as vscode from 'vscode';
import type { Account } from '../../account/account';
import type { SessionStore } from '../../account/sessionStore';
import type { ApiClient } from '../../api/client';
import type { TestingGroup } from '../../api/testingGroups/testingGroups';
import { Command, View } from '../../contributions';
import { Disposables } from '../../support/disposables';
import { lazy } from '../../support/once';
import type { RegisterCommand } from '../../ui/commands';
import type { JsonDocuments } from '../../ui/documents/jsonDocuments';
import { LazyTree } from '../../ui/lists/lazyTree';
import type { ListNode } from '../../ui/lists/listView';
import type { Refreshes } from '../../ui/lists/refreshes';
import type { TestingGroupsView } from './testingGroupsView';

/** What the Testing Groups view needs of the rest. */
export interface TestingGroupsDeps {
  command: RegisterCommand;
  sessions: SessionStore;
  clientFor: (account: Account) => ApiClient;
  refreshes: Refreshes;
  documents: JsonDocuments;
}

/** Commands of the view, all of which are run by what is loaded on first use. */
const commands = [
  Command.addTesters,
  Command.copyTesters,
  Command.copyTestingGroupId,
  Command.createTestingGroup,
  Command.deleteTestingGroup,
  Command.goToTestingGroup,
  Command.removeTesters,
  Command.showMoreGroups,
  Command.showTestingGroupAsJson,
] as const;

export type GroupCommand = (typeof commands)[number];

/** The Testing Groups view and its commands. The rest is loaded when one of them is first used. */
export function registerTestingGroups(deps: TestingGroupsDeps): vscode.Disposable {
  const { command, sessions, refreshes } = deps;
  const disposables = new Disposables();
  let loaded: TestingGroupsView | undefined;
  const tree: LazyTree<ListNode<TestingGroup>> = disposables.add(
    new LazyTree(View.testingGroups, sessions, async () => (await workspace()).view),
  );
  const workspace = lazy(async (): Promise<TestingGroupsView> => {
    const { TestingGroupsView: TestingGroupsView } = await import('./testingGroupsView');
    loaded = disposables.add(new TestingGroupsView(deps, tree));
    return loaded;
  });
  for (const id of commands) {
    disposables.add(command(id, async (argument) => (await workspace()).run(id, argument)));
  }
  // Who never looked at the groups is not asked for them.
  disposables.add(refreshes.add(async () => loaded?.refresh()));
  return disposables;
}
