import { JsonObject } from '../api/decode';
import { inSubOrganization, isSubOrganization, type Account } from './account';
import { recordState, saveState, type Memento } from '../support/memento';

/** Key of both memories, the workspace's and the editor's; no secret. */
export const ACTIVE_ACCOUNT = 'appcircle.activeAccount';

/** Which account to act with: a stored one, and one of its sub-organizations where that was chosen. */
export interface Choice {
  /** Id of the stored account. */
  account: string;
  /** Id of a sub-organization that its credential can mint tokens for. */
  organization?: string;
}

/**
 * The active account belongs to the window's workspace, with a default for the rest and for empty windows (R11).
 */
export class ActiveChoice {
  /** `workspace` is undefined in an empty window. */
  constructor(
    private readonly workspace: Memento | undefined,
    private readonly everywhere: Memento,
  ) {}

  /** What this window should act with, by its own choice, else by the default. */
  get current(): Choice | undefined {
    return (this.workspace && read(this.workspace)) ?? read(this.everywhere);
  }

  private get fallback(): Choice | undefined {
    return read(this.everywhere);
  }

  /** The account to act with, among the stored ones: by the choice of this window, else the default, else any. */
  pickFrom(stored: readonly Account[]): Account | undefined {
    for (const choice of [this.current, this.fallback]) {
      const account = stored.find(({ id }) => id === choice?.account);
      if (account) {
        return choice?.organization === undefined ? account : inSubOrganization(account, choice.organization);
      }
    }
    return stored[0];
  }

  /**
   * For this window's workspace. In an empty window, and while there is no default, it becomes the default too. The window
   * acts with the account whether or not the editor keeps the choice.
   */
  async choose(account: Account): Promise<void> {
    const isDefault = !this.workspace || !this.fallback;
    for (const memento of [this.workspace, ...(isDefault ? [this.everywhere] : [])]) {
      await (memento && recordState(memento, ACTIVE_ACCOUNT, choiceOf(account)));
    }
  }

  /** Fails with `UnsavedStateError` where the editor does not keep it: that it does is all there is to it. */
  async makeDefault(account: Account): Promise<void> {
    await saveState(this.everywhere, ACTIVE_ACCOUNT, choiceOf(account));
  }

  /** Takes back every choice of an account, or all of them. */
  async forget(account?: string): Promise<void> {
    for (const memento of [this.workspace, this.everywhere]) {
      if (memento && (account === undefined || read(memento)?.account === account)) {
        await recordState(memento, ACTIVE_ACCOUNT, undefined);
      }
    }
  }
}

function choiceOf(account: Account): Choice {
  return isSubOrganization(account)
    ? { account: account.credentialId, organization: account.organizationId }
    : { account: account.credentialId };
}

function read(memento: Memento): Choice | undefined {
  const row = JsonObject.of(memento.get(ACTIVE_ACCOUNT));
  const account = row?.text('account');
  const organization = row?.text('organization');
  return account === undefined ? undefined : { account, ...(organization !== undefined && { organization }) };
}
