import { FileProblem } from '../../api/files/fileProblem';
import { newUpload, type Upload } from '../../api/upload/runUpload';
import { readIfThere } from '../apps/checkedApp';
import type { AppAnswer } from '../apps/askAboutApps';
import { UploadChecks } from './uploadChecks';
import type { UploadChoices, UploadNotes, UploadProfile, UploadViewDeps } from './uploadDeps';
import { UploadFiles, type ChosenFile } from './uploadFiles';
import type { UploadJob } from './uploadJob';
import { showAlreadyUploading } from './uploadMessages';

/** What the questions before an upload take. */
export interface UploadQuestionsDeps extends Pick<
  UploadViewDeps,
  'sessions' | 'clientFor' | 'destination' | 'log'
> {
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
  private readonly checks: UploadChecks;

  constructor(private readonly deps: UploadQuestionsDeps) {
    this.files = new UploadFiles(deps.title);
    this.checks = new UploadChecks(deps);
  }

  /**
   * Asks for what is not chosen yet: profile and release notes once, for however many files. Undefined when a question
   * was closed. Files that are chosen are looked at before anything is asked; what speaks against them is told before
   * release notes are.
   */
  async ask(choices: UploadChoices, accountId: string): Promise<UploadJob[] | undefined> {
    const known = choices.files && (await this.files.choose(choices.files));
    if (choices.files && !known) {
      return undefined;
    }
    const profile = choices.profile ?? (await this.deps.askProfile(accountId));
    const files = profile && (await this.chooseFor(profile, known, accountId));
    if (!files || files.length === 0) {
      return undefined;
    }
    const { notes } = this.deps;
    const { proposedNotes } = choices;
    const releaseNotes = notes
      ? await notes.ask({
          files,
          profileName: profile.name,
          profileId: profile.target.profileId,
          proposedNotes,
          accountId,
        })
      : '';
    if (releaseNotes === undefined) {
      return undefined;
    }
    return files.map(({ uri, file, checked, reading }) => ({
      accountId,
      profileName: profile.name,
      path: uri.fsPath,
      checked,
      reading,
      upload: newUpload({ target: profile.target, file, releaseNotes }),
    }));
  }

  /** The same upload from its beginning, with a file that is asked for. Undefined when that was closed. */
  async askOtherFile(job: UploadJob): Promise<UploadJob | undefined> {
    for (let answer: AppAnswer = 'another'; answer === 'another';) {
      const chosen = await this.files.chooseOne();
      answer = chosen && (await this.checks.ask([chosen], profileOf(job), job.accountId));
      if (chosen && answer === 'upload') {
        const { uri, file, checked, reading } = chosen;
        const upload = newUpload({ ...job.upload, file });
        return { ...job, path: uri.fsPath, checked, reading, upload, commitBegunAt: undefined };
      }
    }
    return undefined;
  }

  /**
   * What is to be tried, the first time or again: whoever was told what speaks against a file is not asked again, unless it
   * is another one by now. Undefined when a question was closed.
   */
  async confirmAgain(job: UploadJob): Promise<UploadJob | undefined> {
    const { file } = job.upload;
    const read = isSent(job.upload) || (await isUnchanged(job)) ? undefined : await readIfThere(file);
    if (!read) {
      return job;
    }
    switch (await this.checks.ask([{ file, reading: read.reading }], profileOf(job), job.accountId)) {
      case 'upload':
        return { ...job, checked: read.stat, reading: read.reading };
      case 'another':
        return this.askOtherFile(job);
      case undefined:
        return undefined;
    }
  }

  /** The files that a person wants there, after what speaks against them was told. */
  private async chooseFor(
    profile: UploadProfile,
    known: readonly ChosenFile[] | undefined,
    accountId: string,
  ): Promise<readonly ChosenFile[] | undefined> {
    let chosen = known ?? (await this.files.choose());
    while (chosen) {
      const files = this.withoutRunning(chosen, profile);
      const answer = await this.checks.ask(files, profile, accountId);
      if (answer !== 'another') {
        return answer && files;
      }
      chosen = await this.files.choose();
    }
    return undefined;
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

function profileOf({ profileName, upload }: UploadJob): UploadProfile {
  return { name: profileName, target: upload.target };
}

/** Whether nothing of the file is needed any more. */
function isSent({ stage }: Upload): boolean {
  return stage !== 'new' && stage !== 'announced';
}

/** Also where its disk does not say: what is wrong then is told by the upload. */
async function isUnchanged({ checked, upload }: UploadJob): Promise<boolean> {
  try {
    const { size, modifiedAt } = await upload.file.stat();
    return checked?.size === size && checked.modifiedAt === modifiedAt;
  } catch (error) {
    if (error instanceof FileProblem) {
      return true;
    }
    throw error;
  }
}
