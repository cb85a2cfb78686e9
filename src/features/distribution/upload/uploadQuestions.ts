import * as vscode from 'vscode';
import type { DistributionProfile } from '../../../api/distribution/profiles';
import { newUpload } from '../../../api/upload/runUpload';
import type { DistributionViewDeps } from '../deps';
import { lastCommits } from './lastCommits';
import type { LastProfiles } from './lastProfiles';
import type { ReleaseNotes } from './releaseNotes';
import { linkText, showAlreadyUploading } from './uploadMessages';
import { UploadFiles, type ChosenFile } from './uploadFiles';
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
   * Asks for what is not chosen yet: profile and release notes once, for however many files. Undefined when a question
   * was closed. Files that are chosen are looked at before anything is asked.
   */
  async ask(choices: UploadChoices, accountId: string): Promise<UploadJob[] | undefined> {
    const { sessions, notes } = this.deps;
    const known = choices.files && (await this.files.choose(choices.files));
    if (choices.files && !known) {
      return undefined;
    }
    const profile = choices.profile ?? (await this.askProfile(accountId));
    const chosen = profile && (known ?? (await this.files.choose()));
    if (!profile || !chosen) {
      return undefined;
    }
    const files = this.withoutRunning(chosen, profile);
    const [first] = files;
    const releaseNotes =
      first &&
      (await notes.ask({
        fileNames: files.map(({ file }) => file.name),
        links: files.flatMap(linkText),
        profileName: profile.name,
        proposal: choices.proposedNotes ?? (await lastCommits(first.uri)),
        isOtherAccount: () => sessions.account?.id !== accountId,
      }));
    if (releaseNotes === undefined) {
      return undefined;
    }
    return files.map(({ uri, file }) => ({
      accountId,
      profileName: profile.name,
      path: uri.fsPath,
      upload: newUpload({ profileId: profile.id, file, releaseNotes }),
    }));
  }

  /** The same upload from its beginning, with a file that is asked for. Undefined when that was closed. */
  async askOtherFile(job: UploadJob): Promise<UploadJob | undefined> {
    const chosen = await this.files.chooseOne();
    return (
      chosen && {
        ...job,
        path: chosen.uri.fsPath,
        upload: newUpload({ ...job.upload, file: chosen.file }),
      }
    );
  }

  /** The files that are not on their way there already; the others are told. */
  private withoutRunning(files: readonly ChosenFile[], profile: DistributionProfile): readonly ChosenFile[] {
    return files.filter(({ uri, file }) => {
      const isRunning = this.deps.isRunning(uri.fsPath, profile.id);
      if (isRunning) {
        showAlreadyUploading(file.name, profile.name);
      }
      return !isRunning;
    });
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
