import { Emitter, type Disposable, type Event } from '../../support/emitter';

/** Whether something is under way at the server, such as a task or an upload, of which rows will change by themselves. */
export class ActivityCounter implements Disposable {
  private count = 0;
  private readonly changes = new Emitter<boolean>();
  /** Told true whenever something begins, and false when the last has ended. */
  readonly onDidChange: Event<boolean> = this.changes.event;

  get isActive(): boolean {
    return this.count > 0;
  }

  /** Something is under way as long as this work is. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    this.count++;
    this.changes.fire(true);
    try {
      return await work();
    } finally {
      this.count--;
      if (this.count === 0) {
        this.changes.fire(false);
      }
    }
  }

  dispose(): void {
    this.changes.dispose();
  }
}
