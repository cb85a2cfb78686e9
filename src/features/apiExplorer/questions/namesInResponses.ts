import { rowsIn } from '../../../api/response/namedRows';
import { lazy } from '../../../support/lazy';
import type { ShownResponse } from '../responses/responseDocuments';

/** Bytes of a response that is looked through. */
const MAX_BODY_SIZE = 1_000_000;

/** What things are called in responses that are still there, by their ids. Read at the first question, newest first. */
export function namesInResponses(responses: readonly ShownResponse[]): (id: string) => string | undefined {
  const known = lazy(() => {
    const names = new Map<string, string>();
    for (const { id, name } of responses.flatMap(rowsOf)) {
      if (!names.has(id) && name !== id) {
        names.set(id, name);
      }
    }
    return names;
  });
  return (id) => known().get(id);
}

/** Of a list, and of a thing by itself. */
function rowsOf({ kind, response: { body } }: ShownResponse): ReturnType<typeof rowsIn> {
  if (kind !== 'json' || body.length > MAX_BODY_SIZE) {
    return [];
  }
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return [...rowsIn(value), ...rowsIn([value])];
  } catch {
    return [];
  }
}
