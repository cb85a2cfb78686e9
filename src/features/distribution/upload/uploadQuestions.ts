import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { newUpload } from '../../../api/upload/runUpload';
import type { DistributionViewDeps } from '../deps';
import { lastCommits } from './lastCommits';
import type { LastProfiles } from './lastProfiles';
import type { ReleaseNotes } from './releaseNotes';
import { showAlreadyUploading } from './uploadMessages';
import { UploadFiles } from './uploadFiles';
import type { UploadChoices, UploadJob } from './uploadJob';

/** What the questions before an upload take. */
export interface UploadQuestionsDeps extends Pick<DistributionViewDeps, 'sessions' | 'pickProfile'> {
  createProfile: (name: string) => Promise<DistributionProfile | undefined>;
  lastProfiles: LastProfiles;
  notes: ReleaseNotes;
  /** Whether this file is being uploaded to this profile. */
  isRunning: (path: string, profileId: string) => boolean;
}

/** Asks what is uploaded, where to, and with which release notes. */
export class UploadQuestions {
  private readonly files = new UploadFiles();

  constructor(private readonly deps: UploadQuestionsDeps) {}

  /**
   * Asks for what is not chosen yet. Undefined when a question was closed. A file that is chosen is looked at before
   * anything is asked.
   */
  async ask(choices: UploadChoices, accountId: string): Promise<UploadJob | undefined> {
    const { sessions, notes, isRunning } = this.deps;
    const known = choices.file && (await this.files.choose(choices.file));
    if (choices.file && !known) {
      return undefined;
    }
    const profile = choices.profile ?? (await this.askProfile(accountId));
    const chosen = profile && (known ?? (await this.files.choose()));
    if (!profile || !chosen) {
      return undefined;
    }
    const { uri, file } = chosen;
    if (isRunning(uri.fsPath, profile.id)) {
      showAlreadyUploading(file.name, profile.name);
      return undefined;
    }
    const releaseNotes = await notes.ask({
      fileName: file.name,
      profileName: profile.name,
      proposal: await lastCommits(uri),
      isOtherAccount: () => sessions.account?.id !== accountId,
    });
    if (releaseNotes === undefined) {
      return undefined;
    }
    return {
      accountId,
      profileName: profile.name,
      path: uri.fsPath,
      upload: newUpload({ profileId: profile.id, file, releaseNotes }),
    };
  }

  /** The same upload from its beginning, with a file that is asked for. Undefined when that was closed. */
  async askOtherFile(job: UploadJob): Promise<UploadJob | undefined> {
    const chosen = await this.files.choose();
    return (
      chosen && {
        ...job,
        path: chosen.uri.fsPath,
        upload: newUpload({ ...job.upload, file: chosen.file }),
      }
    );
  }

  private askProfile(accountId: string): Promise<DistributionProfile | undefined> {
    const { pickProfile, createProfile, lastProfiles } = this.deps;
    const lastUsedId = lastProfiles.of(accountId);
    return pickProfile({
      title: vscode.l10n.t('Appcircle: Upload Version'),
      ...(lastUsedId !== undefined && { lastUsedId }),
      orCreate: createProfile,
    });
  }
}
