import { isRunUnderWay, type PublishStatus } from '../../api/publish/publishStatus';
import type { BoardDistribution, BoardPublish, BoardStore } from './board';

/** How the run of what is published is; one that no run is known of was not started. */
export function statusOf({ version, run }: BoardPublish): PublishStatus {
  return run?.status ?? version?.lastStatus ?? 'notStarted';
}

/** What comes next in distribution; `sign`: a version that is signed anew. */
export function nextInDistribution({ versions: [version] }: BoardDistribution): 'sign' | 'share' | 'upload' {
  return version.isExpired ? 'sign' : version.sharing.isShared ? 'upload' : 'share';
}

/** What comes next in publish. Only a release candidate that is signed can be published (api/README 12.1). */
export function nextInPublish(
  publish: BoardPublish,
): 'approve' | 'wait' | 'sign' | 'mark' | 'start' | 'upload' {
  const { version } = publish;
  const status = statusOf(publish);
  if (status === 'awaitingApproval') {
    return 'approve';
  }
  if (isRunUnderWay(status)) {
    return 'wait';
  }
  if (!version || status === 'succeeded') {
    return 'upload';
  }
  return version.isExpired ? 'sign' : version.isCandidate ? 'start' : 'mark';
}

/** What comes next in the Enterprise App Store. */
export function nextInStore({ versions: [version] }: BoardStore): 'publish' | 'upload' {
  return version.channel === 'live' ? 'upload' : 'publish';
}
