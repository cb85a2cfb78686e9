import type { CommittedUpload } from './uploadStages';

/**
 * Why the server may have made no version of a file; its task does not say. `committedBefore`: an earlier commit,
 * whose response was lost, has made it. `otherApp`: the profile takes one bundle id or package name alone.
 */
export type LikelyReason = 'committedBefore' | 'duplicateVersion' | 'unsigned' | 'otherApp';

/** A file that was taken, and then refused. */
export interface UploadRefusal {
  /** The likeliest first. */
  reasons: readonly LikelyReason[];
  /** What the server says, cleaned, where it says anything. Untrusted text. */
  serverText: string | undefined;
}

/** Thrown when the server has looked at a file and makes no version of it. */
export class RefusedUploadError extends Error {
  override readonly name = 'RefusedUploadError';

  constructor(readonly refusal: UploadRefusal) {
    super(refusal.reasons.join(' '));
  }
}

/** The usual reason is a version that is in the profile already (api/README 4.1, step 5 and rules). */
export function uploadRefusalOf(
  { mayBeCommitted }: Pick<CommittedUpload, 'mayBeCommitted'>,
  text: string | undefined,
): UploadRefusal {
  const usual: readonly LikelyReason[] = ['duplicateVersion', 'unsigned', 'otherApp'];
  return { reasons: mayBeCommitted ? ['committedBefore', ...usual] : usual, serverText: text };
}
