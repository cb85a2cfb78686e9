/** State that outlives the window and holds no secrets. The shape of VS Code's `Memento`. */
export interface Memento {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}
