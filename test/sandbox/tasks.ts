/** What the server does in the background, and how far it is (appcircle-api 2.8, 2.9, 4.7). */
import { randomFor } from './data/random';

export interface TaskState {
  stateValue: number;
  stateName: string;
}

interface Task {
  organizationId: string;
  pollsLeft: number;
  /** Does the work; whether it succeeded. */
  work: () => boolean;
  state: TaskState;
}

const begun: TaskState = { stateValue: 1, stateName: 'Begin' };
const canceled: TaskState = { stateValue: 2, stateName: 'Canceled' };
const completed: TaskState = { stateValue: 3, stateName: 'Completed' };

export class Tasks {
  private readonly tasks = new Map<string, Task>();

  constructor(private readonly seed: number) {}

  /** The work is done when the task was asked for `polls` times. Answers the task's id. */
  start(organizationId: string, polls: number, work: () => boolean): string {
    const id = randomFor(this.seed, `task/${this.tasks.size}`).guid();
    this.tasks.set(id, { organizationId, pollsLeft: polls, work, state: begun });
    if (polls === 0) {
      this.poll(organizationId, id);
    }
    return id;
  }

  poll(organizationId: string, id: string): TaskState | undefined {
    const task = this.tasks.get(id);
    if (task?.organizationId !== organizationId) {
      return undefined;
    }
    if (task.state === begun && task.pollsLeft === 0) {
      task.state = task.work() ? completed : canceled;
    }
    task.pollsLeft -= 1;
    return task.state;
  }
}
