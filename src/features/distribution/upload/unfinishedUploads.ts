import * as vscode from 'vscode';
import { withoutIcons } from '../../../support/visibleText';
import type { UploadChoices, UploadJob } from './uploadJob';
import { stoppedText } from './uploadText';

/** An upload that failed, at the stage at which it goes on. */
export interface UnfinishedUpload {
  readonly job: UploadJob;
  /** What had been reached. */
  readonly stage: UploadJob['upload']['stage'];
}

interface UnfinishedUploadItem extends vscode.QuickPickItem {
  choice: UnfinishedUpload | 'another';
}

/** The uploads that failed and were not tried again, as long as the window is open. */
export class UnfinishedUploads {
  private readonly uploads = new Set<UnfinishedUpload>();

  /** An upload failed. It takes the place of an earlier try with the same file. */
  keep(failed: UnfinishedUpload): void {
    this.forgetSame(failed.job);
    this.uploads.add(failed);
  }

  /** Gives it to whoever tries it again, and keeps it no longer. Undefined where somebody else has it already. */
  take(failed: UnfinishedUpload): UploadJob | undefined {
    return this.uploads.delete(failed) ? failed.job : undefined;
  }

  /** The same file goes to the same profile anew. */
  forgetSame(job: UploadJob): void {
    for (const one of this.uploads) {
      if (isSame(one.job, job)) {
        this.uploads.delete(one);
      }
    }
  }

  /** Forgets what belongs to another account. */
  retainAccounts(accountId: string | undefined): void {
    for (const one of this.uploads) {
      if (one.job.accountId !== accountId) {
        this.uploads.delete(one);
      }
    }
  }

  /** Offers those that may be meant. Undefined when the person closed it. */
  async offer(asked: UploadChoices): Promise<UnfinishedUpload | 'another' | undefined> {
    const meant = [...this.uploads].filter(({ job }) => mayBeMeant(job, asked)).reverse();
    if (meant.length === 0) {
      return 'another';
    }
    const items: UnfinishedUploadItem[] = meant.map((kept) => ({
      choice: kept,
      ...unfinishedUploadText(kept),
      iconPath: new vscode.ThemeIcon('refresh'),
    }));
    const another: UnfinishedUploadItem = {
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

function mayBeMeant({ path, upload }: UploadJob, { file, profile }: UploadChoices): boolean {
  return (
    (file === undefined || file.fsPath === path) && (profile === undefined || profile.id === upload.profileId)
  );
}

function unfinishedUploadText({ job, stage }: UnfinishedUpload): { label: string; detail: string } {
  const { name } = job.upload.file;
  return {
    label: vscode.l10n.t('Try Again: {0} to {1}', withoutIcons(name), withoutIcons(job.profileName)),
    detail: withoutIcons(stoppedText(stage, name, job.profileName)),
  };
}
