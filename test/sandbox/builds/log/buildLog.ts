/**
 * The log of a build: what its steps write, in the order and with the times in which they write it. The text that a
 * route gives and the events of a stream are made of the same messages (api/README 11.4).
 */
import type { Commit } from '../../data/builds';
import { stepsOf } from './script';
import type { BuildEnd, Platform, Step } from './steps';

/** What happens: of `workflowStatus` (api/README 11.4). */
export const workflowStatus = {
  info: 0,
  stepStarted: 1,
  stepEnded: 2,
  stepError: 3,
  completed: 9,
  log: 10,
} as const;

/** Something that is written at once: one line or a few. */
export interface LogMessage {
  /** Milliseconds since the build began to run. */
  at: number;
  stepName: string;
  /** From 0. */
  stepIndex: number;
  status: (typeof workflowStatus)[keyof typeof workflowStatus];
  /** As it stands in the text, with its line ends. */
  text: string;
}

export interface LogOptions {
  platform: Platform;
  end: BuildEnd;
  commit: Pick<Commit, 'hash' | 'message'>;
  branchName: string;
  /** When it began to run, in milliseconds since 1970, and how long it runs. */
  startedAt: number;
  length: number;
  /** It is at least that long; 0: as long as it is. */
  bytes: number;
}

/** The step that ends every workflow. */
const LAST_STEP = 'Completing workflow';

/** The first message comes when this part of the run is over, the last one before the end. */
const BEGINS_AT = 0.02;
const ENDS_AT = 0.98;

export class BuildLog {
  constructor(readonly messages: readonly LogMessage[]) {}

  /** What was written in so many milliseconds. */
  until(ran: number): readonly LogMessage[] {
    const next = this.messages.findIndex(({ at }) => at > ran);
    return next === -1 ? this.messages : this.messages.slice(0, next);
  }
}

export function textOf(messages: readonly LogMessage[]): string {
  return messages.map(({ text }) => text).join('');
}

export function makeLog(options: LogOptions): BuildLog {
  const { startedAt, length } = options;
  const steps = lengthened(allSteps(options), options.bytes);
  const whole = steps.reduce((sum, { weight }) => sum + weight, 0);
  const messages: LogMessage[] = [];
  let begun = 0;
  for (const [stepIndex, step] of steps.entries()) {
    const at = (part: number): number =>
      Math.round(length * (BEGINS_AT + ((begun + part * step.weight) / whole) * (ENDS_AT - BEGINS_AT)));
    const write = (part: number, status: LogMessage['status'], text: string): void => {
      messages.push({ at: at(part), stepName: step.name, stepIndex, status, text });
    };
    write(0, workflowStatus.stepStarted, beginOf(step, startedAt + at(0)));
    for (const [nth, line] of step.lines.entries()) {
      const part = 0.05 + (0.9 * nth) / step.lines.length;
      const isError = line.startsWith('@@[error]');
      write(part, isError ? workflowStatus.stepError : workflowStatus.log, `${line}${step.eol ?? '\n'}`);
    }
    if (step.outcome !== 'stopped') {
      write(1, workflowStatus.stepEnded, endOf(step, startedAt + at(1)));
    }
    begun += step.weight;
  }
  return new BuildLog(messages);
}

function allSteps({ platform, end, commit, branchName }: LogOptions): Step[] {
  const [subject = ''] = (commit.message ?? '').split('\n');
  const steps = stepsOf(platform, end, { branchName, hash: commit.hash ?? '', subject });
  const last: Step = { name: LAST_STEP, version: '', weight: 1, lines: ['Cleaning up the runner.'] };
  return end === 'timeout' ? steps : [...steps, last];
}

function beginOf({ name }: Step, time: number): string {
  return `@@[section:begin] ${stamp(time)} ${name === LAST_STEP ? name : `Step started: ${name}`}\n`;
}

/** With the name and the version, with the name alone, or, as the last one of a stored log, without a name. */
function endOf({ name, version, shortEnd }: Step, time: number): string {
  return name === LAST_STEP
    ? `@@[section:end] Step completed ${stamp(time)}\n`
    : shortEnd
      ? `@@[section:end] ${name}\n`
      : `@@[section:end] ${stamp(time)} Step completed: ${name}, Ver: ${version}\n`;
}

/** `11/29/2026 08:01:10`, in UTC. */
function stamp(time: number): string {
  const [year, month, day] = new Date(time).toISOString().slice(0, 10).split('-');
  return `${month}/${day}/${year} ${new Date(time).toISOString().slice(11, 19)}`;
}

/** The same steps, one of which writes so much more that the log has so many bytes. */
function lengthened(steps: Step[], bytes: number): Step[] {
  const at = steps.findIndex(({ more }) => more !== undefined);
  const { more, lines } = steps[at] ?? {};
  if (bytes === 0 || more === undefined || lines === undefined) {
    return steps;
  }
  const added: string[] = [];
  for (let left = bytes; left > 0; left -= Buffer.byteLength(added.at(-1) ?? '') + 1) {
    added.push(more(added.length));
  }
  const middle = Math.floor(lines.length / 2);
  const longer = [...lines.slice(0, middle), ...added, ...lines.slice(middle)];
  return steps.map((step, index) => (index === at ? { ...step, lines: longer } : step));
}
