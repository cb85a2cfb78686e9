import { Uri } from 'vscode';
import { LogScheme } from '../../contributions';

/** What the address of a log tells: ids, and a title for people. Nothing of it is secret. */
export interface LogAddress {
  readonly credentialId: string;
  readonly accountId: string;
  readonly profileId: string;
  readonly branchId: string | undefined;
  readonly commitId: string | undefined;
  readonly buildId: string | undefined;
  readonly queueItemId: string | undefined;
  /** Of a run of a publish flow, with the platform of its profile and its version; a build has none of them. */
  readonly publishId: string | undefined;
  readonly platform: string | undefined;
  readonly versionId: string | undefined;
  /** `Log · App · branch · #hash`. Untrusted text. */
  readonly title: string;
}

/** All logs are in one folder, by which the editor knows their language (`contributes.languages`). */
const FOLDER = 'appcircle-log';

/**
 * Id of the build or, where that is not known, of its place in the queue: they are the same (api/README 11.3, D). Of a run of
 * a publish flow its own.
 */
export function buildKey({
  queueItemId,
  buildId,
  publishId,
}: Pick<LogAddress, 'queueItemId' | 'buildId'> & Partial<Pick<LogAddress, 'publishId'>>): string {
  return queueItemId ?? buildId ?? publishId ?? '';
}

const keys = {
  credentialId: 'credential',
  accountId: 'account',
  profileId: 'profile',
  branchId: 'branch',
  commitId: 'commit',
  buildId: 'build',
  queueItemId: 'queue',
  publishId: 'publish',
  platform: 'platform',
  versionId: 'version',
} as const;

export function uriOf(address: LogAddress): Uri {
  const query = new URLSearchParams();
  for (const [field, name] of Object.entries(keys)) {
    const value = address[field as keyof typeof keys];
    if (value !== undefined) {
      query.set(name, value);
    }
  }
  return Uri.from({ scheme: LogScheme, path: `/${FOLDER}/${address.title}`, query: query.toString() });
}

/** Undefined for what is no address of a log. */
export function readAddress(uri: Uri): LogAddress | undefined {
  const query = new URLSearchParams(uri.query);
  const read = (field: keyof typeof keys) => query.get(keys[field]) ?? undefined;
  const [credentialId, accountId, profileId] = [read('credentialId'), read('accountId'), read('profileId')];
  const ids = {
    branchId: read('branchId'),
    commitId: read('commitId'),
    buildId: read('buildId'),
    queueItemId: read('queueItemId'),
    publishId: read('publishId'),
    platform: read('platform'),
    versionId: read('versionId'),
  };
  return uri.scheme !== LogScheme ||
    credentialId === undefined ||
    accountId === undefined ||
    profileId === undefined ||
    buildKey(ids) === ''
    ? undefined
    : { credentialId, accountId, profileId, ...ids, title: uri.path.split('/').at(-1) ?? '' };
}
