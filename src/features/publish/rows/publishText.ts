import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { PublishPlatform, PublishRun, PublishStep, PublishVersion } from '../../../api/publish/model';
import { isRunUnderWay, type PublishStatus } from '../../../api/publish/publishStatus';
import { Color, type ColorId } from '../../../contributions';
import { dateOnly, timeOfDay } from '../../../ui/text/dates';
import { shortDuration, spokenDuration } from '../../../ui/text/durations';
import { fromNow } from '../../../ui/text/fromNow';
import { publishStatusText } from '../../../ui/text/statusText';

export function publishPlatformText(platform: PublishPlatform): string {
  return platform === 'ios' ? l10n.t('iOS') : l10n.t('Android');
}

/** `2.4.1 (118)`, as far as it is known. */
export function publishVersionText({
  version,
  code,
  fileName,
}: Pick<PublishVersion, 'version' | 'code' | 'fileName'>): string {
  const known = version ?? fileName ?? l10n.t('Unknown version');
  return code === undefined ? known : l10n.t('{0} ({1})', known, code);
}

/** How a run or a step is, as a picture: told apart by shape, not by color alone. */
export function publishStatusIcon(status: PublishStatus): ThemeIcon {
  const color = colors[status];
  return new ThemeIcon(shapes[status], color && new ThemeColor(color));
}

const shapes: Readonly<Record<PublishStatus, string>> = {
  succeeded: 'pass',
  failed: 'error',
  canceled: 'circle-slash',
  timedOut: 'clock',
  stopped: 'debug-stop',
  skipped: 'debug-step-over',
  waiting: 'circle-large-outline',
  // The editor turns it only for who has not asked for less motion.
  running: 'sync~spin',
  awaitingApproval: 'person',
  notStarted: 'circle-outline',
  unknown: 'question',
};

const colors: Readonly<Partial<Record<PublishStatus, ColorId>>> = {
  succeeded: Color.succeeded,
  failed: Color.failed,
  timedOut: Color.failed,
  canceled: Color.inactive,
  stopped: Color.inactive,
  waiting: Color.running,
  running: Color.running,
  awaitingApproval: Color.warning,
};

/** What the row of a version says beside its number. The state first: a narrow side bar cuts off the end of a row. */
export function publishVersionFacts(version: PublishVersion): string[] {
  const status = version.lastStatus;
  return [
    status === undefined || status === 'notStarted' ? undefined : publishStatusText(status),
    version.isExpired ? l10n.t('Expired') : undefined,
    version.isCandidate ? l10n.t('Release candidate') : undefined,
    version.createdAt === undefined ? undefined : fromNow(version.createdAt),
  ].filter((fact) => fact !== undefined);
}

/** What the row of a run says beside its state: since when, and who started it. */
export function runFacts({ status, startedAt, steps }: PublishRun): string[] {
  const startedBy = steps.map((step) => step.startedBy).find((who) => who !== undefined);
  if (startedAt === undefined || status === 'notStarted') {
    return [];
  }
  const since = isRunUnderWay(status)
    ? l10n.t('since {0}', timeOfDay(startedAt))
    : l10n.t('Started {0}', timeOfDay(startedAt));
  return startedBy === undefined ? [since] : [since, startedBy];
}

/** The same of a step, for its row and aloud. */
export function publishStepFacts(
  { status, startedAt, endedAt }: PublishStep,
  now: number,
): { shown: string[]; spoken: string[] } {
  const state = publishStatusText(status);
  if (startedAt === undefined || status === 'notStarted' || status === 'skipped') {
    return { shown: [state], spoken: [state] };
  }
  // An approval may take days: since when is what is worth knowing of it.
  if (status === 'awaitingApproval') {
    const since = l10n.t('since {0}', timeOfDay(startedAt));
    return { shown: [state, since], spoken: [state, since] };
  }
  const took = Math.max(0, (endedAt ?? now) - startedAt);
  return { shown: [state, shortDuration(took)], spoken: [state, spokenDuration(took)] };
}

/** Why a version cannot become a release candidate, or be published, as far as it is known before; undefined for nothing. */
export function candidateProblem(
  { bundleId, isExpired, expiresAt }: PublishVersion,
  required: string | undefined,
): string | undefined {
  if (isExpired) {
    return expiresAt === undefined
      ? l10n.t('Its signing certificate has expired. Upload a newly signed version.')
      : l10n.t('Its signing certificate expired on {0}. Upload a newly signed version.', dateOnly(expiresAt));
  }
  if (bundleId !== undefined && required !== undefined && bundleId.toLowerCase() !== required.toLowerCase()) {
    return l10n.t('Its bundle ID is {0}, but the profile requires {1}.', bundleId, required);
  }
  return undefined;
}
