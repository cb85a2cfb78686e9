import { l10n, ThemeIcon } from 'vscode';
import { isOver } from '../../../api/builds/buildStatus';
import type { UnderWayItem } from '../../../api/builds/model';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { showInformation } from '../../../ui/dialogs/notifications';
import { buildOf, underWayOf } from '../rowArguments';
import { shortHash } from '../tree/buildText';
import { buildStatusText } from '../../../ui/text/statusText';
import { subjectOfRow, type BuildSubject } from '../watch/buildState';
import type { BuildWatch } from '../watch/buildWatch';
import { factsText } from './choiceRows';

type Watched = Pick<BuildWatch, 'underWay' | 'stateOf'>;

/** A build that is to be canceled. */
export interface CancelTarget {
  readonly queueItemId: string;
  readonly subject: BuildSubject;
  /** E-mail address, where told. Untrusted text. */
  readonly startedBy: string | undefined;
  /** Whether it was started in this window. */
  readonly isOwn: boolean;
  readonly isOver: boolean;
}

/** The build of a row; undefined for anything else. */
export function cancelTargetOf(argument: unknown, watch: Watched): CancelTarget | undefined {
  const item = underWayOf(argument)?.item;
  if (item) {
    return item.kind === 'build' ? targetOfItem(item, watch) : undefined;
  }
  const node = buildOf(argument);
  if (!node) {
    return undefined;
  }
  const { profile, branch, build } = node;
  const state = watch.stateOf(node.queueItemId ?? build.id);
  // Very likely it has the id of its place in the queue (api/README 11.3).
  const queueItemId = state?.queueItemId ?? node.queueItemId ?? build.id;
  const { commitId, hash = '' } = build;
  return {
    queueItemId,
    subject: { profile, branch, ...(commitId !== undefined && { commit: { id: commitId, hash } }) },
    startedBy: watch.underWay.find(({ id }) => id === queueItemId)?.startedBy,
    isOwn: state?.startedHere === true,
    isOver: isOver(state?.status ?? build.status),
  };
}

/** Lets a person choose one of the builds that wait or run. */
export async function pickCancelTarget(watch: Watched): Promise<CancelTarget | undefined> {
  const builds = watch.underWay.filter(({ kind }) => kind === 'build');
  const [first, ...others] = builds;
  if (!first) {
    void showInformation(l10n.t('No builds are waiting or running.'));
    return undefined;
  }
  if (others.length === 0) {
    return targetOfItem(first, watch);
  }
  const chosen = await pickFolded(
    builds.map((item) => ({
      label: factsText([item.profileName, item.branchName]),
      description: factsText([buildStatusText(item.status), shortHash(item.hash), item.startedBy]),
      iconPath: new ThemeIcon(item.status === 'waiting' ? 'clock' : 'sync'),
      item,
    })),
    {
      title: l10n.t('Appcircle: Cancel Build'),
      placeHolder: l10n.t('Select a build to cancel'),
      matchOnDescription: true,
    },
  );
  return chosen && targetOfItem(chosen.item, watch);
}

function targetOfItem(item: UnderWayItem, watch: Watched): CancelTarget {
  const state = watch.stateOf(item.id);
  return {
    queueItemId: state?.queueItemId ?? item.id,
    subject: state ?? subjectOfRow(item),
    startedBy: item.startedBy,
    isOwn: state?.startedHere === true,
    isOver: state !== undefined && isOver(state.status),
  };
}
