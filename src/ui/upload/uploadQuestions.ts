import { newUpload } from '../../api/upload/runUpload';
import type { UploadChoices, UploadNotes, UploadProfile } from './uploadDeps';
import { UploadFiles, type ChosenFile } from './uploadFiles';
import type { UploadJob } from './uploadJob';
import { showAlreadyUploading } from './uploadMessages';

/** What the questions before an upload take. */
export interface UploadQuestionsDeps {
  /** Of each question. */
  readonly title: string;
  /** Undefined when it was closed. */
  readonly askProfile: (accountId: string) => Promise<UploadProfile | undefined>;
  readonly notes?: UploadNotes | undefined;
  /** Whether this file is being uploaded to this profile. */
  readonly isRunning: (path: string, profileId: string) => boolean;
}

/** Asks what is uploaded, where to, and with which release notes. */
export class UploadQuestions {
  private readonly files: UploadFiles;

  constructor(private readonly deps: UploadQuestionsDeps) {
    this.files = new UploadFiles(deps.title);
  }

  /**
   * Asks for what is not chosen yet: profile and release notes once, for however many files. Undefined when a question
   * was closed. Files that are chosen are looked at before anything is asked.
   */
  async ask(choices: UploadChoices, accountId: string): Promise<UploadJob[] | undefined> {
    const known = choices.files && (await this.files.choose(choices.files));
    if (choices.files && !known) {
      return undefined;
    }
    const profile = choices.profile ?? (await this.deps.askProfile(accountId));
    const chosen = profile && (known ?? (await this.files.choose()));
    const files = profile && chosen && this.withoutRunning(chosen, profile);
    if (!files || files.length === 0) {
      return undefined;
    }
    const { notes } = this.deps;
    const { proposedNotes } = choices;
    const releaseNotes = notes
      ? await notes.ask({ files, profileName: profile.name, proposedNotes, accountId })
      : '';
    if (releaseNotes === undefined) {
      return undefined;
    }
    return files.map(({ uri, file }) => ({
      accountId,
      profileName: profile.name,
      path: uri.fsPath,
      upload: newUpload({ target: profile.target, file, releaseNotes }),
    }));
  }

  /** The same upload from its beginning, with a file that is asked for. Undefined when that was closed. */
  async askOtherFile(job: UploadJob): Promise<UploadJob | undefined> {
    const chosen = await this.files.chooseOne();
    return (
      chosen && { ...job, path: chosen.uri.fsPath, upload: newUpload({ ...job.upload, file: chosen.file }) }
    );
  }

  /** The files that are not on their way there already; the others are told. */
  private withoutRunning(
    files: readonly ChosenFile[],
    { name, target }: UploadProfile,
  ): readonly ChosenFile[] {
    return files.filter(({ uri, file }) => {
      const isRunning = this.deps.isRunning(uri.fsPath, target.profileId);
      if (isRunning) {
        showAlreadyUploading(file.name, name);
      }
      return !isRunning;
    });
  }
}
