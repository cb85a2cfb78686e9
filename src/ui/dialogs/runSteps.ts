/** A step of a dialog: on, on without a question, back to the last question, or closed. */
export type StepResult = 'next' | 'skipped' | 'back' | undefined;

/** What a step does. `canGoBack`: whether there was a question before it. */
export type Step = (canGoBack: boolean) => Promise<StepResult>;

/** Goes through the steps, forth and back. True when the last one was passed, false when a person closed one. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const asked: number[] = [];
  for (let at = 0; at < steps.length;) {
    const end = await steps[at]?.(asked.length > 0);
    if (end === undefined) {
      return false;
    }
    if (end === 'back') {
      at = asked.pop() ?? 0;
    } else {
      asked.push(...(end === 'next' ? [at] : []));
      at++;
    }
  }
  return true;
}
