import type { SchemaDifferences } from '../../../api/openapi/schema/schemaDifferences';
import type { Redactor } from '../../../support/redact';

/** What is shown in the place of all of a response, which is kept as it came (R35). */
export interface ResponseFilter {
  readonly path: string;
  readonly count: number;
  /** Whether there are more values than these. */
  readonly more: boolean;
  /** The text, its secrets masked; all are shown without a redactor. */
  readonly text: (redactor: Redactor | undefined) => string;
}

/** The operation of a response, and what it has that its schema does not say (R40). */
export interface DescribedResponse {
  /** Key of the operation, the same for each of its responses. */
  readonly operation: string;
  /** Untrusted text. */
  readonly title: string;
  readonly differences?: SchemaDifferences | undefined;
}
