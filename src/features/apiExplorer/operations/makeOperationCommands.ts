import type { AccountMemento } from '../../../account/accountMemento';
import type { ScopeSource } from '../../../account/commandScope';
import { OperationCommands, type OperationCommandDeps } from './operationCommands';
import { Operations } from './operations';
import { RecentOperations } from './recentOperations';

/** The commands on operations, with what they find one by. */
export function makeOperationCommands(
  { sessions, clientFor, recent }: ScopeSource & { readonly recent: AccountMemento },
  deps: Pick<OperationCommandDeps, 'descriptions' | 'documents' | 'values' | 'origins'>,
): OperationCommands {
  return new OperationCommands({
    ...deps,
    sessions,
    clientFor,
    operations: new Operations(deps.descriptions),
    recent: new RecentOperations(recent),
  });
}
