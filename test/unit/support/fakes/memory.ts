import type { Memory } from '../../../../src/account/tokenExchange';

/** A Memento: values go in and come out as JSON, as they do in the editor. */
export class FakeMemory implements Memory {
  private readonly values = new Map<string, string>();

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  /** All that it holds, for a search. */
  get text(): string {
    return JSON.stringify([...this.values]);
  }
}
