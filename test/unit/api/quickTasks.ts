import { defaultTaskPace, type TaskPace } from '../../../src/api/tasks';

/** As usual, without any pause. */
export const quickTasks: TaskPace = {
  ...defaultTaskPace,
  wait: (_milliseconds, signal) => {
    signal?.throwIfAborted();
    return Promise.resolve();
  },
  random: () => 0.5,
};
