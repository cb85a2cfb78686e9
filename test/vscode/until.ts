/** How long a person would wait before calling it broken. */
export const patience = 15_000;

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/** Waits until a question is answered with something true; fails with what was waited for, never silently. */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  { timeout = patience }: { timeout?: number } = {},
): Promise<Truthy<T>> {
  const end = Date.now() + timeout;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer) return answer as Truthy<T>;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  const reason = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`Waited ${timeout / 1000} s for: ${what}. Last answer: ${reason}`);
}
