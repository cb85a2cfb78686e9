import { deleteKeystore } from '../../../src/api/signing/keystores';
import { listIdentities } from '../../../src/api/signing/identities';
import type { FaultFixture } from './faultFixture';
import { api, list, type Operation } from './operation';

/** A keystore that may be deleted: what an earlier cell deleted is back. */
function spareKeystoreOf({ sandbox }: FaultFixture): string {
  sandbox.lists.signing.reset();
  return sandbox.lists.signing.rowsOf(sandbox.organization(), 'keystores')[0]?.id ?? '';
}

/** Of an upload nothing is read but its status: what the server answers is not known (api/README 14). */
export const signingOperations: readonly Operation[] = [
  list('List certificates', '/signing-identity/v2/certificates', (client, signal) =>
    listIdentities(client, 'certificate', signal).then((rows) => [...rows]),
  ),
  api('write', 'Delete a keystore', 'DELETE', '/signing-identity/**', (fixture) =>
    deleteKeystore(fixture.client, spareKeystoreOf(fixture)),
  ),
];
