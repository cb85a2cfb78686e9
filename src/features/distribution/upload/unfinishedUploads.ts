import * as vscode from 'vscode';
import { withoutIcons } from '../../../support/visibleText';
import type { Asked, UploadJob } from './uploadJob';
import { stoppedText } from './uploadText';

/** An upload that failed, at the stage at which it goes on. */
export interface Kept {
  readonly job: UploadJob;
  /** What had been reached. */
  readonly stage: UploadJob['upload']['stage'];
}

interface KeptItem extends vscode.QuickPickItem {
  choice: Kept | 'another';
}

/** The uploads that failed and were not tried again, as long as the window is open. */
export class KeptUploads {
  private readonly kept = new Set<Kept>();

  /** An upload failed. It takes the place of an earlier try with the same file. */
  keep(failed: Kept): void {
    this.forgetSame(failed.job);
    this.kept.add(failed);
  }

  /** Whether it is still to be tried: not if it was tried again in another way. It is not kept any longer. */
  take(failed: Kept): boolean {
    return this.kept.delete(failed);
  }

  /** The same file goes to the same profile anew. */
  forgetSame(job: UploadJob): void {
    for (const one of this.kept) {
      if (isSame(one.job, job)) {
        this.kept.delete(one);
      }
    }
  }

  /** Forgets what belongs to another account. */
  keepOnly(accountId: string | undefined): void {
    for (const one of this.kept) {
      if (one.job.accountId !== accountId) {
        this.kept.delete(one);
      }
    }
  }

  /** Offers those that may be meant. Undefined when the person closed it. */
  async offer(asked: Asked): Promise<Kept | 'another' | undefined> {
    const meant = [...this.kept].filter(({ job }) => mayBeMeant(job, asked)).reverse();
    if (meant.length === 0) {
      return 'another';
    }
    const items: KeptItem[] = meant.map((kept) => ({
      choice: kept,
      ...keptText(kept),
      iconPath: new vscode.ThemeIcon('refresh'),
    }));
    const another: KeptItem = {
      choice: 'another',
      label: vscode.l10n.t('Another Upload…'),
      iconPath: new vscode.ThemeIcon('cloud-upload'),
    };
    const chosen = await vscode.window.showQuickPick([...items, another], {
      title: vscode.l10n.t('Appcircle: Upload Version'),
      placeHolder: vscode.l10n.t('An upload is not done yet'),
    });
    return chosen?.choice;
  }
}

function isSame(one: UploadJob, other: UploadJob): boolean {
  return one.path === other.path && one.upload.profileId === other.upload.profileId;
}

function mayBeMeant({ path, upload }: UploadJob, { file, profile }: Asked): boolean {
  return (
    (file === undefined || file.fsPath === path) && (profile === undefined || profile.id === upload.profileId)
  );
}

function keptText({ job, stage }: Kept): { label: string; detail: string } {
  const { name } = job.upload.file;
  return {
    label: vscode.l10n.t('Try Again: {0} to {1}', withoutIcons(name), withoutIcons(job.profileName)),
    detail: withoutIcons(stoppedText(stage, name, job.profileName)),
  };
}
