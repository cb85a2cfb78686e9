import type { OperationSummary } from './model';
import { rankOf, type SearchQuery } from './rank';

/** Whether an operation is one that somebody looks for (R25). Nothing is looked for by no words: then each of them is. */
export function matchesText(operation: OperationSummary, query: SearchQuery): boolean {
  return rankOf(operation, query) !== undefined;
}
