import type { ScopeSource } from '../../../account/commandScope';
import {
  listVariableGroups,
  listVariables,
  type EnvironmentVariable,
  type VariableGroup,
} from '../../../api/variables/variableGroups';
import { Disposables } from '../../../support/disposables';
import { Emitter, type Disposable } from '../../../support/emitter';
import { compareNames } from '../../../support/names';
import { AccountLoads, type KnownRows } from '../../../ui/lists/accountLoads';

/** There is one list of groups. */
const ALL = 'all';

/** Variable groups and their variables, of the active account. Each list is asked for when it is first wanted. */
export class VariableLists implements Disposable {
  private readonly disposables = new Disposables();
  /** Own ones first, then inherited ones, each by name. */
  private readonly groupLoads: AccountLoads<VariableGroup>;
  private readonly variableLoads: AccountLoads<EnvironmentVariable>;
  private readonly changes = this.disposables.add(new Emitter<string | undefined>());
  /** Told the id of the group whose variables changed; undefined for the groups themselves. */
  readonly onDidChange = this.changes.event;

  constructor({ sessions, clientFor }: ScopeSource) {
    this.groupLoads = this.disposables.add(
      new AccountLoads(sessions, async (account, _, signal) =>
        sortVariableGroups(await listVariableGroups(clientFor(account), account.organizationId, signal)),
      ),
    );
    this.variableLoads = this.disposables.add(
      new AccountLoads(sessions, async (account, groupId, signal) => {
        const variables = await listVariables(clientFor(account), groupId, signal);
        return [...variables].sort((a, b) => compareNames(a.id, b.id));
      }),
    );
  }

  /** The groups. Fails as a request does. */
  groups(): Promise<readonly VariableGroup[]> {
    return this.groupLoads.rowsOf(ALL);
  }

  /** The same without asking. */
  get knownGroups(): readonly VariableGroup[] {
    return this.groupLoads.lastRowsOf(ALL) ?? [];
  }

  /** The variables of a group. Fails as a request does. */
  variables(groupId: string): Promise<readonly EnvironmentVariable[]> {
    return this.variableLoads.rowsOf(groupId);
  }

  /** For rows that are drawn: with why they could not be had. Undefined when the account left meanwhile. */
  groupRows(): Promise<KnownRows<VariableGroup> | undefined> {
    return this.groupLoads.loadForRows(ALL);
  }

  variableRows(groupId: string): Promise<KnownRows<EnvironmentVariable> | undefined> {
    return this.variableLoads.loadForRows(groupId);
  }

  /** The list of groups changed: it is asked for when it is next wanted. */
  renewGroups(): void {
    this.groupLoads.forget(ALL);
    this.changes.fire(undefined);
  }

  /** The same of the variables of one group. */
  renewVariables(groupId: string): void {
    this.variableLoads.forget(groupId);
    this.changes.fire(groupId);
  }

  /** Everything is asked for again when it is next wanted. */
  forget(): void {
    this.groupLoads.forget();
    this.variableLoads.forget();
  }

  /** The same for what failed in a way that may have passed. */
  retryFailed(): void {
    const hasFailed = [this.groupLoads, this.variableLoads].map((loads) => loads.forgetFailed());
    if (hasFailed.includes(true)) {
      this.changes.fire(undefined);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function sortVariableGroups(groups: readonly VariableGroup[]): VariableGroup[] {
  return [...groups].sort(
    (a, b) => Number(a.isInherited) - Number(b.isInherited) || compareNames(a.name, b.name),
  );
}
