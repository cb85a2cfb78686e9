/** Anything that is given back by calling `dispose`. The shape of VS Code's own `Disposable`. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener until the result is disposed. The shape of VS Code's own `Event`. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** Where events begin. Ours, because `account` and `api` know no vscode at run time. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    const own = (value: T) => {
      listener(value);
    };
    this.listeners.add(own);
    return { dispose: () => this.listeners.delete(own) };
  };

  /** Tells everyone, also when one of them fails; the first failure is thrown afterwards. */
  fire(value: T): void {
    const errors: unknown[] = [];
    for (const listener of [...this.listeners]) {
      try {
        listener(value);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) {
      throw errors[0];
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}
