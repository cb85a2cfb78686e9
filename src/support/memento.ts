/** State that outlives the window and holds no secrets. The shape of VS Code's `Memento`. */
export interface Memento {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The editor did not store what a person wanted to be kept. Its message is the key. */
export class UnsavedStateError extends Error {
  override readonly name = 'UnsavedState';
}

/** Keeps what a person wants to be kept. Fails with `UnsavedStateError` where the editor does not store it. */
export async function saveState(memento: Memento, key: string, value: unknown): Promise<void> {
  try {
    await memento.update(key, value);
  } catch {
    throw new UnsavedStateError(key);
  }
}

/**
 * Keeps what only helps later, beside what was done. Never fails: that the editor did not store it, as on a full disk, is
 * a line in the log (`OrderedMemento`), and no reason to call failed what is done.
 */
export async function recordState(memento: Memento, key: string, value: unknown): Promise<void> {
  await saveState(memento, key, value).catch(() => undefined);
}
