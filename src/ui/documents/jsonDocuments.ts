import type { AccountDataRegistry } from '../../account/accountData';
import type { Disposable } from '../../support/emitter';
import { LateDocuments } from './lateDocuments';
import type { OpenJson } from './openJson';

const SCHEME = 'appcircle-json';

/**
 * Read-only documents with the JSON of a server, in a language of ours (rule 13), their secrets masked. The content lives
 * as long as the document is open.
 */
export class JsonDocuments implements Disposable {
  private readonly late: LateDocuments<OpenJson>;

  constructor(accountData: AccountDataRegistry) {
    this.late = new LateDocuments(SCHEME, accountData, async () => {
      const module = await import('./openJson');
      return new module.OpenJson(accountData, SCHEME);
    });
  }

  /**
   * Opens a value in a preview editor. It belongs to an account (`credentialId`) and goes with it;
   * `path` tells documents apart, its last part is the title.
   */
  async show(credentialId: string, path: readonly string[], value: unknown): Promise<void> {
    await (await this.late.load()).show(credentialId, path, value);
  }

  /** Whether a document is open whose path begins so, and has this many parts more. */
  has(credentialId: string, path: readonly string[], more: number): boolean {
    return this.late.current?.has(credentialId, path, more) === true;
  }

  /** Shows another value in what is open of something, by its path without the title; undefined says that it is gone. */
  renew(credentialId: string, path: readonly string[], value: unknown): void {
    this.late.current?.renew(credentialId, path, value);
  }

  dispose(): void {
    this.late.dispose();
  }
}
