import { OperationPageScheme } from '../../contributions';

/** Schemes of read-only documents: responses, pages of operations, and what became of several requests. */
export const DocumentScheme = {
  response: 'appcircle-answer',
  operation: OperationPageScheme,
  flow: 'appcircle-flow',
} as const;
