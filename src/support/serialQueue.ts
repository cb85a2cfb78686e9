import type { Disposable } from './emitter';

/** Work that is done one after the other. After the end none begins: whoever waits for it is told so. */
export class SerialQueue implements Disposable {
  private last: Promise<unknown> = Promise.resolve();
  private ended = false;

  /** `refusal` makes what work that does not begin is refused with. */
  constructor(private readonly refusal: () => Error) {}

  /** Begins when all that was added before is over, whether or not that has failed. */
  add<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => (this.ended ? Promise.reject(this.refusal()) : work()));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  dispose(): void {
    this.ended = true;
  }
}
