/** Chats prepare one call at a time; whatever is older was not run. */
const MAX_PLANS = 20;

/** What no plan has for a key. */
const SEVERAL = '';

/**
 * The plans that the editor was given to ask about, by the input that they are for. Each is good for one run. The editor
 * does not say which question it was that a person said yes to: where questions about one input were not all about the
 * same deed, none of them counts.
 */
export class ShownPlans {
  private readonly keys = new Map<string, string>();

  /** `before`: what `take` gave when this plan was begun, whose question may still be open. */
  add(input: unknown, key: string, before: string | undefined): void {
    const text = JSON.stringify(input);
    const open = [before, this.keys.get(text)].filter((one) => one !== undefined);
    this.keys.set(text, open.every((one) => one === key) ? key : SEVERAL);
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
