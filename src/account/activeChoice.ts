import { Row } from '../api/decode';
import type { Memory } from './tokenExchange';

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
    private readonly workspace: Memory | undefined,
    private readonly everywhere: Memory,
  ) {}

  /** What this window should act with, by its own choice, else by the default. */
  get current(): Choice | undefined {
    return (this.workspace && read(this.workspace)) ?? read(this.everywhere);
  }

  get fallback(): Choice | undefined {
    return read(this.everywhere);
  }

  /** For this window's workspace. In an empty window, and while there is no default, it becomes the default too. */
  async choose(choice: Choice): Promise<void> {
    await this.workspace?.update(ACTIVE_ACCOUNT, choice);
    if (!this.workspace || !this.fallback) {
      await this.makeDefault(choice);
    }
  }

  async makeDefault(choice: Choice): Promise<void> {
    await this.everywhere.update(ACTIVE_ACCOUNT, choice);
  }

  /** Takes back every choice of an account, or all of them. */
  async forget(account?: string): Promise<void> {
    for (const memory of [this.workspace, this.everywhere]) {
      if (memory && (account === undefined || read(memory)?.account === account)) {
        await memory.update(ACTIVE_ACCOUNT, undefined);
      }
    }
  }
}

function read(memory: Memory): Choice | undefined {
  const row = Row.of(memory.get(ACTIVE_ACCOUNT));
  const account = row?.text('account');
  const organization = row?.text('organization');
  return account === undefined ? undefined : { account, ...(organization !== undefined && { organization }) };
}
