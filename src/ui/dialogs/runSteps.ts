/** A step of a dialog: on, back to the one before, or closed. */
export type StepResult = 'next' | 'back' | undefined;

/** Goes through the steps, forth and back. True when the last one was passed, false when a person closed one. */
export async function runSteps(steps: readonly (() => Promise<StepResult>)[]): Promise<boolean> {
  for (let at = 0; at < steps.length;) {
    const end = await steps[at]?.();
    if (end === undefined) {
      return false;
    }
    at = end === 'next' ? at + 1 : Math.max(0, at - 1);
  }
  return true;
}
