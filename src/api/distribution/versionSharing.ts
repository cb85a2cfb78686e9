import type { components } from '../appcircle';
import type { VersionField } from './versionField';
import { JsonObject, type KnownField } from '../decode';

type SharingField = KnownField<components['schemas']['AppVersionTesting']>;

/** How far somebody came with a version that was sent to them. `other` is a number that nobody documented. */
export type SharingStatus =
  | 'none'
  | 'pending'
  | 'clicked'
  | 'notEnrolled'
  | 'notLoggedIn'
  | 'loggedIn'
  | 'downloaded'
  | 'sendingFailed'
  | 'other';

/** One sending of a version to somebody. To which group they belong is not told. */
export interface SharedWith {
  /** Unlike that of every other of the version; the server's, or its place where it has none. */
  id: string;
  /** E-mail address or name. Untrusted text. */
  tester: string | undefined;
  /** Undefined where the server says nothing of it. */
  status: SharingStatus | undefined;
  sentAt: number | undefined;
  updatedAt: number | undefined;
}

/** Whether, when and to whom a version was sent. */
export interface VersionSharing {
  isShared: boolean;
  lastSharedAt: number | undefined;
  /** Those whose row could be read, in the server's order. */
  testers: SharedWith[];
}

/** api/README 2.9, B: statuses by their number. */
const statuses: readonly SharingStatus[] = [
  'none',
  'pending',
  'clicked',
  'notEnrolled',
  'notLoggedIn',
  'loggedIn',
  'downloaded',
  'sendingFailed',
];

/** Where an address or a name may be, if a tester is an object: the form is unknown (api/README 3). */
const testerFields = ['email', 'mail', 'emailAddress', 'userName', 'username', 'fullName', 'name'];

/** What a version's row says of its sharing (api/README 3, B). Rows of it that are none are left out (R21). */
export function decodeSharing(row: JsonObject<VersionField>): VersionSharing {
  const lastSharedAt = row.date('lastSharedDate');
  const sendings: unknown = row.raw['appVersionTestings'];
  const byId = new Map<string, SharedWith>();
  for (const [place, sending] of (Array.isArray(sendings) ? sendings : []).entries()) {
    const known = JsonObject.of<SharingField>(sending);
    if (known) {
      const id = known.text('id') ?? `#${place}`;
      byId.set(id, byId.get(id) ?? decodeSending(known, id));
    }
  }
  const testers = [...byId.values()];
  return { isShared: lastSharedAt !== undefined || testers.length > 0, lastSharedAt, testers };
}

function decodeSending(row: JsonObject<SharingField>, id: string): SharedWith {
  const status = row.number('status');
  return {
    id,
    tester: row.text('tester') ?? row.object('tester')?.text(...testerFields),
    status: status === undefined ? undefined : (statuses[status] ?? 'other'),
    sentAt: row.date('sendingDate') ?? row.date('createDate'),
    updatedAt: row.date('updateDate'),
  };
}
