import type { components } from '../appcircle';
import { getList, type ApiClient } from '../client';
import type { JsonObject, KnownField } from '../decode';
import { segment } from '../paths';
import type { TaskPace } from '../tasks';
import { deleteIdentity } from './identityWrites';
import { withoutFiles, type SigningRow } from './signingIdentity';

type CsrField = KnownField<components['schemas']['Csr']>;

const ALL = '/signing-identity/v1/csr';

/** A certificate signing request. It never ends. */
export type Csr = SigningRow<'csr'>;

/** All signing requests of the organization. `GET signing-identity/v1/csr` (api/README 2.6, A). */
export function listCsrs(client: ApiClient, signal?: AbortSignal): Promise<Csr[]> {
  return getList(client, { path: ALL, ...(signal && { signal }) }, decodeCsr);
}

/** A signing request from a row; undefined when it has no id. */
export function decodeCsr(row: JsonObject<CsrField>): Csr | undefined {
  const id = row.text('id');
  return id === undefined
    ? undefined
    : {
        kind: 'csr',
        id,
        name: row.text('name') ?? id,
        fileName: undefined,
        createdAt: row.date('createDate'),
        endsAt: undefined,
        raw: withoutFiles(row.raw),
      };
}

/** `DELETE signing-identity/v1/csr/{id}` (api/README 2.6, A). Takes owners and managers (17.1). */
export function deleteCsr(
  client: ApiClient,
  csrId: string,
  signal?: AbortSignal,
  pace?: TaskPace,
): Promise<void> {
  return deleteIdentity(client, { path: `${ALL}/${segment(csrId)}`, role: 'manage', signal, pace });
}
