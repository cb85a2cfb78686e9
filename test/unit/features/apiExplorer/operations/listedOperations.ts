import type { Method, OperationSummary } from '../../../../../src/api/openapi/model';

/** An operation by its key, `GET /x`. */
export function operation(key: string, more: Partial<OperationSummary> = {}): OperationSummary {
  const [method, path = ''] = key.split(' ');
  return {
    key,
    method: method as Method,
    path,
    id: undefined,
    summary: undefined,
    tags: [],
    deprecated: false,
    ...more,
  };
}

/** A description with these operations, `GET /x`, each with what is said of it. */
export function descriptionText(operations: Record<string, object>): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const [key, said] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: said };
  }
  return JSON.stringify({ openapi: '3.0.0', paths });
}
