import { gate } from './secrets';
import type { Memento } from '../../../../src/support/memento';

/** A Memento: values go in and come out as JSON, as they do in the editor. */
export class FakeMemento implements Memento {
  private readonly values = new Map<string, string>();
  private gate: Promise<void> | undefined;
  /** Whether it keeps nothing of what is written, and says so, as on a full disk. */
  failing = false;

  /** Holds back whoever writes from now on, until the result is called. */
  hold(): () => void {
    const { promise, release } = gate();
    this.gate = promise;
    return () => {
      this.gate = undefined;
      release();
    };
  }

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async update(key: string, value: unknown): Promise<void> {
    if (this.failing) {
      throw new Error('ENOSPC: no space left on device');
    }
    if (value === undefined) {
      this.values.delete(key);
    } else {
      this.values.set(key, JSON.stringify(value));
    }
    await this.gate;
  }

  /** All that it holds, for a search. */
  get text(): string {
    return JSON.stringify([...this.values]);
  }
}
