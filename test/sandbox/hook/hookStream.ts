/** One listener of live logs: its connection, and the builds whose events it asked for. */
import type { ServerResponse } from 'node:http';
import { stateOf, logOf, type Run } from '../builds/course';
import { workflowStatus, type LogMessage } from '../builds/log/buildLog';
import type { World } from '../world';

/** How often the sandbox looks what was written, in milliseconds. */
const LOOK_MS = 50;

/** After so many events a connection is cut, where connections are. */
const CUT_AFTER = 12;

export class HookStream {
  /** How many messages of each build were sent. */
  private readonly sent = new Map<Run, number>();
  private readonly timer: NodeJS.Timeout;
  private events = 0;

  constructor(
    private readonly world: World,
    private readonly response: ServerResponse,
  ) {
    this.timer = setInterval(() => {
      this.look();
    }, LOOK_MS);
    response.once('close', () => {
      clearInterval(this.timer);
    });
  }

  /** Sends the events of a build from now on. */
  begin(run: Run): void {
    const { mode, clock } = this.world;
    const ran = stateOf(run, clock.now()).ran;
    this.sent.set(run, mode.hookReplay ? 0 : logOf(run).until(ran).length);
  }

  stop(run: Run): void {
    this.sent.delete(run);
  }

  private look(): void {
    const { mode, clock } = this.world;
    for (const [run, sent] of this.sent) {
      const state = stateOf(run, clock.now());
      const written = state.hasBuild ? logOf(run).until(state.ran) : [];
      const rows = written.slice(sent).map((_, at) => messageOf(run, written, sent + at, mode.hookCount));
      this.sent.set(run, written.length);
      if (mode.hookEvents !== 'silent') {
        this.send(rows);
        if (state.isOver) {
          this.sent.delete(run);
          this.write('build-log', {
            taskId: run.taskId,
            message: '',
            workflowStatus: workflowStatus.completed,
          });
        }
      }
    }
  }

  private send(rows: readonly object[]): void {
    if (this.world.mode.hookEvents !== 'unkind') {
      for (const row of rows) {
        this.write('build-log', row);
      }
      return;
    }
    if (rows.length > 0) {
      this.response.write(': a comment\r\n\r\nevent: queue-changed\r\ndata: {"any": 1}\r\n\r\n');
      this.write('build-log', { ...rows[0], taskId: '00000000-0000-4000-8000-000000000000' });
      this.write('build-log', [...rows].reverse());
      this.write('build-log', rows[0]);
      this.write('build-log', { ...rows[0], uiOnly: true, messageIndex: 0, message: 'Step name' });
    }
  }

  private write(name: string, data: unknown): void {
    this.response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    this.events += 1;
    if (this.world.mode.hookEvents === 'cut' && this.events % CUT_AFTER === 0) {
      this.response.destroy();
    }
  }
}

/** Where the step of a message begins: its messages follow one another. */
function firstOfStep(written: readonly LogMessage[], at: number): number {
  let first = at;
  while (first > 0 && written[first - 1]?.stepIndex === written[at]?.stepIndex) {
    first -= 1;
  }
  return first;
}

/** As `types/build-logs.ts` of the official command line has it (api/README 11.6). */
function messageOf(
  run: Run,
  written: readonly LogMessage[],
  at: number,
  count: World['mode']['hookCount'],
): object {
  const message = written[at];
  return {
    id: `${run.taskId}-${at}`,
    taskId: run.taskId,
    message: message?.text ?? '',
    messageIndex: 1 + (count === 'build' ? at : at - firstOfStep(written, at)),
    workflowName: run.workflowName,
    workflowStatus: message?.status ?? workflowStatus.log,
    progressTime: new Date(run.startedAt + run.wait + (message?.at ?? 0)).toISOString(),
    stepName: message?.stepName ?? null,
    stepIndex: message?.stepIndex ?? null,
  };
}
