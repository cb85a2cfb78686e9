import type { Disposable } from './emitter';

/** Owns disposables and gives them back in reverse order. What is added after the end is disposed at once. */
export class Disposables implements Disposable {
  private items: Disposable[] = [];
  private ended = false;

  add<T extends Disposable>(item: T): T {
    if (this.ended) {
      item.dispose();
    } else {
      this.items.push(item);
    }
    return item;
  }

  dispose(): void {
    this.ended = true;
    const items = this.items.reverse();
    this.items = [];
    for (const item of items) {
      item.dispose();
    }
  }
}
