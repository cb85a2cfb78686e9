import type { ToolPlan } from '../../../ui/tools/tool';

/** Chats prepare one call at a time; whatever is older was not run. */
const MAX_PLANS = 20;

/** The plans that the editor was given to ask about, by the input that they are for. Each is good for one run. */
export class ShownPlans {
  private readonly keys = new Map<string, string>();

  add(input: unknown, { key }: ToolPlan): void {
    this.keys.set(JSON.stringify(input), key);
    for (const oldest of this.keys.keys()) {
      if (this.keys.size <= MAX_PLANS) {
        break;
      }
      this.keys.delete(oldest);
    }
  }

  /** The key of the plan that was shown for this input, once. */
  take(input: unknown): string | undefined {
    const text = JSON.stringify(input);
    const key = this.keys.get(text);
    this.keys.delete(text);
    return key;
  }
}
