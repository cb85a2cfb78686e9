import { l10n } from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import { isFailure } from '../../../api/failure';
import { FileProblem } from '../../../api/files/fileProblem';
import { quoted } from '../../../ui/tools/quoted';
import { writeTool, type Tool, type ToolAnswer } from '../../../ui/tools/tool';
import { ToolInputError } from '../../../ui/tools/toolError';
import type { UploadAttemptResult } from '../../../ui/upload/runUploadJob';
import type { UploadJob } from '../../../ui/upload/uploadJob';
import { mayBecomeVersion } from '../../../ui/upload/uploadMessages';
import { uploadResultText } from '../../../ui/upload/uploadResultText';
import { profileInShort } from './getVersion';
import { planUpload, type UploadInput, type UploadPlan } from './uploadPlan';

/** What uploading takes. `uploadAgreed`: see `AppUploads`. */
export interface UploadToolDeps {
  readonly sessions: SessionStore;
  readonly uploadAgreed: (job: UploadJob, stop: AbortSignal) => Promise<UploadAttemptResult | undefined>;
}

const MAX_NOTES_LENGTH = 10_000;

/** `appcircle_uploadVersion`: a file of the workspace to a profile of testing distribution, once a person said yes. */
export function uploadVersionTool({ sessions, uploadAgreed }: UploadToolDeps): Tool {
  return writeTool<UploadInput, UploadPlan>({
    parse: (input) => {
      const [file, profile] = [input.text('file')?.trim() ?? '', input.text('profile')?.trim() ?? ''];
      const releaseNotes = input.text('releaseNotes')?.trim() ?? '';
      if (file === '' || file.includes('\0')) {
        throw new ToolInputError(
          'Send "file": a path from a folder of the workspace to an .ipa, .apk, or .aab file.',
        );
      }
      if (profile === '') {
        throw new ToolInputError('Send "profile": the name or ID of a profile of testing distribution.');
      }
      if (releaseNotes.length > MAX_NOTES_LENGTH) {
        throw new ToolInputError('Send "releaseNotes" of no more than 10,000 characters.');
      }
      return { file, profile, releaseNotes };
    },
    running: ({ file, profile }) => l10n.t('Uploading {0} to {1}', file.slice(-100), profile.slice(0, 100)),
    plan: (input, call) => planUpload(input, call, sessions),
    carryOut: async (plan, { signal }) => {
      await requireUnchanged(plan.job);
      const attempt = await uploadAgreed(plan.job, signal);
      return attempt ? resultFacts(plan, attempt) : notSent;
    },
  });
}

const notSent: ToolAnswer = {
  uploaded: false,
  why: 'This file is on its way to this profile already, or the account changed. Nothing was sent by this call.',
};

/** The question may have been open for long: what was agreed to is this file, not another in its place. */
async function requireUnchanged({ checked, upload }: UploadJob): Promise<void> {
  try {
    const { size, modifiedAt } = await upload.file.stat();
    if (checked?.size === size && checked.modifiedAt === modifiedAt) {
      return;
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) {
      throw error;
    }
  }
  throw new ToolInputError(
    'The file changed since it was confirmed, so nothing was sent. Wait for its build to finish, then call again.',
  );
}

function resultFacts({ job, profile }: UploadPlan, { result, stage }: UploadAttemptResult): ToolAnswer {
  const { name } = job.upload.file;
  const facts = { profile: profileInShort(profile), file: quoted(name) };
  if (result.kind === 'done') {
    return {
      uploaded: true,
      ...facts,
      next: 'appcircle_getVersion with the ID of this profile shows the new version and who got it.',
    };
  }
  const mayFollow = mayBecomeVersion(result.upload);
  if (result.kind === 'failed' && isFailure(result.error, 'cancelled')) {
    if (!mayFollow) {
      throw result.error;
    }
    return {
      uploaded: false,
      ...facts,
      why: 'Canceled after the file was sent: Appcircle may still create a version. Look by appcircle_getVersion.',
    };
  }
  return {
    uploaded: false,
    ...facts,
    reached: stage,
    why: quoted(uploadResultText(result, stage, { ...job, upload: result.upload }, 'operate').sentence, 700),
    next: 'The person sees this as well, with Try Again. Do not call again unless the person wants it.',
  };
}
