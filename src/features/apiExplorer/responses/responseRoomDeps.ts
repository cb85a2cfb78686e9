import type { AccountDataRegistry } from '../../../account/accountData';
import type { AccountMemento } from '../../../account/accountMemento';
import type { SessionStore } from '../../../account/sessionStore';
import type { Redactor } from '../../../support/redact';
import type { FindOperation } from '../inspect/describeResponse';
import type { RequestHistory } from '../requests/requestHistory';
import type { RequestValues } from '../requests/requestValues';
import type { Sending } from '../requests/sending';

/** What responses and the commands on them take. */
export interface ResponseRoomDeps {
  readonly sessions: SessionStore;
  readonly accountData: AccountDataRegistry;
  readonly redactor: Redactor;
  readonly history: RequestHistory;
  readonly values: RequestValues;
  /** How responses of an operation were looked at. */
  readonly viewed: AccountMemento;
  readonly sending: () => Promise<Pick<Sending, 'deps' | 'sender'>>;
  /** Finds the operation of a request; where nobody shall wait, in what is loaded. */
  readonly find: (request: Parameters<FindOperation>[0], isWaiting: boolean) => ReturnType<FindOperation>;
}
