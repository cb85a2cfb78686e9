import * as vscode from 'vscode';
import type { RetainedAccounts } from '../../account/accountData';
import { showPick } from '../dialogs/picks';
import type { UploadChoices } from './uploadDeps';
import type { UploadJob } from './uploadJob';
import { stoppedText } from './uploadText';

/** An upload that failed. */
export interface UnfinishedUpload {
  /** Its upload is at the stage from which it goes on. */
  readonly job: UploadJob;
  /** How far it had come, which may be further. */
  readonly stage: UploadJob['upload']['stage'];
}

interface UnfinishedUploadItem extends vscode.QuickPickItem {
  choice: UnfinishedUpload | 'another';
}

/** The uploads that failed and were not tried again, as long as the window is open. */
export class UnfinishedUploads {
  private readonly uploads = new Set<UnfinishedUpload>();

  /** Adds one that failed, in place of an earlier one of the same file and profile. */
  add(failed: UnfinishedUpload): void {
    this.removeSame(failed.job);
    this.uploads.add(failed);
  }

  /**
   * Removes one and gives its job to the caller, who tries it again. Undefined where it is not here any more: the person
   * can try it again from its message and from the pick, and only the first of them gets it.
   */
  claim(failed: UnfinishedUpload): UploadJob | undefined {
    return this.uploads.delete(failed) ? failed.job : undefined;
  }

  /** Removes the one of the same file and profile: it is of no use when that file is uploaded there anew. */
  removeSame(job: UploadJob): void {
    for (const one of this.uploads) {
      if (hasSameTarget(one.job, job)) {
        this.uploads.delete(one);
      }
    }
  }

  /** Forgets what belongs to another account than the active one, whose profiles are others. */
  retainAccounts(retained: RetainedAccounts): void {
    for (const one of this.uploads) {
      if (!retained.isActive(one.job.accountId)) {
        this.uploads.delete(one);
      }
    }
  }

  /**
   * Asks whether to go on with one of those that fit what is chosen already. `another`, without a question, where there
   * is none; undefined when the person closed it.
   */
  async offer(
    choices: Pick<UploadChoices, 'files' | 'profile'>,
    title: string,
  ): Promise<UnfinishedUpload | 'another' | undefined> {
    const fitting = [...this.uploads].filter(({ job }) => fits(job, choices)).reverse();
    if (fitting.length === 0) {
      return 'another';
    }
    const items: UnfinishedUploadItem[] = fitting.map((upload) => ({
      choice: upload,
      ...unfinishedUploadText(upload),
      iconPath: new vscode.ThemeIcon('refresh'),
    }));
    const another: UnfinishedUploadItem = {
      choice: 'another',
      label: vscode.l10n.t('Another Upload…'),
      iconPath: new vscode.ThemeIcon('cloud-upload'),
    };
    const chosen = await showPick([...items, another], {
      title,
      placeHolder: vscode.l10n.t('An earlier upload did not finish'),
    });
    return chosen?.choice;
  }
}

function hasSameTarget(one: UploadJob, other: UploadJob): boolean {
  return one.path === other.path && one.upload.target.profileId === other.upload.target.profileId;
}

function fits({ path, upload }: UploadJob, { files, profile }: UploadChoices): boolean {
  return (
    (files === undefined || files.some(({ fsPath }) => fsPath === path)) &&
    (profile === undefined || profile.target.profileId === upload.target.profileId)
  );
}

function unfinishedUploadText({ job, stage }: UnfinishedUpload): { label: string; detail: string } {
  const { name } = job.upload.file;
  return {
    label: vscode.l10n.t('Try Again: {0} to {1}', name, job.profileName),
    detail: stoppedText(stage, name, job.profileName),
  };
}
