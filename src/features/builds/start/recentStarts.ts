import type { RetainedAccounts } from '../../../account/accountData';
import type { Clock } from '../../../support/time';
import type { CompleteChoices, KnownChoices } from './startChoices';

/** So long another start of the same commit is asked about, in milliseconds. */
const DOUBLE_MS = 60_000;
/** How many are remembered. */
const MAX_STARTS = 100;

interface Start {
  readonly accountId: string;
  readonly at: number;
  readonly choices: CompleteChoices;
  /** Undefined while it is under way, and where nobody knows whether it was started. */
  queueItemId: string | undefined;
}

/** A start that is under way. Told how it ended; where it is told nothing, it may have worked. */
export interface BegunStart {
  succeed(queueItemId: string): void;
  /** Nothing was started. */
  withdraw(): void;
}

/** What was started in this window, newest first. */
export class RecentStarts {
  private starts: Start[] = [];

  constructor(private readonly clock: Clock = () => Date.now()) {}

  /** A start counts from its request on: a slow server leaves time for another one. */
  begin(accountId: string, choices: CompleteChoices): BegunStart {
    const start: Start = { accountId, at: this.clock(), choices: { ...choices }, queueItemId: undefined };
    this.starts.unshift(start);
    this.starts.length = Math.min(this.starts.length, MAX_STARTS);
    return {
      succeed: (queueItemId) => {
        start.queueItemId = queueItemId;
      },
      withdraw: () => {
        this.starts = this.starts.filter((other) => other !== start);
      },
    };
  }

  /**
   * How long ago this commit was started, in milliseconds, where that is less than a minute. A build that is over by now
   * does not count: whoever starts another one has seen it end.
   */
  justStarted(commitId: string, isOver: (queueItemId: string) => boolean): number | undefined {
    const start = this.starts.find(
      ({ choices, queueItemId }) =>
        choices.commit.id === commitId && (queueItemId === undefined || !isOver(queueItemId)),
    );
    const ago = start && this.clock() - start.at;
    return ago !== undefined && ago < DOUBLE_MS ? ago : undefined;
  }

  /** How a build was started. */
  choicesOf(queueItemId: string): Pick<KnownChoices, 'workflowId' | 'configurationId' | 'variables'> {
    const { choices } = this.starts.find((start) => start.queueItemId === queueItemId) ?? {};
    return choices
      ? {
          workflowId: choices.workflow?.id,
          configurationId: choices.configuration?.id,
          variables: choices.variables,
        }
      : {};
  }

  /** Forgets what is of accounts that were signed out. */
  retainAccounts({ hasAccount }: Pick<RetainedAccounts, 'hasAccount'>): void {
    this.starts = this.starts.filter(({ accountId }) => hasAccount(accountId));
  }
}
