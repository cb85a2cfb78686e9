import type { OperationSummary } from '../../../api/openapi/model';
import type { SendAgreements } from './sendAgreements';

/** What a question before a write is made of. Nothing of it asks a server. */
export interface AskingDeps {
  readonly operations: () => Promise<readonly OperationSummary[]>;
  readonly agreements: SendAgreements;
}
