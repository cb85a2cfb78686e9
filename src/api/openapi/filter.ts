import type { OperationSummary } from './model';

/** Whether every word of the query occurs in the operation: in its summary, path, id, method or a tag (R25). */
export function matchesText(operation: OperationSummary, query: string): boolean {
  const { method, path, id = '', summary = '', tags } = operation;
  const text = [method, path, id, summary, ...tags].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
