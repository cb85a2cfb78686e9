import { isOver, type BuildStatus } from '../../../api/builds/buildStatus';
import type { BuildWatch } from './buildWatch';

/** Who looks; `BuildWatch` is it. */
export type LookingForLogs = Pick<BuildWatch, 'stateOf' | 'refresh'>;

/** What an open log tells of its build. */
interface LogOfBuild {
  readonly address: { readonly queueItemId: string | undefined; readonly buildId: string | undefined };
  readonly state: { readonly kind: string };
  readonly status: BuildStatus | undefined;
}

/**
 * A log that is open tells that its build runs, or has ended, at once, and looks have pauses: where the last look knew
 * less, the next one is now. Gives what is to be called with a log whenever its state may be another one.
 */
export function lookForLog(watch: LookingForLogs): (log: LogOfBuild) => void {
  const told = new WeakMap<LogOfBuild, 'running' | 'over'>();
  return (log) => {
    const { address, state, status } = log;
    const isEnded = status !== undefined && isOver(status);
    const stage = isEnded ? 'over' : state.kind === 'running' ? 'running' : undefined;
    if (stage === undefined || stage === told.get(log)) {
      return;
    }
    told.set(log, stage);
    const known = watch.stateOf(address.queueItemId ?? address.buildId ?? '')?.status;
    const isBehind = known !== undefined && !isOver(known) && (isEnded || known === 'waiting');
    if (isBehind) {
      watch.refresh().catch(() => undefined);
    }
  };
}
