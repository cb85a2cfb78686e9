import { OperationPageScheme, ResponseScheme, TableScheme } from '../../contributions';

/**
 * Schemes of read-only documents: responses, their headers and tables, pages of operations, and what became of several
 * requests.
 */
export const DocumentScheme = {
  response: ResponseScheme,
  headers: 'appcircle-headers',
  table: TableScheme,
  operation: OperationPageScheme,
  flow: 'appcircle-flow',
} as const;
