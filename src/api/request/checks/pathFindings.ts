import type { OperationSummary } from '../../openapi/model';
import type { ParsedRequest } from '../document';
import { encodePathText } from '../encoding';
import { matchOperation } from '../matchOperation';
import { isLiteral } from '../parse/pieces';
import { templateSegments } from '../template';
import { replacing } from './bodyFindings';
import type { RequestFinding } from './requestFinding';
import { distanceOf } from './similar';

/**
 * Where a request is of no operation: that its path is of others by other methods, or very much like one. Nothing
 * where it is like none, since no description has everything that a server does.
 */
export function pathFindings(
  request: ParsedRequest,
  operations: readonly OperationSummary[],
): RequestFinding[] {
  if (request.segments.length === 0 || matchOperation(request, operations)) {
    return [];
  }
  const { segments, query } = request;
  const others = [...new Set(operations.map(({ method }) => method))].filter(
    (method) => method !== request.method && matchOperation({ method, segments, query }, operations),
  );
  if (others.length > 0) {
    return [{ code: 'otherMethod', name: request.method, expected: others, fixes: [], ...request.target }];
  }
  const similar = similarPath(request, operations);
  return similar
    ? [
        {
          code: 'similarPath',
          name: '',
          expected: [similar.path],
          fixes: [replacing(similar.segment, similar.text, encodePathText(similar.text))],
          start: similar.segment.start,
          end: similar.segment.end,
        },
      ]
    : [];
}

interface SimilarPath {
  readonly path: string;
  /** What would stand in the place of the segment. */
  readonly text: string;
  readonly segment: { readonly start: number; readonly end: number };
  readonly distance: number;
}

/** The path of the same method that differs in one segment, by a letter or two. */
function similarPath(
  { method, segments }: ParsedRequest,
  operations: readonly OperationSummary[],
): SimilarPath | undefined {
  const written = segments.map(({ pieces }) =>
    pieces.every(isLiteral) ? pieces.map(({ text }) => text).join('') : undefined,
  );
  let best: SimilarPath | undefined;
  for (const operation of operations) {
    if (operation.method !== method || operation.path.split('/').length - 1 !== written.length) {
      continue;
    }
    const found = differenceOf(written, operation.path);
    const segment = found && segments[found.nth];
    if (found && segment && found.distance < (best?.distance ?? Infinity)) {
      best = { path: operation.path, text: found.text, segment, distance: found.distance };
    }
  }
  return best;
}

/** The one segment in which a path differs from a template; undefined where that is none, several, or a lot. */
function differenceOf(
  written: readonly (string | undefined)[],
  path: string,
): { nth: number; text: string; distance: number } | undefined {
  let found: { nth: number; text: string; distance: number } | undefined;
  for (const [nth, parts] of templateSegments(path).entries()) {
    const text = parts.every((part) => 'text' in part) ? parts.map((part) => part.text).join('') : undefined;
    const mine = written[nth];
    if (text === undefined || text === mine) {
      continue;
    }
    const distance = mine === undefined ? Infinity : distanceOf(mine, text, Math.floor(text.length / 4));
    if (found || distance === Infinity) {
      return undefined;
    }
    found = { nth, text, distance };
  }
  return found;
}
