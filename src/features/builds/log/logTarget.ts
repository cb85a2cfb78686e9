import { l10n, Uri } from 'vscode';
import type { Account } from '../../../account/account';
import type { Branch, Build, BuildProfile, Commit, UnderWayItem } from '../../../api/builds/model';
import { LogScheme } from '../../../contributions';
import { publishLogTargetOf, type PublishLogTarget } from '../../../ui/documents/publishLogTarget';
import { buildOf, underWayOf } from '../rowArguments';
import { visibleText } from '../../../support/visibleText';

/** Of which build a log is wanted, as much as is known of it. `account`: whose it is. */
export interface LogTarget {
  readonly account: Pick<Account, 'id' | 'credentialId'>;
  readonly profile: Pick<BuildProfile, 'id' | 'name'>;
  readonly branch: Pick<Branch, 'name'> & Partial<Branch>;
  readonly commit?: Pick<Commit, 'id' | 'hash'> | undefined;
  readonly build?: Pick<Build, 'id' | 'status'> & Partial<Build>;
  readonly queueItemId?: string | undefined;
  /** Milliseconds since 1970. */
  readonly waitingSince?: number | undefined;
  /** The run of a publish flow that it is of, in place of a build. */
  readonly publish?: PublishLogTarget | undefined;
}

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
const MAX_PART = 60;
const SHORT_HASH = 7;

export function addressOf(target: LogTarget): LogAddress {
  const { account, profile, branch, commit, build, queueItemId, publish } = target;
  const hash = commit?.hash ?? build?.hash ?? '';
  const parts = [
    l10n.t('Log'),
    profile.name,
    branch.name,
    hash === '' ? '' : `#${hash.slice(0, SHORT_HASH)}`,
  ];
  return {
    credentialId: account.credentialId,
    accountId: account.id,
    profileId: profile.id,
    branchId: branch.id,
    commitId: commit?.id ?? build?.commitId,
    buildId: build?.id,
    queueItemId,
    publishId: publish?.publishId,
    platform: publish?.platform,
    versionId: publish?.versionId,
    title: parts
      .map(titlePart)
      .filter((part) => part !== '')
      .join(' · '),
  };
}

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

/** The log that a row leads to; undefined for what is no row of a build (T13). */
export function logTargetOf(argument: unknown, account: LogTarget['account']): LogTarget | undefined {
  const row = buildOf(argument);
  if (row) {
    const { profile, branch, build, queueItemId } = row;
    return { account, profile, branch, build, queueItemId };
  }
  const item = underWayOf(argument)?.item;
  const publish = publishLogTargetOf(argument) ?? (item && publishTargetOfItem(item));
  if (publish) {
    const { profileId, profileName, version } = publish;
    return { account, profile: { id: profileId, name: profileName }, branch: { name: version }, publish };
  }
  if (item?.kind === 'build') {
    const { id, profileId = '', profileName = '', branchName = '', commitId, hash = '', queuedAt } = item;
    return {
      account,
      profile: { id: profileId, name: profileName },
      branch: { name: branchName },
      commit: commitId === undefined ? undefined : { id: commitId, hash },
      queueItemId: id,
      waitingSince: queuedAt,
    };
  }
  return undefined;
}

/** The run that is under way; undefined where the queue does not tell all of its address. */
export function publishTargetOfItem({
  kind,
  platform,
  profileId,
  publishId,
  versionId,
  profileName = '',
}: UnderWayItem): PublishLogTarget | undefined {
  return kind === 'publish' &&
    (platform === 'ios' || platform === 'android') &&
    profileId !== undefined &&
    publishId !== undefined
    ? { kind: 'publishLog', platform, profileId, publishId, versionId, profileName, version: '' }
    : undefined;
}

/** A part of a title that any name can be: `/` would end it, so another one stands for that. */
function titlePart(text: string): string {
  const clean = visibleText(text).replaceAll('/', '\u2215').replace(/\\/g, '\u2216').trim();
  const short = clean.length > MAX_PART ? `${clean.slice(0, MAX_PART - 1)}…` : clean;
  return short.replace(/\p{Surrogate}/gu, '\ufffd');
}
