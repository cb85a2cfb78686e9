import type { Secrets } from '../../../../src/account/credentialStore';
import { Emitter } from '../../../../src/support/emitter';

export type SecretOperation = 'get' | 'store' | 'delete' | 'keys';

/** A SecretStorage that can fail, wait, and forget, as real ones do. Windows that share it tell each other. */
export class FakeSecrets implements Secrets {
  readonly records = new Map<string, string>();
  /** What was asked of it, oldest first. */
  readonly calls: SecretOperation[] = [];
  /** These are answered with an exception. */
  readonly failing = new Set<SecretOperation>();
  /** Takes what is stored without keeping it, as a Linux without keyring does. */
  losesWrites = false;
  /** Whether changes are told; some hosts do not (rule 10). */
  telling = true;

  private readonly changes = new Emitter<{ key: string }>();
  private readonly gates = new Map<SecretOperation, Promise<void>>();
  readonly onDidChange = this.changes.event;

  /** Holds the answer of an operation back, for everyone who asks from now on, until the result is called. */
  hold(operation: SecretOperation): () => void {
    const { promise, release } = gate();
    this.gates.set(operation, promise);
    return () => {
      this.gates.delete(operation);
      release();
    };
  }

  /** What another window, or a person with a tool, does to it. */
  put(key: string, value: string): void {
    this.records.set(key, value);
    this.tell(key);
  }

  async get(key: string): Promise<string | undefined> {
    const value = this.records.get(key);
    await this.begin('get');
    return value;
  }

  async store(key: string, value: string): Promise<void> {
    await this.begin('store');
    if (!this.losesWrites) {
      this.put(key, value);
    }
  }

  async delete(key: string): Promise<void> {
    await this.begin('delete');
    this.records.delete(key);
    this.tell(key);
  }

  async keys(): Promise<string[]> {
    const keys = [...this.records.keys()];
    await this.begin('keys');
    return keys;
  }

  private async begin(operation: SecretOperation): Promise<void> {
    this.calls.push(operation);
    await this.gates.get(operation);
    if (this.failing.has(operation)) {
      throw new Error(`The keyring is locked: ${operation}`);
    }
  }

  private tell(key: string): void {
    if (this.telling) {
      this.changes.fire({ key });
    }
  }
}

/** A promise that is kept from outside. */
export function gate(): { promise: Promise<void>; release: () => void } {
  let release: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}
