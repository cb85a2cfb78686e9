import { l10n } from 'vscode';
import type { Account } from '../../../account/account';
import type { Branch, Build, BuildProfile, Commit, UnderWayItem } from '../../../api/builds/model';
import type { LogAddress } from '../../../ui/documents/logAddress';
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
