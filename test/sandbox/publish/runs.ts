/** Runs of publish flows: where each is follows from the clock alone (api/README 2.9, 12.3). */
import type { components } from '../../../src/api/appcircle';
import type { QueueEntry } from '../builds/buildQueue';
import type { PublishPlatform, PublishProfile } from '../data/publish';
import { randomFor, zeroGuid } from '../data/random';
import type { PublishMode } from './publishMode';

type Publish = components['schemas']['Publish'];
type PublishStep = components['schemas']['PublishStep'];

const status = {
  success: 0,
  failed: 1,
  running: 202,
  skipped: 100,
  notStarted: 200,
  stopped: 201,
  asked: 203,
};

/** The steps of each flow. One of them asks a person. */
export const APPROVAL = 'Get Approval via Email';
const flows: Readonly<Record<PublishPlatform, readonly string[]>> = {
  ios: ['Update Meta Data', APPROVAL, 'Send to TestFlight', 'Send to App Review'],
  android: ['Update Meta Data', APPROVAL, 'Send to Google Play'],
};

/** What is published, as it was started. Times are milliseconds since 1970. */
export interface PublishRun {
  readonly publishId: string;
  readonly organizationId: string;
  readonly platform: PublishPlatform;
  readonly profile: PublishProfile;
  readonly versionId: string;
  readonly startedBy: string;
  readonly startedAt: number;
  /** How-manieth step it began at. */
  readonly from: number;
  stoppedAt?: number;
  /** Of a run that was there before the sandbox began. */
  readonly endedAs?: number;
}

export interface StepState {
  readonly name: string;
  readonly status: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
}

/** Every step of a run as it is now. */
export function stepsOf(run: PublishRun, mode: PublishMode, now: number): StepState[] {
  const names = flows[run.platform];
  const until = Math.min(now, run.stoppedAt ?? now);
  const fails = run.endedAs === status.failed || (run.endedAs === undefined && mode.publishEnd === 'failure');
  let at: number | undefined = run.startedAt;
  return names.map((name, index): StepState => {
    if (index < run.from) {
      return { name, status: status.skipped };
    }
    if (at === undefined || at > until || (run.startedAt === 0 && run.endedAs === undefined)) {
      return { name, status: status.notStarted };
    }
    const startedAt = at;
    const length = lengthOf(name, mode, run.endedAs !== undefined);
    const endsAt = length === undefined ? Infinity : startedAt + length;
    if (endsAt > until) {
      at = undefined;
      const isStopped = run.stoppedAt !== undefined && run.stoppedAt <= now;
      const isAsked = name === APPROVAL;
      return isStopped
        ? { name, status: status.stopped, startedAt, endedAt: run.stoppedAt ?? now }
        : { name, status: isAsked ? status.asked : status.running, startedAt };
    }
    const isBad = fails && index === names.length - 1;
    at = endsAt;
    return { name, status: isBad ? status.failed : status.success, startedAt, endedAt: endsAt };
  });
}

function lengthOf(name: string, mode: PublishMode, isPast: boolean): number | undefined {
  if (name !== APPROVAL || isPast) {
    return (isPast ? 60 : mode.publishStepSeconds) * 1000;
  }
  return mode.publishApprovalSeconds > 0 ? mode.publishApprovalSeconds * 1000 : undefined;
}

export function statusOf(steps: readonly StepState[]): number {
  const has = (wanted: number): boolean => steps.some((step) => step.status === wanted);
  if (has(status.stopped)) {
    return status.stopped;
  }
  if (has(status.failed)) {
    return status.failed;
  }
  if (has(status.running) || has(status.asked)) {
    return status.running;
  }
  return has(status.notStarted) ? status.notStarted : status.success;
}

export function isUnderWay(steps: readonly StepState[]): boolean {
  return statusOf(steps) === status.running;
}

/** The answer for a run. */
export function publishOf(run: PublishRun, mode: PublishMode, now: number): Publish {
  const steps = stepsOf(run, mode, now);
  const iso = (at: number | undefined): string | null =>
    at === undefined || at === 0 ? null : new Date(at).toISOString();
  return {
    id: run.publishId,
    status: statusOf(steps),
    startedOn: iso(run.startedAt),
    steps: steps.map((step, index): PublishStep => ({
      id: stepId(run, index),
      name: step.name,
      status: step.status,
      publishId: run.publishId,
      startedByUser: run.startedAt === 0 ? null : { email: run.startedBy },
      startedOn: iso(step.startedAt),
      finishedOn: iso(step.endedAt),
    })),
  };
}

/** Of a step, the same in every run of its profile. */
export function stepId({ profile, platform }: PublishRun, index: number): string {
  return randomFor(index, `step/${profile.id}/${platform}`).guid();
}

export function flowOf(platform: PublishPlatform): readonly string[] {
  return flows[platform];
}

/** The row of the queue for a run that is under way. */
export function entryOf(run: PublishRun, mode: PublishMode, now: number): QueueEntry | undefined {
  const steps = stepsOf(run, mode, now);
  const current = steps.find((step) => step.status === status.running || step.status === status.asked);
  return current === undefined
    ? undefined
    : {
        id: run.publishId,
        commitId: zeroGuid,
        commitHash: null,
        profileId: run.profile.id,
        profileName: run.profile.name ?? null,
        branchName: null,
        queueItemStatus: 1,
        os: run.platform === 'ios' ? 1 : 2,
        publishId: run.publishId,
        appVersionId: run.versionId,
        stepName: current.name,
        email: run.startedBy,
        startQueueDateTime: new Date(run.startedAt).toISOString(),
      };
}

/** The log as far as it was written. */
export function logOf(run: PublishRun, mode: PublishMode, now: number): string {
  const time = (at: number): string => {
    const [, year = '', month = '', date = '', clock = ''] =
      /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(new Date(at).toISOString()) ?? [];
    return `${month}/${date}/${year} ${clock}`;
  };
  const begun = stepsOf(run, mode, now).filter(({ startedAt }) => startedAt !== undefined && startedAt > 0);
  return begun
    .flatMap(({ name, startedAt = 0, endedAt, status: is }) => [
      `@@[section:begin] ${time(startedAt)} Step started: ${name}`,
      `@@[command] appcircle-publish "${name}"`,
      name === APPROVAL
        ? 'Waiting for the approval of release-manager@people.example'
        : 'Sending the version…',
      ...(is === status.failed ? ['@@[error] The store did not accept the version'] : []),
      ...(endedAt === undefined
        ? []
        : [`@@[section:end] ${time(endedAt)} Step completed: ${name}, Ver: 1.2.0`]),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
