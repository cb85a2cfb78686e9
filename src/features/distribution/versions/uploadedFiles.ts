import type { AccountDataRegistry } from '../../../account/accountData';
import type { Disposable } from '../../../support/emitter';
import type { UploadedFile } from '../../../ui/upload/uploadedFile';

/** The most that are kept. */
const MAX_KEPT = 50;

/** The files that were uploaded in this window, the last of them, while their accounts are signed in. */
export class UploadedFiles implements Disposable {
  private files: readonly UploadedFile[] = [];
  private readonly subscription: Disposable;

  constructor(accountData: AccountDataRegistry) {
    this.subscription = accountData.add((retained) => {
      this.files = this.files.filter(({ accountId }) => retained.hasAccount(accountId));
    });
  }

  add(file: UploadedFile): void {
    this.files = [...this.files, file].slice(-MAX_KEPT);
  }

  /** Those that this account uploaded to this profile. */
  of(accountId: string, profileId: string): readonly UploadedFile[] {
    return this.files.filter((one) => one.accountId === accountId && one.profileId === profileId);
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
