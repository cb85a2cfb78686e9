/** What kind of publish server the sandbox is: the part of its `Mode` that is of publishing to stores. */
export interface PublishMode {
  /** How long each step of a run takes. */
  publishStepSeconds: number;
  /** After how long an approval is given; 0: never. */
  publishApprovalSeconds: number;
  /** How a run ends. */
  publishEnd: 'success' | 'failure';
  /** What a restart answers: an object, or the id of the run that it begins, as a text. */
  publishRestart: 'object' | 'text';
  /** Whether the answer for a run by its own id is there (B). */
  publishById: boolean;
}

export const usualPublishMode: Readonly<PublishMode> = {
  publishStepSeconds: 20,
  publishApprovalSeconds: 0,
  publishEnd: 'success',
  publishRestart: 'object',
  publishById: true,
};

/** JSON Schema of each, for the control route. */
export const publishModeSchema = {
  publishStepSeconds: { type: 'number', minimum: 0 },
  publishApprovalSeconds: { type: 'number', minimum: 0 },
  publishEnd: { enum: ['success', 'failure'] },
  publishRestart: { enum: ['object', 'text'] },
  publishById: { type: 'boolean' },
} as const;
